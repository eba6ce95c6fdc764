package join_test

import (
	"net/http"
	"strings"
	"testing"

	ics "github.com/arran4/golang-ical"

	"visavis/ent/branch"
	"visavis/internal/booking"
	"visavis/internal/link"
)

// expectEntry expects lines of the calendar entry of a join link.
func (s *testSalon) expectEntry(t *testing.T, path string, want map[string]string) {
	t.Helper()
	a := s.ask(t, http.MethodGet, path, "de")
	calendar, err := ics.ParseCalendar(strings.NewReader(a.body))
	if err != nil || a.status != http.StatusOK || len(calendar.Events()) != 1 || a.header.Get("Content-Type") != "text/calendar; charset=utf-8" {
		t.Fatalf("%d %v: %v", a.status, a.header, err)
	}
	said := map[string]string{}
	for _, property := range calendar.Events()[0].Properties {
		said[property.IANAToken] = property.Value
	}
	for name, value := range want {
		if said[name] != value {
			t.Errorf("%s is %q, want %q", name, said[name], value)
		}
	}
}

func TestTheJoinLinkHasACalendarEntryThatFollowsTheAppointment(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		a := s.book(t, "2026-11-24 11:00", lena(branch.LocaleDE))
		path := link.JoinCalendar(*a.JoinToken)
		if page := s.get(t, a, "de"); !strings.Contains(page.body, `<a class="calendar" href="`+path+`">In den Kalender (.ics)</a>`) {
			t.Errorf("the page has no link to the entry:\n%s", cutBefore(page.body, "<main>"))
		}
		join := "https://salon.example" + link.Join(*a.JoinToken)
		s.expectEntry(t, path, map[string]string{
			"UID": a.ID + "@visavis", "SEQUENCE": "0", "STATUS": "CONFIRMED", "DTSTART": "20261124T100000Z", "DTEND": "20261124T103000Z", "URL": join,
			"LOCATION": join, "SUMMARY": "Farbberatung · Salon West", "DESCRIPTION": "Mit Anna\nZum Videogespräch: " + join,
		})
		s.move(t, a, "2026-11-24 12:00", nil)
		s.expectEntry(t, path, map[string]string{"UID": a.ID + "@visavis", "SEQUENCE": "1", "DTSTART": "20261124T110000Z"})
		s.set(a.StartsAt)
		if _, err := s.booking.AppointmentCancel(byOwner(t), booking.AppointmentCancelInput{ID: &a.ID}); err != nil {
			t.Fatal(err)
		}
		s.expectEntry(t, path, map[string]string{"SEQUENCE": "2", "STATUS": "CANCELLED", "URL": ""})
		if page := s.get(t, a, "de"); strings.Contains(page.body, "appointment.ics") {
			t.Error("a cancelled appointment is offered for the calendar")
		}
	})
}

func TestTheCalendarEntryTellsNothingOfOthers(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		a := s.book(t, "2026-11-24 11:00", lena(branch.LocaleDE))
		if body := s.ask(t, http.MethodGet, link.JoinCalendar(*a.JoinToken), "de").body; strings.Contains(body, *a.Secret) || strings.Contains(body, "/manage/") {
			t.Errorf("the join link leads to the manage link:\n%s", body)
		}
		for _, token := range []string{"X", a.ID, *a.Secret, "%00"} {
			for language, want := range map[string]string{"de": "Termin nicht gefunden", "en": "Appointment not found"} {
				if unknown := s.ask(t, http.MethodGet, link.JoinCalendar(token), language); unknown.status != http.StatusNotFound || !strings.Contains(unknown.body, want) {
					t.Errorf("%s: %d %s", token, unknown.status, unknown.body)
				}
			}
		}
	})
}
