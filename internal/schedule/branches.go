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

// BranchesOf lists the branches in which the people work or have appointments to
// come: what one of them does or leaves decides about the starts there.
func BranchesOf(ctx context.Context, client *ent.Client, now civil.Instant, personIDs ...string) ([]string, error) {
	var booked []string
	err := client.Appointment.Query().
		Where(appointment.PersonIDIn(personIDs...), appointment.Live(true), EndsAfter(now)).
		Unique(true).Select(appointment.FieldBranchID).Scan(ctx, &booked)
	if err != nil {
		return nil, err
	}
	var active []string
	err = client.BranchMembership.Query().
		Where(branchmembership.Active(true), branchmembership.HasStaffWith(staff.PersonIDIn(personIDs...))).
		Unique(true).Select(branchmembership.FieldBranchID).Scan(ctx, &active)
	if err != nil {
		return nil, err
	}
	all := append(booked, active...)
	slices.Sort(all)
	return slices.Compact(all), nil
}

// longest is how long an appointment is at most: the database sees to it.
const longest = 24 * time.Hour

// EndsAfter selects appointments by their end. It tells when they start, too, by which they are found: history grows.
func EndsAfter(at civil.Instant) predicate.Appointment {
	return appointment.And(appointment.EndsAtGT(at), appointment.StartsAtGT(at.Add(-longest)))
}
