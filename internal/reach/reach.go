// Package reach selects the rows that the role of an actor reaches, by the rules of [actor.Actor.In]. Owners reach all.
package reach

import (
	"context"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/ent/branchmembership"
	"visavis/ent/device"
	"visavis/ent/predicate"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/problem"
)

// Branches selects the branches that the actor reaches.
func Branches(who actor.Actor) []predicate.Branch {
	if who.Role == actor.Owner {
		return nil
	}
	return []predicate.Branch{branch.IDIn(who.Branches...)}
}

// Devices selects the tills in the branches that the actor reaches.
func Devices(who actor.Actor) []predicate.Device {
	if who.Role == actor.Owner {
		return nil
	}
	return []predicate.Device{device.BranchIDIn(who.Branches...)}
}

// Profiles selects the profiles that the actor sees in full: those of their own person, for receptionists those active in
// their branches, and for managers also those without a branch.
func Profiles(who actor.Actor) []predicate.Staff {
	if who.Role == actor.Owner {
		return nil
	}
	seen := []predicate.Staff{staff.PersonID(who.PersonID)}
	if who.Role >= actor.Receptionist {
		seen = append(seen, staff.HasMembershipsWith(branchmembership.Active(true), branchmembership.BranchIDIn(who.Branches...)))
	}
	if who.Role >= actor.Manager {
		seen = append(seen, staff.Not(staff.HasMembershipsWith(branchmembership.Active(true))))
	}
	return []predicate.Staff{staff.Or(seen...)}
}

// BranchesOf returns the branches in which any of the profiles is active.
func BranchesOf(ctx context.Context, client *ent.Client, profiles ...predicate.Staff) ([]string, error) {
	return client.Branch.Query().
		Where(branch.HasMembershipsWith(branchmembership.Active(true), branchmembership.HasStaffWith(profiles...))).IDs(ctx)
}

// CheckReception returns a problem of the field unless the actor is a receptionist or manager in the branch.
func CheckReception(ctx context.Context, branchID, field string) error {
	if actor.Of(ctx).In(branchID) >= actor.Receptionist {
		return nil
	}
	return problem.New(problem.OwnBranchesOnly, field)
}

// CheckSetUp returns a problem of the field unless the actor sets up the branch.
func CheckSetUp(ctx context.Context, branchID, field string) error {
	if actor.Of(ctx).SetsUp(branchID) {
		return nil
	}
	return problem.New(problem.OwnBranchesOnly, field)
}
