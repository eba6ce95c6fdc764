package compose

import (
	"strings"

	ics "github.com/arran4/golang-ical"

	"visavis/ent/mail"
	"visavis/internal/civil"
	"visavis/internal/form"
	"visavis/internal/ical"
)

// CalendarEntry is the appointment for a calendar program (RFC 5545 and 5546).
type CalendarEntry struct {
	Method string // also a parameter of the attachment's content type
	Body   []byte
}

func calendarEntryOf(f Facts, now civil.Instant) *CalendarEntry {
	method := ics.MethodRequest
	entry := ical.Appointment{
		ID: f.AppointmentID, Version: f.Version, Start: f.Start, End: f.End, Summary: f.Service + " · " + f.Branch.Name,
	}
	switch {
	case f.Kind == mail.KindCANCELLED:
		method, entry.Cancelled = ics.MethodCancel, true
	case f.JoinURL != "":
		entry.Location, entry.URL = f.JoinURL, f.JoinURL
	}
	if f.JoinURL == "" {
		entry.Location = f.address()
	}
	event := entry.Event()
	event.SetDtStampTime(now.Time())
	if f.Organizer != "" {
		event.SetOrganizer(ical.Line(form.ASCIIAddress(f.Organizer)), ics.WithCN(commonName(f.Branch.Name)))
	}
	if f.Customer.Email != "" {
		// They have accepted by booking.
		event.AddAttendee(ical.Line(form.ASCIIAddress(f.Customer.Email)), ics.WithCN(commonName(f.Customer.Name)), ics.ParticipationStatusAccepted, ics.WithRSVP(false))
	}
	c := ical.New(method)
	c.AddVEvent(event)
	return &CalendarEntry{Method: string(method), Body: ical.Bytes(c)}
}

// commonName removes characters that a parameter cannot hold: the library would escape them with backslashes, which
// calendar programs display.
func commonName(name string) string {
	return strings.NewReplacer(`"`, "", `\`, "", "'", "’", ",", " ", ";", " ", ":", " ").Replace(ical.Line(name))
}
