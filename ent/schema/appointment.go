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

// Appointment is a booking, or a hold, which is an appointment that expires.
// That no two live ones of a person overlap is also guarded by the database:
// see package store.
type Appointment struct{ ent.Schema }

// Fields of an appointment.
func (Appointment) Fields() []ent.Field {
	return []ent.Field{
		identifier(id.Appointment),
		reference("branch_id"),
		field.String("staff_id").MaxLen(64),
		field.String("person_id").MaxLen(64).Comment("whose time it takes"),
		field.String("service_id").MaxLen(64),
		instant("starts_at"),
		instant("ends_at"),
		instant("blocked_until"), // the end plus the clean-up time
		field.Int("agreed_minutes").Optional().Nillable().Comment("length on which staff agreed with the customer; null: that of the service"),
		field.Enum("status").Values("HELD", "CONFIRMED", "CANCELLED", "COMPLETED", "NO_SHOW"),
		field.Bool("live").Comment("takes the person's time: held or confirmed, or has taken place"),
		optionalInstant("hold_expires_at"),
		field.Enum("source").Values("ONLINE", "STAFF"),
		field.String("note").Default("").Sensitive(),
		field.String("contact_name").Default("").Sensitive().Comment("as written at the booking, like the other facts of the contact; empty: there is no contact"),
		field.String("contact_email").Default("").Sensitive().Comment("in the form of form.Address"),
		field.String("contact_phone").Default("").Sensitive(),
		field.Enum("contact_locale").Values("DE", "EN", "FR", "TR").Optional().Nillable(),
		field.String("contact_time_zone").Default("").Sensitive().Comment("of the device on which it was booked; empty: unknown"),
		field.Bool("contact_accepts_marketing").Default(false).Comment("counts once the contact is confirmed"),
		optionalInstant("contact_confirmed_at"), // by the owner of the address or a manager; null: anybody may have written it
		field.Int("version").Default(1).Comment("rises with every move, with the cancellation and with other changes of which the customer is told"),
		instant("created_at"),
		field.String("customer_id").MaxLen(64).Optional().Nillable().Comment("null: a hold, or somebody whom staff did not name"),
		field.String("secret").Optional().Nillable().Unique().Sensitive().Comment("whoever knows it may book the hold, or move and cancel the appointment"),
		field.String("join_token").Optional().Nillable().Unique().Sensitive().Comment("of the join link; null: not by video"),
		field.String("room_name").Default("").Sensitive().Comment("of the room of its own, where the video link makes one for each appointment"),
		optionalInstant("room_admitted_at"),   // when staff let the customer in; null: by the plan
		optionalInstant("room_delayed_until"), // when staff expect to begin, if later than planned
		optionalInstant("room_ended_at"),      // when staff ended the call in the own room; null: they did not
		field.String("idempotency_key").Optional().Nillable().Unique().Sensitive(),
		field.String("request_digest").Default("").Sensitive().Comment("of what was asked with the idempotency key"),
		optionalInstant("held_since"), // when the first hold of its chain began; null: it is booked
		field.Int("terms_version").Default(0).Comment("of the branch, to which the customer agreed; 0: there were none"),
		field.Int("privacy_notice_version").Default(0).Comment("of the branch, of which the customer was informed; 0: there was none"),
		field.String("offer_id").MaxLen(64).Optional().Nillable().Immutable().Comment("of a hold: the offer that it belongs to; null: to none"),
		field.String("holder_address").Default("").Sensitive().Comment("where the hold came from; empty once it is booked"),
	}
}

// Edges of an appointment.
func (Appointment) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("branch", Branch.Type).Field("branch_id").Unique().Required().Immutable(),
		edge.From("staff", Staff.Type).Ref("appointments").Field("staff_id").Unique().Required(),
		edge.From("person", Person.Type).Ref("appointments").Field("person_id").Unique().Required(),
		edge.From("service", Service.Type).Ref("appointments").Field("service_id").Unique().Required(),
		edge.From("customer", Customer.Type).Ref("appointments").Field("customer_id").Unique(),
		edge.To("confirmation_links", ConfirmationLink.Type).Annotations(entsql.OnDelete(entsql.Cascade)),
		edge.To("change_requests", ChangeRequest.Type).Annotations(entsql.OnDelete(entsql.Cascade)),
		edge.To("offers", Offer.Type).Annotations(entsql.OnDelete(entsql.Cascade)),
		edge.To("room", ConsultationRoom.Type).Unique().Annotations(entsql.OnDelete(entsql.Cascade)),
		edge.To("photos", ConsultationPhoto.Type).Annotations(entsql.OnDelete(entsql.Cascade)),
		edge.To("photo_uploads", PhotoUpload.Type).Annotations(entsql.OnDelete(entsql.Cascade)),
		edge.To("mails", Mail.Type).Annotations(entsql.OnDelete(entsql.Cascade)),
	}
}

// Indexes of an appointment.
func (Appointment) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("person_id", "starts_at"),
		index.Fields("branch_id", "starts_at"),
		index.Fields("customer_id", "branch_id", "status", "starts_at"),                     // all that decides about the visits of a customer
		index.Fields("status", "starts_at", "customer_id").StorageKey("appointment_visits"), // by which customers are listed
		index.Fields("contact_email", "starts_at"),
		index.Fields("offer_id").Annotations(entsql.IndexWhere("offer_id IS NOT NULL")),
		index.Fields("hold_expires_at").Annotations(entsql.IndexWhere("hold_expires_at IS NOT NULL")), // few are holds
	}
}

// Annotations of the table.
func (Appointment) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		// The guard against overlap looks two days back and no further.
		"appointment_length": "0 < ends_at - starts_at AND ends_at - starts_at <= 86400" +
			" AND 0 <= blocked_until - ends_at AND blocked_until - ends_at <= 86400",
		"appointment_hold_expires": "((status = 'HELD') = (hold_expires_at IS NOT NULL))",
	})}
}
