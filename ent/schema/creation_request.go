package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// CreationRequest is a request with an idempotency key that has created an object, so
// that a retry creates nothing. It is deleted when no retry is expected any more.
type CreationRequest struct{ ent.Schema }

// Fields of a request.
func (CreationRequest) Fields() []ent.Field {
	return []ent.Field{
		field.String("id").MaxLen(100).Immutable().Comment("the idempotency key"),
		field.String("digest").Comment("of everything that was asked, and by whom; empty: the object is forgotten"),
		field.String("object_id").MaxLen(64).Immutable(),
		instant("created_at"),
	}
}

// Indexes of a request.
func (CreationRequest) Indexes() []ent.Index { return []ent.Index{index.Fields("created_at")} }
