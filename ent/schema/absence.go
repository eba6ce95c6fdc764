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

// Absence keeps a person from working anywhere: on whole days, by the calendar
// of whichever branch asks, or between two instants.
type Absence struct{ ent.Schema }

// Fields of an absence.
func (Absence) Fields() []ent.Field {
	return []ent.Field{
		identifier(id.Absence),
		reference("person_id"),
		field.Enum("kind").Values("HOLIDAY", "SICK", "TRAINING", "BREAK", "OTHER"),
		field.String("note").Default("").Sensitive(),
		optionalLocalDate("first_day"),
		optionalLocalDate("last_day"),
		optionalInstant("starts_at"),
		optionalInstant("ends_at"),
	}
}

// Edges of an absence.
func (Absence) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("person", Person.Type).Ref("absences").Field("person_id").Unique().Required().Immutable(),
	}
}

// Indexes of an absence.
func (Absence) Indexes() []ent.Index { return []ent.Index{index.Fields("person_id")} }

// Annotations of the table.
func (Absence) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"absence_in_days_or_times": "((first_day <= last_day AND starts_at IS NULL AND ends_at IS NULL)" +
			" OR (starts_at < ends_at AND first_day IS NULL AND last_day IS NULL))",
	})}
}
