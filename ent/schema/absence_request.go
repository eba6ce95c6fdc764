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

// AbsenceRequest is an absence that a member asks for. It keeps nobody from working: the absence exists once a manager approves it.
type AbsenceRequest struct{ ent.Schema }

// Fields of an absence request.
func (AbsenceRequest) Fields() []ent.Field {
	return []ent.Field{
		identifier(id.AbsenceRequest),
		field.String("staff_id").MaxLen(64).Immutable().Comment("profile that asked; its person is to be absent"),
		field.Enum("kind").Values("HOLIDAY", "TRAINING", "OTHER").Immutable(),
		field.String("note").Default("").Immutable().Sensitive(),
		optionalLocalDate("first_day"),
		optionalLocalDate("last_day"),
		optionalInstant("starts_at"),
		optionalInstant("ends_at"),
		instant("created_at"),
		field.Enum("state").Values("OPEN", "APPROVED", "DECLINED", "WITHDRAWN").Default("OPEN"),
		field.String("answer").Default("").Sensitive().Comment("sentence of who declined it"),
		optionalInstant("answered_at"),
		field.String("answered_by").MaxLen(64).Optional().Nillable().Comment("ID of the profile; null: nobody has answered"),
		field.String("absence_id").MaxLen(64).Optional().Nillable().Comment("of an approved request"),
	}
}

// Edges of an absence request.
func (AbsenceRequest) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("staff", Staff.Type).Ref("absence_requests").Field("staff_id").Unique().Required().Immutable(),
	}
}

// Indexes of an absence request.
func (AbsenceRequest) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("staff_id"),
		index.Fields("state", "created_at", "id"),
		index.Fields("absence_id").Unique().Annotations(entsql.IndexWhere("absence_id IS NOT NULL")),
	}
}

// Annotations of the table.
func (AbsenceRequest) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"absence_request_in_days_or_times": "((first_day <= last_day AND starts_at IS NULL AND ends_at IS NULL)" +
			" OR (starts_at < ends_at AND first_day IS NULL AND last_day IS NULL))",
		"absence_request_approved_as_absence": "(absence_id IS NULL OR state = 'APPROVED')",
	})}
}
