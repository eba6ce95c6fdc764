package ical

import (
	"fmt"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"visavis/internal/civil"
	"visavis/internal/locale"
)

// A CustomerEntry is an appointment in the calendar of a customer.
type CustomerEntry struct {
	Language   locale.Locale
	ID         string
	Version    int
	Start, End civil.Instant
	Cancelled  bool
	Service    string
	Staff      string // the display name
	Branch     string
	Place      string // the address of the branch with its name; may be empty
	JoinURL    string // empty: not by video
	ManageURL  string // empty: not changeable online
}

// The alarms before an appointment: time to sit down before a camera, and time for the way to the salon.
const (
	videoAlarm = 15 * time.Minute
	salonAlarm = time.Hour
)

// File returns a calendar with the entry alone, as a file that a customer opens.
func (c CustomerEntry) File(now civil.Instant) []byte {
	event := c.Appointment().Event()
	event.SetDtStampTime(now.Time())
	calendar := New(ics.MethodPublish)
	calendar.AddVEvent(event)
	return Bytes(calendar)
}

// Appointment returns the content of the entry. A cancelled one has no links and no alarm.
func (c CustomerEntry) Appointment() Appointment {
	w := catalog.In(c.Language)
	a := Appointment{
		ID: c.ID, Version: c.Version, Start: c.Start, End: c.End, Cancelled: c.Cancelled, Summary: c.Service + " · " + c.Branch, Location: c.Place,
	}
	lines := []string{fmt.Sprintf(w.with, c.Staff)}
	if c.Cancelled {
		if c.JoinURL != "" {
			a.Location = ""
		}
		a.Description = lines[0]
		return a
	}
	a.Alarm = salonAlarm
	if c.JoinURL != "" {
		a.Location, a.URL, a.Alarm = c.JoinURL, c.JoinURL, videoAlarm
		lines = append(lines, fmt.Sprintf(w.joinAt, c.JoinURL))
	} else if c.Place != "" {
		lines = append(lines, fmt.Sprintf(w.findAt, c.Place))
	}
	if c.ManageURL != "" {
		lines = append(lines, fmt.Sprintf(w.changeAt, c.ManageURL))
	}
	a.Description = strings.Join(lines, "\n")
	return a
}
