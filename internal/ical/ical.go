// Package ical makes the entries of calendars that appointments have in mails, downloads and feeds (RFC 5545): always
// the same one, so that calendar programs find it again.
package ical

import (
	"strings"
	"unicode"

	ics "github.com/arran4/golang-ical"

	"visavis/ent"
	"visavis/internal/civil"
)

// ContentType is what calendars are.
const ContentType = "text/calendar; charset=utf-8"

// New returns an empty calendar.
func New(method ics.Method) *ics.Calendar {
	c := ics.NewCalendar()
	c.SetProductId("-//visavis//visavis//EN")
	c.SetMethod(method)
	return c
}

// Bytes writes a calendar.
func Bytes(c *ics.Calendar) []byte { return []byte(c.Serialize(ics.WithNewLineWindows)) }

// An Appointment is what an entry tells. It lacks the time of its writing, DTSTAMP.
type Appointment struct {
	ID         string
	Version    int
	Start, End civil.Instant
	Cancelled  bool
	Summary    string
	Location   string // may be empty
	URL        string // may be empty
}

// Event makes the entry. It keeps the UID over all moves, and raises the sequence with each: so calendar programs move
// the entry that they have.
func (a Appointment) Event() *ics.VEvent {
	event := NewEvent(a.ID)
	event.SetSequence(a.Version - 1)
	event.SetStartAt(a.Start.Time())
	event.SetEndAt(a.End.Time())
	if a.Cancelled {
		event.SetStatus(ics.ObjectStatusCancelled)
	} else {
		event.SetStatus(ics.ObjectStatusConfirmed)
	}
	event.SetSummary(Line(a.Summary))
	if a.Location != "" {
		event.SetLocation(Line(a.Location))
	}
	if a.URL != "" {
		event.SetURL(Line(a.URL))
	}
	return event
}

// NewEvent returns an entry of whatever has the ID.
func NewEvent(id string) *ics.VEvent { return ics.NewEvent(id + "@visavis") }

// Line keeps a value on its line: not every one is escaped by the library.
func Line(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, text)
}

// PlaceOf returns the name and the address of a branch.
func LocationOf(row *ent.Branch) string {
	var parts []string
	for _, part := range []string{row.Name, row.Street, strings.TrimSpace(row.PostalCode + " " + row.City), row.Country} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ", ")
}
