package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// UsedProof is a proof of work that a booking or a hold has used, so that it is good
// once. It is deleted after it has expired.
type UsedProof struct{ ent.Schema }

// Fields of a proof.
func (UsedProof) Fields() []ent.Field {
	return []ent.Field{
		field.String("id").MaxLen(64).Immutable().Comment("the challenge"),
		instant("expires_at"),
	}
}

// Indexes of a proof.
func (UsedProof) Indexes() []ent.Index { return []ent.Index{index.Fields("expires_at")} }
