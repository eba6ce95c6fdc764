package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"visavis/internal/id"
)

// Push is a message to one browser of a member of staff: written in the transaction of what it tells of, and deleted once it is sent or of
// no use. Its text is made when it is sent.
type Push struct{ ent.Schema }

// Fields of a push.
func (Push) Fields() []ent.Field {
	return []ent.Field{
		identifier(id.Push),
		field.String("subscription_id").MaxLen(64).Immutable().Comment("it may be gone: no event waits for a device that is removed"),
		field.Enum("kind").Values("BOOKED", "MOVED", "CANCELLED", "CHANGE_REQUESTED", "CUSTOMER_WAITS", "ABSENCE_REQUESTED", "ABSENCE_ANSWERED").Immutable(),
		field.String("subject_id").MaxLen(64).Immutable().Comment("the ID of the appointment, or of the request for an absence or by a customer; it may be gone"),
		instant("due_at"), // of the next attempt
		instant("expires_at"),
		field.Int("attempts").Default(0),
		field.Int64("lease").Default(0).Comment("who claims it draws another number; only the last may tell how it ended"),
	}
}

// Indexes of a push.
func (Push) Indexes() []ent.Index {
	return []ent.Index{index.Fields("due_at", "id")}
}
