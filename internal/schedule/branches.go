package schedule

import (
	"context"
	"slices"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/branchmembership"
	"visavis/ent/predicate"
	"visavis/ent/staff"
	"visavis/internal/civil"
)

// Reach is where one person's time is offered.
type Reach struct {
	ProfileIDs []string // of the person
	BranchIDs  []string // in which the person works; some may come twice
}

// ReachOf gives the reach of each of the people: a booking of theirs decides about the starts there, and about no others.
func ReachOf(ctx context.Context, client *ent.Client, personIDs ...string) (map[string]*Reach, error) {
	reach := make(map[string]*Reach, len(personIDs))
	for _, personID := range personIDs {
		reach[personID] = &Reach{}
	}
	profiles, err := client.Staff.Query().
		Where(staff.PersonIDIn(personIDs...)).
		WithMemberships(func(q *ent.BranchMembershipQuery) { q.Where(branchmembership.Active(true)) }).
		Order(staff.ByID()).All(ctx)
	for _, profile := range profiles {
		of := reach[profile.PersonID]
		of.ProfileIDs = append(of.ProfileIDs, profile.ID)
		for _, membership := range profile.Edges.Memberships {
			of.BranchIDs = append(of.BranchIDs, membership.BranchID)
		}
	}
	return reach, err
}

// BranchesOf lists the branches in which any of the people works or has appointments to come: what becomes of the people
// themselves decides about the starts in the ones, and may strand the appointments in the others.
func BranchesOf(ctx context.Context, client *ent.Client, now civil.Instant, personIDs ...string) ([]string, error) {
	reach, err := ReachOf(ctx, client, personIDs...)
	if err != nil {
		return nil, err
	}
	var branchIDs []string
	err = client.Appointment.Query().
		Where(appointment.PersonIDIn(personIDs...), appointment.Live(true), EndsAfter(now)).
		Unique(true).Select(appointment.FieldBranchID).Scan(ctx, &branchIDs)
	for _, of := range reach {
		branchIDs = append(branchIDs, of.BranchIDs...)
	}
	slices.Sort(branchIDs)
	return slices.Compact(branchIDs), err
}

// longest is how long an appointment is at most: the database sees to it.
const longest = 24 * time.Hour

// EndsAfter selects appointments by their end. It tells when they start, too, by which they are found: history grows.
func EndsAfter(at civil.Instant) predicate.Appointment {
	return appointment.And(appointment.EndsAtGT(at), appointment.StartsAtGT(at.Add(-longest)))
}
