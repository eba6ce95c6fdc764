package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"visavis/internal/id"
)

// PasskeyChallenge is what a passkey is to sign. It is deleted when it is used.
type PasskeyChallenge struct{ ent.Schema }

// Fields of a challenge.
func (PasskeyChallenge) Fields() []ent.Field {
	return []ent.Field{
		identifier(id.PasskeyChallenge),
		field.String("challenge_hash").Unique().Immutable().Sensitive().Comment("SHA-256 of the challenge"),
		field.Enum("purpose").Values("CREATE", "SIGN_IN", "SECOND_FACTOR", "CONFIRM").Immutable(),
		field.String("staff_id").MaxLen(64).Optional().Nillable().Immutable().Comment("null: whoever has the passkey signs in"),
		field.Bytes("session").Immutable().Sensitive().Comment("JSON of what the answer is checked against"),
		instant("expires_at"),
	}
}

// Edges of a challenge.
func (PasskeyChallenge) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("staff", Staff.Type).Ref("passkey_challenges").Field("staff_id").Unique().Immutable(),
	}
}

// Indexes of a challenge.
func (PasskeyChallenge) Indexes() []ent.Index {
	return []ent.Index{index.Fields("expires_at"), index.Fields("staff_id")}
}
