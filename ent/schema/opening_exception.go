package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// OpeningException replaces the opening hours of a branch on one date; without
// intervals the branch is closed all day.
type OpeningException struct{ ent.Schema }

// Fields of an opening exception.
func (OpeningException) Fields() []ent.Field {
	return []ent.Field{
		reference("branch_id"),
		localDate("date"),
		intervals(),
		field.String("reason").Default(""),
		version(),
	}
}

// Edges of an opening exception.
func (OpeningException) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("branch", Branch.Type).Ref("opening_exceptions").Field("branch_id").Unique().Required().Immutable(),
	}
}

// Indexes of an opening exception.
func (OpeningException) Indexes() []ent.Index {
	return []ent.Index{index.Fields("branch_id", "date").Unique()}
}
