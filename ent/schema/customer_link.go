package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// CustomerLink lets the owner of a customer's address see or erase what is kept of them. It is deleted when it is used. Each
// attempt to send its mail has another one.
type CustomerLink struct{ ent.Schema }

// Fields of a link.
func (CustomerLink) Fields() []ent.Field {
	return []ent.Field{
		field.String("id").MaxLen(64).Immutable().Sensitive().Comment("SHA-256 of the token in the address"),
		reference("customer_id"),
		field.Enum("purpose").Values("EXPORT", "ERASE").Immutable(),
		field.Enum("locale").Values("DE", "EN", "FR", "TR").Immutable().Comment("in which its page is written"),
		instant("expires_at"),
	}
}

// Edges of a link.
func (CustomerLink) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("customer", Customer.Type).Ref("links").Field("customer_id").Unique().Required().Immutable(),
	}
}

// Indexes of a link.
func (CustomerLink) Indexes() []ent.Index {
	return []ent.Index{index.Fields("customer_id"), index.Fields("expires_at")}
}
