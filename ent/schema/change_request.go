package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"visavis/internal/id"
)

// ChangeRequest is what a customer asks of the salon once they can no longer move or cancel an appointment themselves.
type ChangeRequest struct{ ent.Schema }

// Fields of a change request.
func (ChangeRequest) Fields() []ent.Field {
	return []ent.Field{
		identifier(id.ChangeRequest),
		reference("appointment_id"),
		field.Enum("kind").Values("MOVE", "CANCEL").Immutable(),
		field.String("text").Default("").Immutable().Sensitive(),
		instant("created_at"),
		field.Enum("state").Values("OPEN", "ACCEPTED", "DECLINED", "WITHDRAWN", "LAPSED").Default("OPEN"),
		field.String("answer").Default("").Sensitive().Comment("sentence of who declined it"),
		optionalInstant("answered_at"), // when it stopped being open; null: it is open
		field.String("answered_by").MaxLen(64).Optional().Nillable().Comment("ID of the profile; null: the customer, or nobody"),
	}
}

// Edges of a change request.
func (ChangeRequest) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("appointment", Appointment.Type).Ref("change_requests").Field("appointment_id").Unique().Required().Immutable(),
	}
}

// Indexes of a change request. One is open per appointment.
func (ChangeRequest) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("appointment_id", "created_at", "id"),
		index.Fields("appointment_id").Unique().StorageKey("changerequest_open").Annotations(entsql.IndexWhere("answered_at IS NULL")),
	}
}
