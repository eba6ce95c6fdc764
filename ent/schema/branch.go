package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"visavis/internal/id"
	"visavis/internal/money"
)

// Branch is one salon: a place with a time zone, opening hours and booking rules.
type Branch struct{ ent.Schema }

// Fields of a branch.
func (Branch) Fields() []ent.Field {
	return []ent.Field{
		identifier(id.Branch),
		field.String("name"),
		orderKey(),
		words(),
		field.String("slug").Unique(),
		field.String("time_zone"),
		field.Enum("locale").Values("DE", "EN", "FR", "TR"),
		field.String("currency").MaxLen(3).Default(money.Fallback).Comment("of new services; prices keep theirs"),
		field.String("street").Default(""),
		field.String("postal_code").Default(""),
		field.String("city").Default(""),
		field.String("country").Default(""),
		field.String("country_code").MaxLen(2).Optional().Nillable().Comment("ISO 3166-1; null: unknown"),
		field.String("subdivision_code").MaxLen(6).Optional().Nillable().Comment("ISO 3166-2, in the country; null: unknown"),
		field.String("email").Default(""),
		field.String("phone").Default(""),
		field.Int("start_interval_minutes").Default(15),
		field.Int("lead_time_minutes").Default(60),
		field.Int("horizon_days").Default(90),
		field.Int("cancellation_period_minutes").Default(24 * 60),
		field.Int("hold_minutes").Default(10),
		field.Int("open_bookings_per_address").Default(3).Comment("online, confirmed or not; further ones wait for the button in the mail"),
		field.Enum("confirm_bookings").Values("OFF", "FIRST", "ALWAYS").Default("OFF").Comment("which online bookings wait for the button in the mail"),
		field.Enum("customer_phone").Values("OFF", "OPTIONAL", "REQUIRED").Default("OFF").Comment("whether customers enter a phone number"),
		field.Enum("vat_note").Values("INCLUDED", "NOT_CHARGED").Default("INCLUDED").Comment("beside prices"),
		field.Ints("reminder_lead_minutes").Default([]int{48 * 60, 2 * 60}).Annotations(entsql.Default("[2880, 120]")).
			Comment("before an appointment, when its customer is reminded; the longest first"),
		field.Int("retention_months").Optional().Nillable().Comment("without an appointment, after which customers are forgotten; null: never"),
		field.Int("photos_kept_days").Default(30).Comment("after an appointment, after which its photos are deleted"),
		legalVersion("imprint_version"), legalVersion("privacy_notice_version"), legalVersion("terms_version"),
		field.String("accent").Default("").Comment("#rrggbb of what customers press; empty: the usual"),
		pictureReference("logo_id"),
		field.Bool("own_room_by_default").Default(false).Comment("whether profiles without a video link use the own room"),
		field.Bool("admit_by_hand").Default(false).Comment("whether customers enter the rooms of other providers only when staff let them in"),
		field.Int("opening_hours_version").Default(1).Comment("counts how often they have been replaced"),
		field.Int64("change_sequence").Default(0).
			Comment("numbers the branch's changes; whoever raises it writes alone"),
	}
}

// Edges of a branch.
func (Branch) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("opening_hours", OpeningHours.Type),
		edge.To("opening_exceptions", OpeningException.Type),
		edge.To("memberships", BranchMembership.Type),
		edge.To("video_only_modes", VideoOnlyMode.Type),
		edge.To("changes", Change.Type),
		edge.To("legal_texts", LegalText.Type),
		edge.To("logo", Picture.Type).Field("logo_id").Unique().Annotations(entsql.OnDelete(entsql.NoAction)),
		edge.To("mail_texts", MailText.Type),
	}
}

// legalVersion is the version of a legal text that is in force.
func legalVersion(name string) ent.Field {
	return field.Int(name).Default(0).Comment("0: there is none")
}

// Indexes of a branch.
func (Branch) Indexes() []ent.Index { return []ent.Index{byOrderKey(), index.Fields("logo_id")} }

// Annotations of the table.
func (Branch) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"branch_rules_in_range": "start_interval_minutes > 0 AND lead_time_minutes >= 0 AND horizon_days >= 0 AND cancellation_period_minutes >= 0 AND hold_minutes > 0",
	})}
}
