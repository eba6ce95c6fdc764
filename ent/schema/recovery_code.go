package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"visavis/internal/id"
)

// RecoveryCode takes the place of a lost passkey once. It is deleted when it is used.
type RecoveryCode struct{ ent.Schema }

// Fields of a code.
func (RecoveryCode) Fields() []ent.Field {
	return []ent.Field{
		identifier(id.RecoveryCode),
		reference("staff_id"),
		field.String("code_hash").Unique().Immutable().Sensitive().Comment("SHA-256 of the code"),
	}
}

// Edges of a code.
func (RecoveryCode) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("staff", Staff.Type).Ref("recovery_codes").Field("staff_id").Unique().Required().Immutable(),
	}
}

// Indexes of a code.
func (RecoveryCode) Indexes() []ent.Index { return []ent.Index{index.Fields("staff_id")} }
