package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Competency says yes or no for a profile and a category, or for one service,
// which overrides its category. No row means no.
type Competency struct{ ent.Schema }

// Fields of a competency.
func (Competency) Fields() []ent.Field {
	return []ent.Field{
		reference("staff_id"),
		field.String("category_id").MaxLen(64).Optional().Nillable().Immutable(),
		field.String("service_id").MaxLen(64).Optional().Nillable().Immutable(),
		field.Bool("qualified"),
	}
}

// Edges of a competency.
func (Competency) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("staff", Staff.Type).Ref("competencies").Field("staff_id").Unique().Required().Immutable(),
		edge.From("category", ServiceCategory.Type).Ref("competencies").Field("category_id").Unique().Immutable(),
		edge.From("service", Service.Type).Ref("competencies").Field("service_id").Unique().Immutable(),
	}
}

// Indexes of a competency.
func (Competency) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("staff_id", "category_id").Unique(),
		index.Fields("staff_id", "service_id").Unique(),
	}
}

// Annotations of the table.
func (Competency) Annotations() []schema.Annotation {
	return []schema.Annotation{
		entsql.Checks(map[string]string{
			"competency_of_category_or_service": "((category_id IS NULL) <> (service_id IS NULL))",
		}),
	}
}
