package mail

import (
	"context"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/ent/branchmembership"
	"visavis/ent/mail"
	"visavis/ent/predicate"
)

// read returns a mail, if it is among some, with the data of its message, or ent's not-found error.
func (m *Mail) read(ctx context.Context, mailID string, among ...predicate.Mail) (what *details, err error) {
	err = m.database.View(ctx, func(client *ent.Client) error {
		row, err := client.Mail.Query().Where(mail.ID(mailID)).Where(among...).
			WithAppointment(func(q *ent.AppointmentQuery) { q.WithBranch().WithService().WithStaff() }).
			WithStaff(func(q *ent.StaffQuery) { q.WithAccount() }).
			Only(ctx)
		if err != nil {
			return err
		}
		what = &details{Mail: row}
		if row.StaffID == nil {
			what.branch = row.Edges.Appointment.Edges.Branch
			return nil
		}
		what.branch, err = branchOf(ctx, client, *row.StaffID)
		return err
	})
	return what, err
}

// branchOf returns the first branch by name in which a profile works, else the salon's first branch, nil if the salon
// has none.
func branchOf(ctx context.Context, client *ent.Client, staffID string) (*ent.Branch, error) {
	branches, err := client.Branch.Query().Order(ent.Asc(branch.FieldOrderKey, branch.FieldID)).
		WithMemberships(func(q *ent.BranchMembershipQuery) {
			q.Where(branchmembership.StaffID(staffID), branchmembership.Active(true))
		}).All(ctx)
	for _, b := range branches {
		if len(b.Edges.Memberships) > 0 {
			return b, err
		}
	}
	if len(branches) > 0 {
		return branches[0], err
	}
	return nil, err
}
