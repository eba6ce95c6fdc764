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

// noAnswer asks for none. The library itself writes it in small letters, which some programs do not read.
var noAnswer = &ics.KeyValues{Key: string(ics.ParameterRsvp), Value: []string{"FALSE"}}

func calendarEntryOf(f Facts, now civil.Instant) *CalendarEntry {
	method := ics.MethodRequest
	if f.Kind == mail.KindCANCELLED {
		method = ics.MethodCancel
	}
	event := f.calendarEntry().Appointment().Event()
	event.SetDtStampTime(now.Time())
	if f.Organizer != "" {
		event.SetOrganizer(ical.Line(form.ASCIIAddress(f.Organizer)), ics.WithCN(commonName(f.Branch.Name)))
	}
	if f.Customer.Email != "" {
		// They have accepted by booking.
		event.AddAttendee(ical.Line(form.ASCIIAddress(f.Customer.Email)), ics.WithCN(commonName(f.Customer.Name)), ics.ParticipationStatusAccepted, noAnswer)
	}
	c := ical.New(method)
	c.AddVEvent(event)
	return &CalendarEntry{Method: string(method), Body: ical.Bytes(c)}
}

func (f Facts) calendarEntry() ical.CustomerEntry {
	return ical.CustomerEntry{
		Language: f.Language, ID: f.AppointmentID, Version: f.Version, Start: f.Start, End: f.End, Cancelled: f.Kind == mail.KindCANCELLED,
		Service: f.Service, Staff: f.Staff, Branch: f.Branch.Name, Place: f.address(), JoinURL: f.JoinURL, ManageURL: f.ManageURL,
	}
}

// commonName removes characters that a parameter cannot hold: the library would escape them with backslashes, which
// calendar programs display.
func commonName(name string) string {
	return strings.NewReplacer(`"`, "", `\`, "", "'", "’", ",", " ", ";", " ", ":", " ").Replace(ical.Line(name))
}
