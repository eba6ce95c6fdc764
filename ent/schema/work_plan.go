package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// WorkPlan is a profile's rotation of weeks in a branch during one period. The
// periods of one profile in one branch never overlap.
type WorkPlan struct{ ent.Schema }

// Fields of a work plan.
func (WorkPlan) Fields() []ent.Field {
	return []ent.Field{
		reference("staff_id"),
		reference("branch_id"),
		optionalLocalDate("valid_from"),
		optionalLocalDate("valid_until"),
		field.Int("rotation_weeks").Default(1),
		localDate("rotation_start"),
		version(),
	}
}

// Edges of a work plan.
func (WorkPlan) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("staff", Staff.Type).Ref("work_plans").Field("staff_id").Unique().Required().Immutable(),
		edge.To("branch", Branch.Type).Field("branch_id").Unique().Required().Immutable(),
		edge.To("shifts", Shift.Type).Annotations(entsql.OnDelete(entsql.Cascade)),
	}
}

// Indexes of a work plan.
func (WorkPlan) Indexes() []ent.Index { return []ent.Index{index.Fields("staff_id", "branch_id")} }

// Annotations of the table.
func (WorkPlan) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"work_plan_in_range": "rotation_weeks > 0 AND (valid_from IS NULL OR valid_until IS NULL OR valid_from <= valid_until)",
	})}
}
