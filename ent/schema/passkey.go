package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"visavis/internal/id"
)

// Passkey is a WebAuthn credential of a profile.
type Passkey struct{ ent.Schema }

// Fields of a passkey.
func (Passkey) Fields() []ent.Field {
	return []ent.Field{
		identifier(id.Passkey),
		reference("staff_id"),
		field.String("credential_id").Unique().Immutable().Sensitive().Comment("in base64"),
		field.Bytes("credential").Sensitive().Comment("JSON of the public key, flags and sign count"),
		field.String("name"),
		orderKey(),
		instant("created_at"),
		optionalInstant("last_used_at"),
	}
}

// Edges of a passkey.
func (Passkey) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("staff", Staff.Type).Ref("passkeys").Field("staff_id").Unique().Required().Immutable(),
	}
}

// Indexes of a passkey.
func (Passkey) Indexes() []ent.Index { return []ent.Index{index.Fields("staff_id")} }
