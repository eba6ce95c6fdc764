package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"visavis/internal/id"
)

// RoomParticipant is a device in a room. Its open subscription renews its presence.
type RoomParticipant struct{ ent.Schema }

// Fields of a participant.
func (RoomParticipant) Fields() []ent.Field {
	return []ent.Field{
		identifier(id.RoomParticipant),
		field.Int("room_id").Immutable(),
		field.Enum("role").Values("CUSTOMER", "STAFF").Immutable(),
		field.String("staff_id").MaxLen(64).Optional().Immutable().Comment("profile of the staff member; empty: the customer"),
		field.String("device_key").MaxRuneLen(64).Optional().Nillable().Immutable().Sensitive().Comment("by which its page names the device"),
		instant("entered_at"),
		instant("present_until"), // unless it is renewed
		field.Bool("away").Default(false).Comment("it was not renewed, and everybody has been told"),
	}
}

// Edges of a participant.
func (RoomParticipant) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("room", ConsultationRoom.Type).Ref("participants").Field("room_id").Unique().Required().Immutable(),
	}
}

// Indexes of a participant.
func (RoomParticipant) Indexes() []ent.Index {
	return []ent.Index{index.Fields("room_id"), index.Fields("present_until")}
}
