package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
)

// CreationRequest is a request with an idempotency key that has created an object, so
// that a retry creates nothing.
type CreationRequest struct{ ent.Schema }

// Fields of a request.
func (CreationRequest) Fields() []ent.Field {
	return []ent.Field{
		field.String("id").MaxLen(100).Immutable().Comment("the idempotency key"),
		field.String("digest").Immutable().Comment("of everything that was asked, and by whom"),
		field.String("object_id").MaxLen(64).Immutable(),
		instant("created_at"),
	}
}
