package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"visavis/internal/civil"
)

// ClearedPlan is a work plan that was cleared before it began. It offers no times; it is kept so that it can be brought back.
type ClearedPlan struct{ ent.Schema }

// Fields of a cleared plan.
func (ClearedPlan) Fields() []ent.Field {
	return []ent.Field{
		reference("staff_id"),
		reference("branch_id"),
		localDate("valid_from"),
		optionalLocalDate("valid_until"),
		localDate("rotation_start"),
		field.JSON("weeks", [][7]civil.Intervals{}).Immutable().Comment("the weeks of the rotation, each from Sunday"),
		instant("cleared_at"),
	}
}

// Edges of a cleared plan.
func (ClearedPlan) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("staff", Staff.Type).Ref("cleared_plans").Field("staff_id").Unique().Required().Immutable(),
		edge.To("branch", Branch.Type).Field("branch_id").Unique().Required().Immutable(),
	}
}

// Indexes of a cleared plan.
func (ClearedPlan) Indexes() []ent.Index { return []ent.Index{index.Fields("staff_id", "branch_id")} }

// Annotations of the table.
func (ClearedPlan) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{"cleared_plan_in_range": "valid_until IS NULL OR valid_from <= valid_until"})}
}
