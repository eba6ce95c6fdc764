package manage

import (
	"context"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/internal/ical"
	"visavis/internal/link"
	"visavis/internal/locale"
)

// An entry is an appointment with the data of its calendar entry.
type entry struct {
	*ent.Appointment
	branch  *ent.Branch
	service *ent.Service
	staff   *ent.Staff
}

// find returns the appointment with the secret, nil if there is none.
func (h *handler) find(ctx context.Context, secret string) (*entry, error) {
	row, err := h.Booking.BookingBySecret(ctx, secret)
	if err != nil || row == nil {
		return nil, err
	}
	branch, err := row.QueryBranch().Only(ctx)
	if err != nil {
		return nil, err
	}
	service, err := row.QueryService().Only(ctx)
	if err != nil {
		return nil, err
	}
	staff, err := row.QueryStaff().Only(ctx)
	return &entry{row, branch, service, staff}, err
}

// language returns that of the customer, or else of the branch.
func (e *entry) language() locale.Locale {
	if e.ContactLocale != nil {
		return locale.Locale(*e.ContactLocale)
	}
	return locale.Locale(e.branch.Locale)
}

// forCalendar returns the calendar entry. Its links stay valid when the appointment moves.
func (e *entry) forCalendar(publicURL string) ical.CustomerEntry {
	c := ical.CustomerEntry{
		Language: e.language(), ID: e.ID, Version: e.Version, Start: e.StartsAt, End: e.EndsAt, Cancelled: e.Status == appointment.StatusCANCELLED,
		Service: e.service.Name, Staff: e.staff.DisplayName, Branch: e.branch.Name, Place: ical.LocationOf(e.branch), ManageURL: publicURL + link.Manage(*e.Secret),
	}
	if e.JoinToken != nil {
		c.JoinURL = publicURL + link.Join(*e.JoinToken)
	}
	return c
}
