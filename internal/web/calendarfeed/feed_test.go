package calendarfeed_test

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	ics "github.com/arran4/golang-ical"

	"visavis/ent"
	"visavis/ent/absence"
	"visavis/ent/appointment"
	"visavis/ent/branch"
	"visavis/ent/customer"
	"visavis/internal/civil"
	"visavis/internal/salon"
)

func TestTheFeedTellsThePersonsAppointments(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		twin, err := s.StaffDuplicateForVideo(byOwner(t), salon.StaffDuplicateForVideoInput{StaffID: anna})
		check(t, err)
		lena := func(c *ent.AppointmentCreate) {
			c.SetContactName("Lena; Koch, \\ \"die\" Erste").SetContactEmail("lena@client.example").SetContactPhone("+49 30 777")
		}
		s.book(t, "apt_cut", anna, cut, "2026-11-25 10:00", lena)
		s.book(t, "apt_video", twin.ID, videoTint, "2026-11-25 11:00", func(c *ent.AppointmentCreate) { c.SetVersion(3) })
		s.book(t, "apt_done", anna, cut, "2026-11-20 10:00", func(c *ent.AppointmentCreate) { c.SetStatus(appointment.StatusCOMPLETED) })
		s.book(t, "apt_missed", anna, cut, "2026-11-20 11:00", func(c *ent.AppointmentCreate) { c.SetStatus(appointment.StatusNO_SHOW) })
		cancelled := func(c *ent.AppointmentCreate) { c.SetStatus(appointment.StatusCANCELLED).SetLive(false).SetVersion(2) }
		s.book(t, "apt_cancelled", anna, cut, "2026-11-25 12:00", lena, cancelled)
		s.book(t, "apt_held", anna, cut, "2026-11-25 13:00", func(c *ent.AppointmentCreate) {
			c.SetStatus(appointment.StatusHELD).SetHoldExpiresAt(s.clock().Add(600e9))
		})
		s.book(t, "apt_ben", ben, cut, "2026-11-25 10:00")
		s.book(t, "apt_recent", anna, cut, "2026-10-24 09:36") // thirty days ago it was ten by this clock
		s.book(t, "apt_old", anna, cut, "2026-10-24 09:00")
		s.book(t, "apt_far", anna, cut, "2027-06-30 23:50", lena) // another day than in UTC
		s.book(t, "apt_oldCancelled", anna, cut, "2026-10-20 07:30", cancelled)

		parsed, events := s.read(t, s.renew(t, anna))
		properties := map[string]string{}
		for _, p := range parsed.CalendarProperties {
			properties[p.IANAToken] = p.Value
		}
		for name, want := range map[string]string{"METHOD": "PUBLISH", "VERSION": "2.0", "X-WR-CALNAME": "visavis · Anna", "NAME": "visavis · Anna"} {
			if properties[name] != want {
				t.Errorf("%s is %q, want %q", name, properties[name], want)
			}
		}
		if got := properties["REFRESH-INTERVAL"] + properties["X-PUBLISHED-TTL"]; got != "PT15MPT15M" {
			t.Errorf("the feed is to be read every %s", got)
		}
		const salonMitte = "Salon Mitte, Auguststraße 12, 10117 Berlin, Deutschland"
		event := func(sequence, start, end, summary, status, transparency string) map[string]string {
			return map[string]string{
				"DTSTAMP": "20261123T080000Z", "SEQUENCE": sequence, "DTSTART": start, "DTEND": end, "SUMMARY": summary,
				"LOCATION": salonMitte, "STATUS": status, "TRANSP": transparency,
			}
		}
		const lenasName = `Lena; Koch, \ "die" Erste`
		expectEvents(t, events, map[string]map[string]string{
			"apt_cut":       event("0", "20261125T090000Z", "20261125T093000Z", "Haarschnitt · "+lenasName, "CONFIRMED", "OPAQUE"),
			"apt_video":     event("2", "20261125T100000Z", "20261125T103000Z", "Farbberatung", "CONFIRMED", "OPAQUE"),
			"apt_done":      event("0", "20261120T090000Z", "20261120T093000Z", "Haarschnitt", "CONFIRMED", "OPAQUE"),
			"apt_missed":    event("0", "20261120T100000Z", "20261120T103000Z", "Haarschnitt", "CONFIRMED", "OPAQUE"),
			"apt_cancelled": event("1", "20261125T110000Z", "20261125T113000Z", "Haarschnitt · "+lenasName, "CANCELLED", "TRANSPARENT"),
			"apt_recent":    event("0", "20261024T073600Z", "20261024T080600Z", "Haarschnitt", "CONFIRMED", "OPAQUE"),
			"apt_far":       event("0", "20270630T215000Z", "20270630T222000Z", "Haarschnitt · "+lenasName, "CONFIRMED", "OPAQUE"),
		})
	})
}

