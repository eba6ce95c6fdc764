package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"visavis/internal/id"
)

// AccessLink opens once: it lets its bearer become the owner of a salon that has
// none, or set the password and PIN of a profile. It is deleted when it is used.
type AccessLink struct{ ent.Schema }

// Fields of a link.
func (AccessLink) Fields() []ent.Field {
	return []ent.Field{
		identifier(id.AccessLink),
		field.String("secret_hash").Unique().Immutable().Sensitive().Comment("SHA-256 of the secret in the address"),
		field.String("staff_id").MaxLen(64).Optional().Nillable().Immutable().Comment("null: it makes the owner"),
		instant("expires_at"),
	}
}

// Edges of a link.
func (AccessLink) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("staff", Staff.Type).Ref("access_links").Field("staff_id").Unique().Immutable(),
	}
}

// Indexes of a link.
func (AccessLink) Indexes() []ent.Index { return []ent.Index{index.Fields("staff_id")} }
