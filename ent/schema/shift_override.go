package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/index"
)

// ShiftOverride replaces a profile's shifts in a branch on one date; without
// intervals the profile does not work there that day.
type ShiftOverride struct{ ent.Schema }

// Fields of a shift override.
func (ShiftOverride) Fields() []ent.Field {
	return []ent.Field{reference("staff_id"), reference("branch_id"), localDate("date"), intervals(), version()}
}

// Edges of a shift override.
func (ShiftOverride) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("staff", Staff.Type).Ref("shift_overrides").Field("staff_id").Unique().Required().Immutable(),
		edge.To("branch", Branch.Type).Field("branch_id").Unique().Required().Immutable(),
	}
}

// Indexes of a shift override.
func (ShiftOverride) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("staff_id", "branch_id", "date").Unique(),
		index.Fields("branch_id", "date"),
	}
}
