package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// PhotoUpload is the address by which one photo of a consultation is sent to the server. Who may keep photos of the appointment may use it.
type PhotoUpload struct{ ent.Schema }

// Fields of an upload.
func (PhotoUpload) Fields() []ent.Field {
	return []ent.Field{
		field.String("id").MaxLen(64).Immutable().Sensitive().Comment("SHA-256 of the token in the address"),
		reference("appointment_id"),
		field.Enum("sender").Values("CUSTOMER", "STAFF").Immutable(),
		field.String("photo_id").MaxLen(64).Immutable().Comment("of the photo that it makes: a retry makes no other"),
		instant("expires_at"),
	}
}

// Edges of an upload.
func (PhotoUpload) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("appointment", Appointment.Type).Ref("photo_uploads").Field("appointment_id").Unique().Required().Immutable(),
	}
}

// Indexes of an upload.
func (PhotoUpload) Indexes() []ent.Index {
	return []ent.Index{index.Fields("appointment_id"), index.Fields("expires_at")}
}
