package schedule

import (
	"context"
	"slices"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/predicate"
	"visavis/internal/civil"
	"visavis/internal/store"
)

// BranchesOf returns the branches in which any of the people is active or has coming appointments: a change of the person
// affects the starts in the former and may strand appointments in the latter.
func BranchesOf(ctx context.Context, client *ent.Client, now civil.Instant, personIDs ...string) ([]string, error) {
	presences, err := store.Presences(ctx, client, personIDs...)
	if err != nil {
		return nil, err
	}
	var branchIDs []string
	err = client.Appointment.Query().
		Where(appointment.PersonIDIn(personIDs...), appointment.Live(true), EndsAfter(now)).
		Unique(true).Select(appointment.FieldBranchID).Scan(ctx, &branchIDs)
	for _, of := range presences {
		branchIDs = append(branchIDs, of.BranchIDs...)
	}
	slices.Sort(branchIDs)
	return slices.Compact(branchIDs), err
}

// Longest is the longest duration of an appointment, which the database enforces.
const Longest = 24 * time.Hour

// FollowsStart selects what follows an appointment in the order of starts.
func FollowsStart(start civil.Instant, appointmentID string) predicate.Appointment {
	return appointment.And(
		appointment.StartsAtGTE(start), // what follows says so, but not to an index
		appointment.Or(appointment.StartsAtGT(start), appointment.And(appointment.StartsAt(start), appointment.IDGT(appointmentID))),
	)
}

// EndsAfter selects appointments that end after the instant. It bounds their start as well, which is indexed, because
// history grows.
func EndsAfter(at civil.Instant) predicate.Appointment {
	return appointment.And(appointment.EndsAtGT(at), appointment.StartsAtGT(at.Add(-Longest)))
}
