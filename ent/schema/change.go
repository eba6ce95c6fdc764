package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Change is one entry of a branch's feed, numbered without gaps in the order of
// the commits.
type Change struct{ ent.Schema }

// Fields of a change.
func (Change) Fields() []ent.Field {
	return []ent.Field{
		reference("branch_id"),
		field.Int64("sequence").Immutable(),
		field.Enum("kind").Values(
			"BRANCH", "OPENING_HOURS", "OPENING_EXCEPTION", "SERVICE", "STAFF", "BRANCH_LIBRARY", "COMPETENCY",
			"VIDEO_LINK", "WORK_PLAN", "SHIFT_OVERRIDE", "ABSENCE", "VIDEO_ONLY_MODE", "APPOINTMENT").Immutable(),
		field.Strings("staff_ids").Immutable().Comment("empty: everyone"),
		field.String("appointment_id").Optional().Immutable().Comment("of a change of kind APPOINTMENT"),
		optionalLocalDate("first_date"),
		optionalLocalDate("last_date"),
		instant("at"),
	}
}

// Edges of a change.
func (Change) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("branch", Branch.Type).Ref("changes").Field("branch_id").Unique().Required().Immutable(),
	}
}

// Indexes of a change.
func (Change) Indexes() []ent.Index {
	return []ent.Index{index.Fields("branch_id", "sequence").Unique()}
}
