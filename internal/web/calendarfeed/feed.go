package calendarfeed

import (
	"crypto/sha256"
	"encoding/hex"

	ics "github.com/arran4/golang-ical"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/internal/civil"
	"visavis/internal/ical"
)

// A feed is an agenda in iCalendar format (RFC 5545).
type feed struct {
	tag  string // ETag: the same for the same agenda
	body []byte
}

func (a *agenda) feed(now civil.Instant) feed {
	c := ical.New(ics.MethodPublish)
	c.SetName("visavis · " + a.name)
	c.SetXPublishedTTL("PT15M")   // how often to ask; some know the one, some the other
	c.SetRefreshInterval("PT15M") // the library adds the type of the value to the name
	for _, row := range a.appointments {
		c.AddVEvent(eventOf(row))
	}
	for _, row := range a.absences {
		c.AddVEvent(a.absenceEvent(row))
	}
	// DTSTAMP, which each event needs, is not part of the agenda.
	sum := sha256.Sum256([]byte(c.Serialize()))
	for _, event := range c.Events() {
		event.SetDtStampTime(now.Time())
	}
	return feed{
		tag:  `W/"` + hex.EncodeToString(sum[:16]) + `"`,
		body: ical.Bytes(c),
	}
}

// eventOf omits the room and the join link: feeds are copied to third-party calendars.
func eventOf(row *ent.Appointment) *ics.VEvent {
	event := ical.Appointment{
		ID: row.ID, Version: row.Version, Start: row.StartsAt, End: row.EndsAt,
		Cancelled: row.Status == appointment.StatusCANCELLED,
		Summary:   summaryOf(row), Location: ical.LocationOf(row.Edges.Branch),
	}.Event()
	if row.Status == appointment.StatusCANCELLED {
		event.SetTimeTransparency(ics.TransparencyTransparent)
	} else {
		event.SetTimeTransparency(ics.TransparencyOpaque)
	}
	return event
}

func summaryOf(row *ent.Appointment) string {
	if row.ContactName == "" {
		return row.Edges.Service.Name
	}
	return row.Edges.Service.Name + " · " + row.ContactName
}

// absenceEvent contains only the kind: notes are for managers.
func (a *agenda) absenceEvent(row *ent.Absence) *ics.VEvent {
	event := ical.NewEvent(row.ID)
	event.SetSummary(catalog.In(a.language).absences[row.Kind])
	event.SetTimeTransparency(ics.TransparencyOpaque)
	if row.FirstDay != nil {
		event.SetAllDayStartAt(row.FirstDay.Time())
		event.SetAllDayEndAt(row.LastDay.AddDays(1).Time()) // the end is exclusive
	} else {
		event.SetStartAt(row.StartsAt.Time())
		event.SetEndAt(row.EndsAt.Time())
	}
	return event
}
