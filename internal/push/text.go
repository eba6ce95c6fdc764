package push

import (
	"encoding/json"
	"time"

	"visavis/ent"
	"visavis/ent/push"
	"visavis/internal/civil"
	"visavis/internal/link"
	"visavis/internal/locale"
	"visavis/internal/schedule"
)

// payload is what the admin's service worker shows. It names no customer, contact or room, since locked screens show it.
type payload struct {
	Title string `json:"title"`
	Body  string `json:"body"`
	Path  string `json:"path"` // of the admin, opened by a click
	Tag   string `json:"tag"`  // a push replaces the one with the same
}

// write returns the text of a push as JSON.
func (d *details) write() ([]byte, error) {
	w := catalog.In(locale.Locale(d.subscription.Locale).ForStaff())
	if d.absence != nil {
		return d.writeAbsence(w)
	}
	a := d.appointment
	zone, err := civil.LoadZone(a.Edges.Branch.TimeZone)
	if err != nil {
		return nil, err
	}
	said := payload{
		Title: w.kinds[d.Kind],
		Body:  w.moment(zone.Local(a.StartsAt)) + " · " + a.Edges.Service.Name,
		Path:  link.AdminAppointment(a.Edges.Branch.Slug, zone.Date(a.StartsAt).String(), a.ID),
		Tag:   a.ID,
	}
	if d.Kind == push.KindCUSTOMER_WAITS {
		said.Tag += ":waits" // what it would replace has been heard, so it would come without a sound
		if schedule.IsOwnRoom(schedule.LinkOf(a.Edges.Staff.Edges.VideoLink, a.Edges.Branch)) {
			said.Path = link.AdminRoom(a.ID)
		}
	}
	if d.request != nil {
		said.Title = w.requests[d.request.Kind]
	}
	if a.PersonID != d.subscription.Edges.Staff.PersonID {
		said.Body += " · " + a.Edges.Staff.DisplayName
	}
	return json.Marshal(said)
}

func (d *details) writeAbsence(w *words) ([]byte, error) {
	zoneName := time.UTC.String()
	if d.place != nil {
		zoneName = d.place.TimeZone
	}
	zone, err := civil.LoadZone(zoneName)
	if err != nil {
		return nil, err
	}
	said := payload{Title: w.kinds[d.Kind], Body: w.absences[d.absence.Kind] + " · " + w.period(d.absence, zone), Path: link.AdminOwnDay, Tag: d.absence.ID}
	if d.Kind == push.KindABSENCE_ANSWERED {
		said.Title = w.answers[d.absence.State]
	} else if d.place != nil {
		said.Path = link.AdminNeedsYou(d.place.Slug)
	}
	return json.Marshal(said)
}

// period writes the days or times of an absence.
func (w *words) period(of *ent.AbsenceRequest, zone civil.Zone) string {
	switch {
	case of.FirstDay != nil && *of.FirstDay == *of.LastDay:
		return w.day(of.FirstDay.Time())
	case of.FirstDay != nil:
		return w.day(of.FirstDay.Time()) + " – " + w.day(of.LastDay.Time())
	default:
		return w.moment(zone.Local(*of.StartsAt)) + " – " + w.moment(zone.Local(*of.EndsAt))
	}
}

// day writes a date as short as it is clear within the coming months: Di, 1.12.
func (w *words) day(t time.Time) string { return w.weekdays[t.Weekday()] + ", " + t.Format(w.date) }

// moment writes a date with the time of day: Di, 1.12., 14:00.
func (w *words) moment(t time.Time) string { return w.day(t) + ", " + t.Format("15:04") }
