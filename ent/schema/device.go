package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"visavis/internal/id"
)

// Device is a till: a browser in a branch on which a PIN is enough.
type Device struct{ ent.Schema }

// Fields of a device.
func (Device) Fields() []ent.Field {
	return []ent.Field{
		identifier(id.Device),
		field.String("secret_hash").Unique().Sensitive().Comment("SHA-256 of the secret in the cookie"),
		reference("branch_id"),
		field.String("name"),
		orderKey(),
		instant("enrolled_at"),
	}
}

// Edges of a device.
func (Device) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("branch", Branch.Type).Field("branch_id").Unique().Required().Immutable(),
		edge.To("sessions", Session.Type).Annotations(entsql.OnDelete(entsql.Cascade)),
	}
}

// Indexes of a device.
func (Device) Indexes() []ent.Index { return []ent.Index{index.Fields("branch_id"), byOrderKey()} }
