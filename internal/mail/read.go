package mail

import (
	"context"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/branch"
	"visavis/ent/branchmembership"
	"visavis/ent/changerequest"
	"visavis/ent/mail"
	"visavis/ent/mailtext"
	"visavis/ent/offer"
	"visavis/ent/predicate"
	"visavis/internal/notification"
	"visavis/internal/store"
)

// read returns a mail, if it is among some, with the data of its message, or ent's not-found error.
func (m *Mail) read(ctx context.Context, mailID string, among ...predicate.Mail) (what *details, err error) {
	err = m.database.View(ctx, func(client *ent.Client) error {
		row, err := client.Mail.Query().Where(mail.ID(mailID)).Where(among...).
			WithAppointment(func(q *ent.AppointmentQuery) { q.WithBranch().WithService().WithStaff().WithCustomer() }).
			WithStaff(func(q *ent.StaffQuery) { q.WithAccount() }).
			Only(ctx)
		if err != nil {
			return err
		}
		what = &details{Mail: row}
		if notification.KindOf(row.Kind) != "" {
			return what.readNotified(ctx, client)
		}
		if row.StaffID == nil {
			what.branch = row.Edges.Appointment.Edges.Branch
			switch {
			case row.Kind == mail.KindOFFER:
				err = what.readOffer(ctx, client)
			case row.Occasion != "":
				what.request, err = store.OrNil(client.ChangeRequest.Query().Where(changerequest.ID(row.Occasion)).Only(ctx))
			}
			if err != nil {
				return err
			}
			return what.readTexts(ctx, client)
		}
		what.branch, err = branchOf(ctx, client, *row.StaffID)
		return err
	})
	if err == nil && what.StaffID == nil && what.NotifiedID == "" && what.Kind != mail.KindCHANGE_REQUESTED { // staff know whom their mails are from
		err = m.readBrand(ctx, what)
	}
	return what, err
}

// readOffer reads the offer that a mail is about, and its starts.
func (m *details) readOffer(ctx context.Context, client *ent.Client) (err error) {
	if m.offer, err = store.OrNil(client.Offer.Query().Where(offer.ID(m.Occasion)).Only(ctx)); err != nil {
		return err
	}
	m.starts, err = client.Appointment.Query().Where(appointment.OfferID(m.Occasion)).Order(appointment.ByStartsAt(), appointment.ByID()).WithStaff().All(ctx)
	return err
}

// readTexts reads what a mail about an appointment says beside its facts.
func (m *details) readTexts(ctx context.Context, client *ent.Client) (err error) {
	language := m.language()
	if language == "" {
		return nil // there is no recipient
	}
	m.text, err = store.OrNil(client.MailText.Query().Where(
		mailtext.BranchID(m.branch.ID), mailtext.KindEQ(m.textKind()), mailtext.LocaleEQ(mailtext.Locale(language)),
	).Only(ctx))
	if err == nil && m.MovedFromStaffID != "" {
		m.movedFromStaff, err = store.OrNil(client.Staff.Get(ctx, m.MovedFromStaffID))
	}
	if err == nil && m.ChangedFromServiceID != "" {
		m.changedFromService, err = store.OrNil(client.Service.Get(ctx, m.ChangedFromServiceID))
	}
	return err
}

// branchOf returns the branch that a mail about the access of a profile comes from: of those that have an address, else of all,
// the first by name in which the profile works, else the first. It returns nil if the salon has no branch.
func branchOf(ctx context.Context, client *ent.Client, staffID string) (*ent.Branch, error) {
	branches, err := client.Branch.Query().Order(ent.Asc(branch.FieldOrderKey, branch.FieldID)).
		WithMemberships(func(q *ent.BranchMembershipQuery) {
			q.Where(branchmembership.StaffID(staffID), branchmembership.Active(true))
		}).All(ctx)
	var best *ent.Branch
	for _, b := range branches {
		if best == nil || suitability(b) > suitability(best) {
			best = b
		}
	}
	return best, err
}

// suitability is higher the better a branch suits as the sender of a mail about access.
func suitability(b *ent.Branch) (points int) {
	if b.Email != "" {
		points += 2
	}
	if len(b.Edges.Memberships) > 0 {
		points++
	}
	return points
}
