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

// Staff is one profile of a person who works in the salon.
type Staff struct{ ent.Schema }

// Fields of a profile.
func (Staff) Fields() []ent.Field {
	return []ent.Field{
		identifier(id.Staff),
		field.String("person_id").MaxLen(64),
		field.String("first_name"),
		field.String("last_name").Default(""),
		field.String("display_name"),
		orderKey(),
		words(),
		field.String("title").Default(""),
		field.String("email").Default("").Sensitive(),
		field.String("phone").Default("").Sensitive(),
		field.String("bio").Default(""),
		field.String("color").Comment("#rrggbb"),
		field.Enum("role").Values("OWNER", "MANAGER", "RECEPTIONIST", "MEMBER").Default("MEMBER"),
		field.Bool("bookable_online").Default(true),
		pictureReference("photo_id"),
		optionalInstant("archived_at"),
	}
}

// Edges of a profile.
func (Staff) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("person", Person.Type).Ref("profiles").Field("person_id").Unique().Required(),
		edge.To("memberships", BranchMembership.Type),
		edge.To("competencies", Competency.Type),
		edge.To("video_link", VideoLink.Type).Unique(),
		edge.To("work_plans", WorkPlan.Type),
		edge.To("cleared_plans", ClearedPlan.Type).Annotations(entsql.OnDelete(entsql.Cascade)),
		edge.To("shift_overrides", ShiftOverride.Type),
		edge.To("appointments", Appointment.Type),
		edge.To("account", Account.Type).Unique(),
		edge.To("sessions", Session.Type),
		edge.To("api_tokens", APIToken.Type),
		edge.To("access_links", AccessLink.Type).Annotations(entsql.OnDelete(entsql.Cascade)),
		edge.To("made_calendar_feeds", CalendarFeed.Type),
		edge.To("passkeys", Passkey.Type),
		edge.To("passkey_challenges", PasskeyChallenge.Type).Annotations(entsql.OnDelete(entsql.Cascade)),
		edge.To("recovery_codes", RecoveryCode.Type),
		edge.To("mails", Mail.Type).Annotations(entsql.OnDelete(entsql.Cascade)),
		edge.To("absence_requests", AbsenceRequest.Type).Annotations(entsql.OnDelete(entsql.Cascade)),
		edge.To("notification_settings", NotificationSetting.Type).Annotations(entsql.OnDelete(entsql.Cascade)),
		edge.To("push_subscriptions", PushSubscription.Type).Annotations(entsql.OnDelete(entsql.Cascade)),
		edge.To("photo", Picture.Type).Field("photo_id").Unique().Annotations(entsql.OnDelete(entsql.NoAction)),
		edge.From("video_only_modes", VideoOnlyMode.Type).Ref("staff"),
	}
}

// Indexes of a profile.
func (Staff) Indexes() []ent.Index {
	return []ent.Index{index.Fields("person_id"), index.Fields("photo_id"), byOrderKey()}
}

// Annotations of the table.
func (Staff) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Table("staff")}
}
