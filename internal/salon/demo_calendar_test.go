package salon_test

import (
	"slices"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/internal/civil"
	"visavis/internal/demo"
)

// demoStarts are instants at which somebody may open the demo: working and closed days, nights, changes of the clocks, ends of months
// and years.
var demoStarts = []string{
	"2026-11-25 10:40", "2026-11-23 00:00", "2026-11-29 12:00", "2026-11-29 23:30", "2026-11-25 23:30", "2026-11-28 18:59", "2026-11-24 00:10", "2026-03-28 15:00", "2026-03-29 03:30",
	"2026-10-24 23:59", "2026-10-25 02:30", "2026-10-27 09:30", "2026-12-31 23:59", "2027-01-01 00:00", "2028-02-29 13:15", "2026-04-30 17:45",
}

// illOf returns Ben's illness.
func illOf(c *demo.Calendar) *ent.Absence {
	return c.Absences[slices.IndexFunc(c.Absences, func(a *ent.Absence) bool { return a.ID == "abs_demo-ill" })]
}

func TestTheDemoCalendarKeepsTheRulesWheneverItIsOpened(t *testing.T) {
	zone, err := civil.LoadZone("Europe/Berlin")
	check(t, err)
	for _, start := range demoStarts {
		t.Run(start, func(t *testing.T) {
			now := berlin(start)
			c, err := demo.CalendarAt(now)
			check(t, err)
			if ill := illOf(c); *ill.FirstDay != zone.Date(now) || !ill.LastDay.Time().After(ill.FirstDay.Time()) {
				t.Errorf("Ben is ill from %s to %s", ill.FirstDay, ill.LastDay)
			}
			free, customers := map[string]civil.Instant{}, map[string]civil.Instant{}
			onDay, stranded := map[civil.Date]int{}, 0
			for _, a := range c.Appointments {
				if a.Live {
					if a.StartsAt < free[a.PersonID] || a.StartsAt < customers[*a.CustomerID] {
						t.Errorf("%s overlaps another of the person or the customer", a.ID)
					}
					free[a.PersonID], customers[*a.CustomerID] = a.BlockedUntil, a.EndsAt
				}
				checkDemoTimes(t, zone, now, a)
				date := zone.Date(a.StartsAt)
				onDay[date]++
				for _, absence := range c.Absences {
					if a.PersonID != absence.PersonID || date < *absence.FirstDay || date > *absence.LastDay {
						continue
					}
					stranded++
					if absence != illOf(c) || a.StartsAt <= now || a.Status != appointment.StatusCONFIRMED {
						t.Errorf("%s is %s in an absence", a.ID, a.Status)
					}
				}
			}
			if stranded < 3 {
				t.Errorf("%d appointments are stranded", stranded)
			}
			for day := zone.Date(now).Monday(); day < zone.Date(now).Monday().AddDays(14); day++ {
				isOpen := day.Weekday() >= time.Tuesday || day == zone.Date(now)
				if least := 8; isOpen && onDay[day] < least || !isOpen && onDay[day] > 0 {
					t.Errorf("%d appointments on %s", onDay[day], day)
				}
			}
			for _, row := range c.Customers {
				if row.CreatedAt >= now || row.ConfirmedAt == nil || *row.CreatedIn == "" {
					t.Errorf("%s is not from a booking", row.ID)
				}
			}
		})
	}
}

// checkDemoTimes fails unless an appointment is in a shift, was booked before, and has the status of its time.
func checkDemoTimes(t *testing.T, zone civil.Zone, now civil.Instant, a *ent.Appointment) {
	t.Helper()
	from, to := zone.Local(a.StartsAt), zone.Local(a.EndsAt)
	clock := func(at time.Time) int { return at.Hour()*60 + at.Minute() }
	isMorning, isAfternoon := clock(from) >= 9*60 && clock(to) <= 13*60, clock(from) >= 14*60 && clock(to) <= 18*60
	if a.ID == "apt_demo-soon" { // for which Anna works longer
		isAfternoon = clock(from) >= 9*60 && clock(to) <= 19*60
	}
	isOpen := from.Weekday() >= time.Tuesday || zone.Date(a.StartsAt) == zone.Date(now)
	if !isMorning && !isAfternoon || !isOpen || clock(from)%15 != 0 {
		t.Errorf("%s is from %s to %s", a.ID, from, to)
	}
	isPast := a.Status == appointment.StatusCOMPLETED || a.Status == appointment.StatusNO_SHOW
	if a.CreatedAt >= a.StartsAt || a.CreatedAt >= now || isPast && a.EndsAt > now || a.Live == (a.Status == appointment.StatusCANCELLED) {
		t.Errorf("%s of %s, booked at %s, is %s at %s", a.ID, a.StartsAt, a.CreatedAt, a.Status, now)
	}
}

// Whoever opens the demo on a working day can try the own room at once.
func TestAConsultationOfTheDemoBeginsSoon(t *testing.T) {
	for _, test := range []struct{ opened, begins string }{
		{"2026-11-25 10:40", "2026-11-25 10:45"},
		{"2026-11-25 10:45", "2026-11-25 11:00"},
		{"2026-11-28 09:53", "2026-11-28 10:00"}, // in Salon West
		{"2026-11-23 00:00", "2026-11-23 09:00"}, // opens today against its weekly hours
		{"2026-11-25 12:31", "2026-11-25 12:45"}, // in the break
		{"2026-11-25 18:29", "2026-11-25 18:30"}, // after work
		{"2026-11-25 18:30", ""},
		{"2026-10-25 02:30", "2026-10-25 09:00"},
	} {
		c, err := demo.CalendarAt(berlin(test.opened))
		check(t, err)
		at := slices.IndexFunc(c.Appointments, func(a *ent.Appointment) bool { return a.ID == "apt_demo-soon" })
		if test.begins == "" {
			same(t, test.opened, at, -1)
			continue
		}
		a := c.Appointments[at]
		same(t, test.opened, a.StartsAt, berlin(test.begins))
		same(t, "whose", a.StaffID, anna)
		same(t, "status", a.Status, appointment.StatusCONFIRMED)
		same(t, "by video", a.JoinToken != nil, true)
	}
}

func TestTheDemoCalendarIsTheSameForTheSameInstant(t *testing.T) {
	listed := func() (list []ent.Appointment) {
		c, err := demo.CalendarAt(berlin("2026-11-25 10:40"))
		check(t, err)
		for _, a := range c.Appointments {
			same := *a
			same.Secret, same.JoinToken, same.RoomName = nil, nil, "" // which nobody may guess
			same.CustomerID, same.ContactLocale, same.ContactConfirmedAt, same.Note = nil, nil, nil, a.Note+*a.CustomerID
			list = append(list, same)
		}
		return list
	}
	if first, second := listed(), listed(); !slices.EqualFunc(first, second, func(a, b ent.Appointment) bool { return a.String() == b.String() }) {
		t.Error("they differ")
	}
}
