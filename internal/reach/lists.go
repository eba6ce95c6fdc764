package reach

import (
	"entgo.io/ent/dialect/sql"

	"visavis/ent/branchmembership"
	"visavis/ent/predicate"
	"visavis/ent/staff"
	"visavis/internal/actor"
)

// Lists of profiles begin at the memberships: the databases would look at every profile of a chain otherwise, until a page is full.

// ListedProfiles selects the same profiles as [Profiles], for lists of them.
func ListedProfiles(who actor.Actor) []predicate.Staff {
	if who.Role == actor.Owner {
		return nil
	}
	return []predicate.Staff{func(s *sql.Selector) {
		p := sql.Dialect(s.Dialect()).Table(staff.Table).As("p")
		seen := sql.Dialect(s.Dialect()).Select(p.C(staff.FieldID)).From(p).Where(sql.EQ(p.C(staff.FieldPersonID), who.PersonID))
		if who.Role >= actor.Receptionist {
			seen.Union(activeIn(s, values(who.Branches)...))
		}
		if who.Role >= actor.Manager {
			w, m := sql.Dialect(s.Dialect()).Table(staff.Table).As("w"), sql.Dialect(s.Dialect()).Table(branchmembership.Table).As("m")
			somewhere := sql.Dialect(s.Dialect()).SelectExpr(sql.Raw("1")).From(m).
				Where(sql.And(sql.ColumnsEQ(m.C(branchmembership.FieldStaffID), w.C(staff.FieldID)), sql.EQ(m.C(branchmembership.FieldActive), true)))
			seen.Union(sql.Dialect(s.Dialect()).Select(w.C(staff.FieldID)).From(w).Where(sql.NotExists(somewhere)))
		}
		s.Where(sql.In(s.C(staff.FieldID), seen))
	}}
}

// ProfilesIn selects the profiles active in a branch that the actor sees in full. In their own branches these are all, so that no other
// branch is read.
func ProfilesIn(who actor.Actor, branchID string) []predicate.Staff {
	in := []predicate.Staff{ActiveIn(branchID)}
	if who.In(branchID) < actor.Receptionist {
		in = append(in, Profiles(who)...)
	}
	return in
}

// ActiveIn selects the profiles active in any of the branches, archived ones too.
func ActiveIn(branchIDs ...string) predicate.Staff {
	return func(s *sql.Selector) { s.Where(sql.In(s.C(staff.FieldID), activeIn(s, values(branchIDs)...))) }
}

// activeIn returns the IDs of the profiles active in the branches.
func activeIn(s *sql.Selector, branchIDs ...any) *sql.Selector {
	m := sql.Dialect(s.Dialect()).Table(branchmembership.Table).As("m")
	return sql.Dialect(s.Dialect()).Select(m.C(branchmembership.FieldStaffID)).From(m).
		Where(sql.And(sql.In(m.C(branchmembership.FieldBranchID), branchIDs...), sql.EQ(m.C(branchmembership.FieldActive), true)))
}
