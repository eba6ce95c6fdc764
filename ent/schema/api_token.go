package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"visavis/internal/id"
)

// APIToken lets a program act for the profile that has made it. It is deleted
// when it is revoked.
type APIToken struct{ ent.Schema }

// Fields of a token.
func (APIToken) Fields() []ent.Field {
	return []ent.Field{
		identifier(id.APIToken),
		field.String("secret_hash").Unique().Sensitive().Comment("SHA-256 of the token"),
		reference("staff_id"),
		field.String("name"),
		orderKey(),
		field.Enum("role").Values("OWNER", "MANAGER", "RECEPTIONIST", "MEMBER").Immutable().Comment("at most that of the profile counts"),
		instant("created_at"),
		instant("expires_at"),
		optionalInstant("last_used_at"), // to the hour
	}
}

// Edges of a token.
func (APIToken) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("staff", Staff.Type).Ref("api_tokens").Field("staff_id").Unique().Required().Immutable(),
	}
}

// Indexes of a token.
func (APIToken) Indexes() []ent.Index { return []ent.Index{index.Fields("staff_id"), byOrderKey()} }