// expectEvents compares the events by the IDs of their rows.
func expectEvents(t *testing.T, events map[string]*ics.VEvent, want map[string]map[string]string) {
	t.Helper()
	got := slices.Sorted(maps.Keys(events))
	var uids []string
	for id := range want {
		uids = append(uids, id+"@visavis")
	}
	slices.Sort(uids)
	if !slices.Equal(got, uids) {
		t.Errorf("the events are %v, want %v", got, uids)
	}
	for id, lines := range want {
		if told := said(events[id+"@visavis"]); !maps.Equal(told, lines) {
			t.Errorf("%s:\n got %v\nwant %v", id, told, lines)
		}
	}
}

func TestTheFeedTellsThePersonsAbsencesByTheirKind(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.write(t, func(ctx context.Context, c *ent.Client) {
			days := func(id, person string, kind absence.Kind, first, last string) {
				c.Absence.Create().SetID(id).SetPersonID(person).SetKind(kind).SetNote("NOTE").
					SetFirstDay(date(t, first)).SetLastDay(date(t, last)).ExecX(ctx)
			}
			times := func(id string, kind absence.Kind, start, end string) {
				c.Absence.Create().SetID(id).SetPersonID("prs_demo-anna").SetKind(kind).SetNote("NOTE").
					SetStartsAt(berlin(t, start)).SetEndsAt(berlin(t, end)).ExecX(ctx)
			}
			days("abs_holiday", "prs_demo-anna", absence.KindHOLIDAY, "2026-12-24", "2026-12-31")
			days("abs_sick", "prs_demo-anna", absence.KindSICK, "2026-11-02", "2026-11-02")
			days("abs_old", "prs_demo-anna", absence.KindSICK, "2026-10-01", "2026-10-20")
			days("abs_long", "prs_demo-anna", absence.KindOTHER, "2026-01-01", "2026-11-20")
			days("abs_ben", "prs_demo-ben", absence.KindHOLIDAY, "2026-12-24", "2026-12-31")
			times("abs_training", absence.KindTRAINING, "2026-11-26 09:00", "2026-11-26 12:00")
			times("abs_break", absence.KindBREAK, "2026-10-25 01:30", "2026-10-25 03:30") // three hours: the clocks went back
			times("abs_oldTimes", absence.KindBREAK, "2026-10-20 12:00", "2026-10-20 13:00")
		})
		path := s.renew(t, anna)
		event := func(summary, start, end string) map[string]string {
			return map[string]string{"DTSTAMP": "20261123T080000Z", "SUMMARY": summary, "TRANSP": "OPAQUE", "DTSTART": start, "DTEND": end}
		}
		_, events := s.read(t, path)
		expectEvents(t, events, map[string]map[string]string{
			"abs_holiday":  event("Urlaub", "20261224", "20270101"),
			"abs_sick":     event("Krank", "20261102", "20261103"),
			"abs_long":     event("Sonstiges", "20260101", "20261121"),
			"abs_training": event("Fortbildung", "20261126T080000Z", "20261126T110000Z"),
			"abs_break":    event("Pause", "20261024T233000Z", "20261025T023000Z"),
		})
		if _, err := events["abs_holiday@visavis"].GetAllDayStartAt(); err != nil {
			t.Error(err)
		}
		if _, body := s.ask(t, http.MethodGet, path, ""); !strings.Contains(body, "DTSTART;VALUE=DATE:20261224\r\n") {
			t.Error("a holiday is not told in days")
		}

		s.write(t, func(ctx context.Context, c *ent.Client) { c.Branch.Update().SetLocale(branch.LocaleEN).ExecX(ctx) })
		_, events = s.read(t, path)
		if got := said(events["abs_holiday@visavis"])["SUMMARY"]; got != "Holiday" {
			t.Errorf("in English a holiday is %q", got)
		}
	})
}

