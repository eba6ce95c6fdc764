package schedule

import (
	"context"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/branch"
	"visavis/ent/branchmembership"
	"visavis/ent/person"
	"visavis/ent/staff"
	"visavis/internal/civil"
)

// BranchesOf lists the branches in which the people work or have appointments to
// come: what one of them does or leaves decides about the starts there.
func BranchesOf(ctx context.Context, client *ent.Client, now civil.Instant, personIDs ...string) ([]string, error) {
	var booked []string
	err := client.Appointment.Query().
		Where(appointment.PersonIDIn(personIDs...), appointment.Live(true), appointment.EndsAtGT(now)).
		Unique(true).Select(appointment.FieldBranchID).Scan(ctx, &booked)
	if err != nil {
		return nil, err
	}
	profiles := staff.HasPersonWith(person.IDIn(personIDs...))
	active := branchmembership.And(branchmembership.Active(true), branchmembership.HasStaffWith(profiles))
	return client.Branch.Query().
		Where(branch.Or(branch.HasMembershipsWith(active), branch.IDIn(booked...))).
		Order(branch.ByID()).IDs(ctx)
}
