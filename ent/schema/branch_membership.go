package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// BranchMembership is a cell of the branch library: whether a profile works in a branch.
type BranchMembership struct{ ent.Schema }

// Fields of a membership.
func (BranchMembership) Fields() []ent.Field {
	return []ent.Field{reference("staff_id"), reference("branch_id"), field.Bool("active")}
}

// Edges of a membership.
func (BranchMembership) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("staff", Staff.Type).Ref("memberships").Field("staff_id").Unique().Required().Immutable(),
		edge.From("branch", Branch.Type).Ref("memberships").Field("branch_id").Unique().Required().Immutable(),
	}
}

// Indexes of a membership.
func (BranchMembership) Indexes() []ent.Index {
	return []ent.Index{index.Fields("staff_id", "branch_id").Unique(), index.Fields("branch_id")}
}
