package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// RoomSignal is what one participant of a room tells another so that their browsers connect. It lives for minutes.
type RoomSignal struct{ ent.Schema }

// Fields of a signal.
func (RoomSignal) Fields() []ent.Field {
	return []ent.Field{
		field.Int("room_id").Immutable(),
		field.Int64("sequence").Immutable().Comment("numbers the signals of the room in the order of the commits"),
		field.Enum("sender_role").Values("CUSTOMER", "STAFF").Immutable(),
		field.String("sender_id").MaxLen(64).Immutable(),
		field.String("recipient_id").MaxLen(64).Immutable(),
		field.Text("payload").Immutable().Sensitive().Comment("tells addresses of devices"),
		instant("sent_at"),
	}
}

// Edges of a signal.
func (RoomSignal) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("room", ConsultationRoom.Type).Ref("signals").Field("room_id").Unique().Required().Immutable(),
	}
}

// Indexes of a signal.
func (RoomSignal) Indexes() []ent.Index {
	return []ent.Index{index.Fields("room_id", "sequence").Unique(), index.Fields("sent_at")}
}
