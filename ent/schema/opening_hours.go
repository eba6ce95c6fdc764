package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/index"
)

// OpeningHours are the hours of a branch on one day of the week.
type OpeningHours struct{ ent.Schema }

// Fields of opening hours.
func (OpeningHours) Fields() []ent.Field {
	return []ent.Field{reference("branch_id"), weekday(), intervals()}
}

// Edges of opening hours.
func (OpeningHours) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("branch", Branch.Type).Ref("opening_hours").Field("branch_id").Unique().Required().Immutable(),
	}
}

// Indexes of opening hours.
func (OpeningHours) Indexes() []ent.Index {
	return []ent.Index{index.Fields("branch_id", "weekday").Unique()}
}

// Annotations of the table.
func (OpeningHours) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Table("opening_hours")}
}
