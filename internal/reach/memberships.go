package reach

import (
	"visavis/ent"
	"visavis/ent/branchmembership"
)

// ActiveMemberships selects the memberships of branches in which a profile is active, and so counts with its role.
func ActiveMemberships(q *ent.BranchMembershipQuery) { q.Where(branchmembership.Active(true)) }

// WithBranches loads the branches in which profiles are active.
func WithBranches(q *ent.StaffQuery) { q.WithMemberships(ActiveMemberships) }

// BranchIDs returns the IDs of the branches in which a profile is active, loaded by [WithBranches].
func BranchIDs(profile *ent.Staff) []string {
	var branchIDs []string
	for _, m := range profile.Edges.Memberships {
		branchIDs = append(branchIDs, m.BranchID)
	}
	return branchIDs
}
