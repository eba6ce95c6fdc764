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

// RemovedAbsence is an absence that was removed, for as long as it can be restored. Members restore theirs with a note that they may
// not read, so it stays here.
type RemovedAbsence struct{ ent.Schema }

// Fields of a removed absence.
func (RemovedAbsence) Fields() []ent.Field {
	return []ent.Field{
		field.String("id").MaxLen(64).DefaultFunc(id.Absence.New).Immutable().Comment("of the absence"),
		reference("person_id"),
		field.Enum("kind").Values("HOLIDAY", "SICK", "TRAINING", "BREAK", "OTHER").Immutable(),
		field.String("note").Default("").Immutable().Sensitive(),
		optionalLocalDate("first_day"),
		optionalLocalDate("last_day"),
		optionalInstant("starts_at"),
		optionalInstant("ends_at"),
		field.String("request_id").MaxLen(64).Optional().Nillable().Immutable().Comment("the request that was withdrawn with it; null: there was none"),
		instant("expires_at"),
	}
}

// Edges of a removed absence.
func (RemovedAbsence) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("person", Person.Type).Ref("restorable_absences").Field("person_id").Unique().Required().Immutable(),
	}
}

// Indexes of a removed absence.
func (RemovedAbsence) Indexes() []ent.Index {
	return []ent.Index{index.Fields("person_id"), index.Fields("expires_at")}
}

// Annotations of the table.
func (RemovedAbsence) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"removed_absence_in_days_or_times": "((first_day <= last_day AND starts_at IS NULL AND ends_at IS NULL)" +
			" OR (starts_at < ends_at AND first_day IS NULL AND last_day IS NULL))",
	})}
}
