package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// ConsultationRoom is what is known of the room of an appointment that somebody has entered. When it opens, and whether the customer has
// been let in, is known by the appointment.
type ConsultationRoom struct{ ent.Schema }

// Fields of a room.
func (ConsultationRoom) Fields() []ent.Field {
	return []ent.Field{
		reference("appointment_id"),
		field.Int64("sequence").Default(0).Comment("numbers its signals; whoever raises it writes alone"),
		optionalInstant("customer_waits_since"),  // null: the customer is not there; kept for a minute in which they are away
		optionalInstant("customer_late_until"),   // when the customer expects to come, if later than planned
		optionalInstant("customer_announced_at"), // when staff were told that the customer is there; null: not since the last move
	}
}

// Edges of a room.
func (ConsultationRoom) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("appointment", Appointment.Type).Ref("room").Field("appointment_id").Unique().Required().Immutable(),
		edge.To("participants", RoomParticipant.Type).Annotations(entsql.OnDelete(entsql.Cascade)),
		edge.To("signals", RoomSignal.Type).Annotations(entsql.OnDelete(entsql.Cascade)),
	}
}

// Indexes of a room.
func (ConsultationRoom) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("customer_waits_since").Annotations(entsql.IndexWhere("customer_waits_since IS NOT NULL")), // few are
	}
}