func TestTheFeedKeepsSecretsAndTheForm(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.write(t, func(ctx context.Context, c *ent.Client) {
			c.Service.UpdateOneID(videoTint).SetName(strings.Repeat("Ä", 100)).ExecX(ctx)
		})
		s.book(t, "apt_video", anna, videoTint, "2026-11-25 11:00")
		_, body := s.ask(t, http.MethodGet, s.renew(t, anna), "")
		for _, secret := range []string{"JOIN", "ROOM", "SECRET", "NOTE", "jit.si", "http", "example"} {
			if strings.Contains(body, secret) {
				t.Errorf("the feed tells %s:\n%s", secret, body)
			}
		}
		for line := range strings.SplitAfterSeq(body, "\n") {
			if line != "" && (!strings.HasSuffix(line, "\r\n") || len(line) > 77) {
				t.Errorf("a line has %d bytes: %q", len(line), line)
			}
		}
	})
}

func TestACustomerWhoIsForgottenLeavesTheFeed(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.book(t, "apt_cut", anna, cut, "2026-11-25 10:00", func(c *ent.AppointmentCreate) { c.SetContactName("Lena") })
		path := s.renew(t, anna)
		_, events := s.read(t, path)
		s.write(t, func(ctx context.Context, c *ent.Client) {
			c.Appointment.UpdateOneID("apt_cut").SetContactName("").ExecX(ctx)
		})
		_, after := s.read(t, path)
		if was, is := said(events["apt_cut@visavis"])["SUMMARY"], said(after["apt_cut@visavis"])["SUMMARY"]; was != "Haarschnitt · Lena" || is != "Haarschnitt" {
			t.Errorf("it was %q and is %q", was, is)
		}
	})
}

func TestTheFeedOfMoreAppointmentsTakesNoMoreStatements(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		path := s.renew(t, anna)
		count := func(from, to int) int64 {
			for i := from; i < to; i++ {
				customerID := fmt.Sprintf("cus_%d", i)
				s.write(t, func(ctx context.Context, c *ent.Client) {
					c.Customer.Create().SetID(customerID).SetName("Lena").SetLocale(customer.LocaleDE).SetCreatedAt(s.clock()).ExecX(ctx)
					c.Absence.Create().SetPersonID("prs_demo-anna").SetKind(absence.KindBREAK).
						SetStartsAt(s.clock()).SetEndsAt(s.clock() + 60).ExecX(ctx)
				})
				s.book(t, fmt.Sprintf("apt_%d", i), anna, cut, fmt.Sprintf("2026-11-%d %02d:00", 24+i/20, i%20), func(c *ent.AppointmentCreate) {
					c.SetCustomerID(customerID).SetBranchID([]string{mitte, west}[i%2])
				})
			}
			s.statements.Store(0)
			if _, events := s.read(t, path); len(events) != 2*to {
				t.Errorf("%d events", len(events))
			}
			return s.statements.Load()
		}
		if few, many := count(0, 2), count(2, 40); few != many || many > 12 {
			t.Errorf("%d statements for few appointments, %d for many", few, many)
		}
	})
}

func date(t *testing.T, text string) civil.Date {
	t.Helper()
	d, err := civil.ParseDate(text)
	check(t, err)
	return d
}
