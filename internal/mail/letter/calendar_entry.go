package letter

import (
	"strings"
	"unicode"

	ics "github.com/arran4/golang-ical"

	"visavis/ent/mail"
	"visavis/internal/civil"
)

// CalendarEntry is the appointment for a calendar program (RFC 5545 and 5546).
type CalendarEntry struct {
	Method string // which goes into the type of the attachment, too
	Body   []byte
}

// calendarEntryOf keeps the UID over all moves, and raises the sequence with each:
// so calendar programs move the entry that they have.
func calendarEntryOf(f Facts, now civil.Instant) *CalendarEntry {
	method, status := ics.MethodRequest, ics.ObjectStatusConfirmed
	if f.Kind == mail.KindCANCELLED {
		method, status = ics.MethodCancel, ics.ObjectStatusCancelled
	}
	c := ics.NewCalendar()
	c.SetProductId("-//visavis//visavis//EN")
	c.SetMethod(method)
	event := c.AddEvent(f.AppointmentID + "@visavis")
	event.SetSequence(f.Version - 1)
	event.SetDtStampTime(now.Time())
	event.SetStartAt(f.Start.Time())
	event.SetEndAt(f.End.Time())
	event.SetStatus(status)
	event.SetSummary(withoutControls(f.Service + " · " + f.Branch.Name))
	switch {
	case f.JoinURL == "":
		event.SetLocation(withoutControls(f.address()))
	case f.Kind != mail.KindCANCELLED:
		event.SetLocation(f.JoinURL)
		event.SetURL(f.JoinURL)
	}
	if f.Organizer != "" {
		event.SetOrganizer(withoutControls(f.Organizer), ics.WithCN(commonName(f.Branch.Name)))
	}
	if f.Customer.Email != "" {
		// They have agreed by booking, and are not asked again.
		event.AddAttendee(withoutControls(f.Customer.Email), ics.WithCN(commonName(f.Customer.Name)), ics.ParticipationStatusAccepted, ics.WithRSVP(false))
	}
	return &CalendarEntry{Method: string(method), Body: []byte(c.Serialize(ics.WithNewLineWindows))}
}

// commonName takes out of a name what a parameter cannot hold: the library would put
// backslashes before it, which calendar programs show.
func commonName(name string) string {
	return strings.NewReplacer(`"`, "", `\`, "", "'", "’", ",", " ", ";", " ", ":", " ").Replace(withoutControls(name))
}

// withoutControls keeps a value on its line: not every one is escaped by the library.
func withoutControls(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, text)
}
