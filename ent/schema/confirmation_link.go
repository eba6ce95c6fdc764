package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// ConfirmationLink is the button in a mail about an appointment by which the owner of
// the address confirms it. Each attempt to send the mail has another one.
type ConfirmationLink struct{ ent.Schema }

// Fields of a link.
func (ConfirmationLink) Fields() []ent.Field {
	return []ent.Field{
		field.String("id").MaxLen(64).Immutable().Sensitive().Comment("SHA-256 of the token in the address"),
		reference("appointment_id"),
	}
}

// Edges of a link.
func (ConfirmationLink) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("appointment", Appointment.Type).Ref("confirmation_links").Field("appointment_id").Unique().Required().Immutable(),
	}
}

// Indexes of a link.
func (ConfirmationLink) Indexes() []ent.Index { return []ent.Index{index.Fields("appointment_id")} }
