// Package ical formats appointments as calendar entries (RFC 5545) for mails, downloads and feeds. Their UIDs are
// stable, so that calendar programs update existing entries.
package ical

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	ics "github.com/arran4/golang-ical"

	"visavis/ent"
	"visavis/internal/civil"
	"visavis/internal/postaladdress"
)

// ContentType is the content type of calendars.
const ContentType = "text/calendar; charset=utf-8"

// New returns an empty calendar.
func New(method ics.Method) *ics.Calendar {
	c := ics.NewCalendar()
	c.SetProductId("-//visavis//visavis//EN")
	c.SetMethod(method)
	return c
}

// Bytes serializes a calendar.
func Bytes(c *ics.Calendar) []byte { return []byte(c.Serialize(ics.WithNewLineWindows)) }

// An Appointment is the content of an entry except for DTSTAMP.
type Appointment struct {
	ID         string
	Version    int
	Start, End civil.Instant
	Cancelled  bool
	Summary    string
	// All may be empty.
	Location, URL string
	Description   string        // lines
	Alarm         time.Duration // before the start
}

// Event returns the entry. The UID stays the same when the appointment moves, and the sequence increases, so that
// calendar programs move the existing entry.
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
	if a.Description != "" {
		event.SetDescription(lines(a.Description))
	}
	if a.Alarm != 0 {
		alarm := event.AddAlarm()
		alarm.SetAction(ics.ActionDisplay)
		alarm.SetTrigger(fmt.Sprintf("-PT%dM", int(a.Alarm.Minutes())))
		alarm.SetDescription(Line(a.Summary))
	}
	return event
}

// NewEvent returns an entry with a UID made of the ID.
func NewEvent(id string) *ics.VEvent { return ics.NewEvent(id + "@visavis") }

// Line removes control characters, because the library does not escape all values.
func Line(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, text)
}

// lines is Line for a text of several lines.
func lines(text string) string {
	var clean []string
	for line := range strings.SplitSeq(text, "\n") {
		clean = append(clean, Line(line))
	}
	return strings.Join(clean, "\n")
}

// LocationOf returns the name and address of a branch.
func LocationOf(row *ent.Branch) string {
	return strings.Join(append([]string{row.Name}, postaladdress.Lines(row)...), ", ")
}
