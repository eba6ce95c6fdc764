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

// Service is what clients book: in the salon or by video.
type Service struct{ ent.Schema }

// Fields of a service.
func (Service) Fields() []ent.Field {
	return []ent.Field{
		identifier(id.Service),
		field.String("category_id").MaxLen(64),
		field.String("name"),
		orderKey(),
		words(),
		field.Enum("delivery").Values("IN_SALON", "VIDEO"),
		field.Int("duration_minutes"),
		field.Int("clean_up_minutes").Default(0),
		field.Int("price_minor_units").Default(0).Comment("0 is free"),
		field.String("price_currency").MaxLen(3).Default(money.Fallback),
		field.String("description").Default(""),
		field.Bool("bookable_online").Default(true),
		optionalInstant("archived_at"),
	}
}

// Edges of a service.
func (Service) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("category", ServiceCategory.Type).Ref("services").Field("category_id").Unique().Required(),
		edge.To("competencies", Competency.Type),
		edge.To("appointments", Appointment.Type),
	}
}

// Indexes of a service.
func (Service) Indexes() []ent.Index { return []ent.Index{index.Fields("category_id"), byOrderKey()} }

// Annotations of the table.
func (Service) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"service_in_range": "0 < duration_minutes AND duration_minutes <= 1440 AND 0 <= clean_up_minutes AND clean_up_minutes <= 1440 AND 0 <= price_minor_units",
	})}
}
