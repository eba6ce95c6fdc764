package reach

import (
	"entgo.io/ent/dialect/sql"

	"visavis/ent/branch"
	"visavis/ent/branchmembership"
	"visavis/ent/predicate"
)

// FirstBranches selects the memberships of each profile in the first branches by name in which it is active, so many at most; among
// some branches if there are any.
func FirstBranches(most int, staffIDs, among []string) predicate.BranchMembership {
	return func(s *sql.Selector) {
		const place = "place"
		builder := sql.Dialect(s.Dialect())
		m, b := builder.Table(branchmembership.Table).As("m"), builder.Table(branch.Table).As("b")
		ordered := builder.Select(m.C(branchmembership.FieldID)).From(m).Join(b).On(m.C(branchmembership.FieldBranchID), b.C(branch.FieldID)).
			Where(sql.And(sql.In(m.C(branchmembership.FieldStaffID), values(staffIDs)...), sql.EQ(m.C(branchmembership.FieldActive), true)))
		if len(among) > 0 {
			ordered.Where(sql.In(m.C(branchmembership.FieldBranchID), values(among)...))
		}
		ordered.AppendSelectExprAs(sql.RowNumber().PartitionBy(m.C(branchmembership.FieldStaffID)).OrderBy(b.C(branch.FieldOrderKey), b.C(branch.FieldID)), place)
		first := builder.Select(branchmembership.FieldID).From(ordered.As("ordered")).Where(sql.LTE(place, most))
		s.Where(sql.In(s.C(branchmembership.FieldID), first))
	}
}

func values(ids []string) []any {
	list := make([]any, len(ids))
	for i, id := range ids {
		list[i] = id
	}
	return list
}
