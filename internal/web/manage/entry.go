package manage

import (
	"context"

	ics "github.com/arran4/golang-ical"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/internal/civil"
	"visavis/internal/ical"
	"visavis/internal/link"
)

// An entry is an appointment with the data of its calendar entry.
type entry struct {
	*ent.Appointment
	branch  *ent.Branch
	service *ent.Service
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
	return &entry{row, branch, service}, err
}

// write formats the entry. Its join link stays valid when the appointment moves.
func (e *entry) write(publicURL string, now civil.Instant) []byte {
	a := ical.Appointment{
		ID: e.ID, Version: e.Version, Start: e.StartsAt, End: e.EndsAt,
		Cancelled: e.Status == appointment.StatusCANCELLED,
		Summary:   e.service.Name + " · " + e.branch.Name, Location: ical.LocationOf(e.branch),
	}
	if e.JoinToken != nil {
		a.URL = publicURL + link.Join(*e.JoinToken)
		a.Location = a.URL
	}
	event := a.Event()
	event.SetDtStampTime(now.Time())
	c := ical.New(ics.MethodPublish)
	c.AddVEvent(event)
	return ical.Bytes(c)
}
