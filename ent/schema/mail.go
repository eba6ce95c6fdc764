package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"visavis/internal/id"
)

// Mail is a message to a customer or a member of staff about an appointment, or to a member of staff about
// their access or a request for an absence: written in the transaction that makes it necessary, and sent later.
// Its text is made when it is sent.
type Mail struct{ ent.Schema }

// Fields of a mail.
func (Mail) Fields() []ent.Field {
	return []ent.Field{
		identifier(id.Mail),
		field.String("appointment_id").MaxLen(64).Optional().Nillable().Immutable().Comment("null: it is to a profile, about its access or a request for an absence"),
		field.String("staff_id").MaxLen(64).Optional().Nillable().Immutable().Comment("whose access it is about, or who is notified of a request for an absence"),
		field.String("notified_id").MaxLen(64).Default("").Immutable().Comment("of a mail of a kind STAFF_…: the profile that is notified; otherwise empty"),
		field.Enum("kind").Values("TO_CONFIRM", "CONFIRMED", "MOVED", "CHANGED", "OFFER", "CANCELLED", "REMINDER", "CHANGE_REQUESTED", "CHANGE_DECLINED",
			"CUSTOMER_EXPORT", "CUSTOMER_ERASURE", "ACCESS", "ACCESS_CHANGED",
			"STAFF_BOOKED", "STAFF_MOVED", "STAFF_CANCELLED", "STAFF_CHANGE_REQUESTED", "ABSENCE_REQUESTED", "ABSENCE_ANSWERED").Immutable(),
		field.Strings("access_changes").Optional().Immutable().Comment("of a mail of kind ACCESS_CHANGED"),
		field.String("recipient").Default("").Immutable().Sensitive().Comment("of a mail of kind ACCESS_CHANGED: the address may change with the access"),
		field.Int("appointment_version").Default(0).Immutable().Comment("the version of the appointment that it tells of"),
		field.String("occasion").MaxLen(64).Default("").Immutable().Comment("tells apart mails of one kind about one version: the ID of the change request, the offer or the request for an absence, or of what the customer asked for"),
		field.Int("lead_minutes").Default(0).Immutable().Comment("of a reminder: how long before the start it is due"),
		optionalInstant("moved_from_start"), // of a mail of kind MOVED: the start that the customer knows; null: unknown
		field.String("moved_from_staff_id").MaxLen(64).Default("").Comment("of a mail of kind MOVED: whom the customer expects; empty: unknown"),
		field.String("changed_from_service_id").MaxLen(64).Default("").Comment("of a mail of kind MOVED or CHANGED: the service that the customer knows; empty: unknown"),
		field.Int("changed_from_minutes").Default(0).Comment("of a mail of kind MOVED or CHANGED: the length that the customer knows; 0: unknown"),
		field.Bool("limited").Default(false).Comment("a stranger caused it, so it counts towards the limit of its recipient"),
		instant("due_at"),               // of the next attempt
		optionalInstant("first_due_at"), // before an attempt put it off; null: none has
		field.Enum("state").Values("WAITING", "SENT", "DROPPED", "FAILED").Default("WAITING"),
		field.Int("attempts").Default(0),
		field.Int64("lease").Default(0).Comment("who claims it draws another number; only the last may tell how it ended"),
		field.String("failure").Default("").Comment("why the last attempt failed, without personal data"),
		optionalInstant("sent_at"),
	}
}

// Edges of a mail.
func (Mail) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("appointment", Appointment.Type).Ref("mails").Field("appointment_id").Unique().Immutable(),
		edge.From("staff", Staff.Type).Ref("mails").Field("staff_id").Unique().Immutable(),
	}
}

// Annotations of the table.
func (Mail) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"mail_is_about_one_thing": "((appointment_id IS NULL) <> (staff_id IS NULL))",
	})}
}

// Indexes of a mail.
func (Mail) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("appointment_id", "kind", "appointment_version", "occasion", "lead_minutes", "notified_id").Unique().StorageKey("mail_appointment_sent_once"), // each is sent once
		index.Fields("state", "due_at", "id"),
		index.Fields("due_at", "id"),
		index.Fields("staff_id").Annotations(entsql.IndexWhere("staff_id IS NOT NULL")), // few are about access
	}
}
