package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"

	"visavis/internal/id"
)

// Person is the human behind one or more staff profiles: what occupies one
// profile occupies the person.
type Person struct{ ent.Schema }

// Fields of a person.
func (Person) Fields() []ent.Field { return []ent.Field{identifier(id.Person)} }

// Edges of a person.
func (Person) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("profiles", Staff.Type),
		edge.To("absences", Absence.Type),
		edge.To("restorable_absences", RemovedAbsence.Type),
		edge.To("appointments", Appointment.Type),
		edge.To("video_links", VideoLink.Type),
		edge.To("calendar_feed", CalendarFeed.Type).Unique(),
	}
}
