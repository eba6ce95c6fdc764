package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"visavis/internal/id"
)

// ConsultationPhoto is a photo that one side of a call has sent and staff have kept, encoded anew. It is deleted some time after the
// appointment, and when its customer is forgotten.
type ConsultationPhoto struct{ ent.Schema }

// Fields of a photo.
func (ConsultationPhoto) Fields() []ent.Field {
	return []ent.Field{
		identifier(id.Photo),
		reference("appointment_id"),
		field.Enum("sender").Values("CUSTOMER", "STAFF").Immutable(),
		field.Int("width").Immutable(),
		field.Int("height").Immutable(),
		field.Bytes("content").Immutable().Sensitive().Comment("JPEG"),
		instant("created_at"),
	}
}

// Edges of a photo.
func (ConsultationPhoto) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("appointment", Appointment.Type).Ref("photos").Field("appointment_id").Unique().Required().Immutable(),
	}
}

// Indexes of a photo.
func (ConsultationPhoto) Indexes() []ent.Index {
	return []ent.Index{index.Fields("appointment_id", "created_at")}
}
