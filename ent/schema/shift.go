package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Shift holds the working times of one day in one week of a work plan's rotation.
type Shift struct{ ent.Schema }

// Fields of a shift.
func (Shift) Fields() []ent.Field {
	return []ent.Field{
		field.Int("work_plan_id").Immutable(),
		field.Int("week").Positive().Comment("counts from 1 to the plan's rotation_weeks"),
		weekday(),
		intervals(),
	}
}

// Edges of a shift.
func (Shift) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("work_plan", WorkPlan.Type).Ref("shifts").Field("work_plan_id").Unique().Required().Immutable(),
	}
}

// Indexes of a shift.
func (Shift) Indexes() []ent.Index {
	return []ent.Index{index.Fields("work_plan_id", "week", "weekday").Unique()}
}
