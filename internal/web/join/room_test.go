package join_test

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/branch"
	"visavis/internal/booking"
	"visavis/internal/link"
	"visavis/internal/salon"
)

const (
	annasRoom  = "https://video.example/" + canary + "-anna"
	davidsRoom = "https://video.example/" + canary + "-david"
)

func TestTheLinkFollowsTheAppointment(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		a := s.book(t, "2026-11-24 11:00", lena(branch.LocaleDE))
		s.set(berlin(t, "2026-11-24 10:50"))
		s.expect(t, a, http.StatusOK, annasRoom)

		// Moved later: the room closes and reopens before the new start.
		s.move(t, a, "2026-11-24 14:00", nil)
		page := s.get(t, a, "de")
		if page.status != http.StatusOK || page.header.Get("Refresh") != "3600" {
			t.Errorf("after a move: %d, refresh %q", page.status, page.header.Get("Refresh"))
		}
		for _, part := range []string{"14:00–14:30 Uhr", "um 13:45 Uhr", "Dieser Termin wurde verschoben"} {
			expectPart(t, page, part)
		}
		s.set(berlin(t, "2026-11-24 11:30")) // the old end
		s.expect(t, a, http.StatusOK, "")
		s.set(berlin(t, "2026-11-24 13:45"))
		s.expect(t, a, http.StatusOK, annasRoom)

		// Moved earlier: the appointment is over.
		s.move(t, a, "2026-11-24 12:00", nil)
		s.expect(t, a, http.StatusGone, "")
		s.move(t, a, "2026-11-24 14:00", nil)
		s.expect(t, a, http.StatusOK, annasRoom)

		// Moved to another staff member.
		s.move(t, a, "2026-11-24 14:00", new(david))
		s.expect(t, a, http.StatusOK, davidsRoom)
		s.set(berlin(t, "2026-11-24 13:00"))
		expectPart(t, s.get(t, a, "de"), "David")

		// Moved to another room.
		s.set(berlin(t, "2026-11-24 14:10"))
		s.link(t, david, "https://video.example/"+canary+"?zimmer=grün")
		s.expect(t, a, http.StatusOK, "https://video.example/"+canary+"?zimmer=gr%c3%bcn")
		_, _, err := s.salon.StaffVideoLinkRemove(byOwner(t), salon.StaffVideoLinkRemoveInput{StaffID: david})
		check(t, err)
		s.expect(t, a, http.StatusOK, "")
		s.link(t, david, davidsRoom)
		s.expect(t, a, http.StatusOK, davidsRoom)

		// Cancelled while it takes place.
		_, err = s.booking.AppointmentCancel(byOwner(t), booking.AppointmentCancelInput{ID: &a.ID})
		check(t, err)
		s.expect(t, a, http.StatusGone, "")
	})
}

func expectPart(t *testing.T, a answer, part string) {
	t.Helper()
	if main := cutBefore(a.body, "<main>"); !strings.Contains(main, part) {
		t.Errorf("the page has no %s:\n%s", part, main)
	}
}

func TestNoTwoClientsShareARoomWhereEachAppointmentHasItsOwn(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		_, err := s.salon.StaffVideoLinkSet(byOwner(t), salon.StaffVideoLinkSetInput{
			StaffID: anna, Link: new("https://meet.jit.si/"), RoomPerAppointment: new(true),
		})
		check(t, err)
		first, second := s.book(t, "2026-11-24 11:00", nil), s.book(t, "2026-11-24 11:45", nil)
		if first.RoomName == "" || first.RoomName == second.RoomName || first.RoomName == *first.JoinToken {
			t.Fatalf("the rooms are %q and %q", first.RoomName, second.RoomName)
		}
		s.set(berlin(t, "2026-11-24 11:29"))
		s.expect(t, first, http.StatusOK, "https://meet.jit.si/"+first.RoomName)
		s.set(berlin(t, "2026-11-24 11:30"))
		s.expect(t, first, http.StatusOK, "https://meet.jit.si/"+first.RoomName) // nobody else enters it
		s.expect(t, second, http.StatusOK, "https://meet.jit.si/"+second.RoomName)

		// An appointment without a name for its own room must not get a shared one.
		s.write(t, func(ctx context.Context, c *ent.Client) { c.Appointment.UpdateOne(second).SetRoomName("").ExecX(ctx) })
		s.expect(t, second, http.StatusOK, "")
	})
}

func TestNobodyLearnsTheRoomByHEAD(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		a := s.book(t, "2026-11-24 11:00", lena(branch.LocaleDE))
		path := link.Join(*a.JoinToken)
		for _, test := range []struct {
			from   time.Duration // the start
			status int
		}{{-time.Hour, http.StatusOK}, {-15 * time.Minute, http.StatusOK}, {0, http.StatusOK}, {90 * time.Minute, http.StatusGone}} {
			s.set(a.StartsAt.Add(test.from))
			head := s.ask(t, http.MethodHead, path, "de")
			if head.status != test.status || head.body != "" || head.header.Get("Content-Type") != "text/html; charset=utf-8" {
				t.Errorf("%v from the start: %d, %v", test.from, head.status, head.header)
			}
		}
		s.set(a.StartsAt)
		s.write(t, func(ctx context.Context, c *ent.Client) { statusIs(appointment.StatusCANCELLED)(ctx, c, a.ID) })
		if got := s.ask(t, http.MethodHead, path, "de").status; got != http.StatusGone {
			t.Errorf("cancelled: %d", got)
		}
		if got := s.ask(t, http.MethodHead, link.Join("X"), "de").status; got != http.StatusNotFound {
			t.Errorf("unknown: %d", got)
		}
	})
}

// On 25 October 2026 Berlin's clocks go back from three to two.
func TestTheRoomOpensAtTheRightInstantWhenTheClocksChange(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.set(berlin(t, "2026-10-20 09:00"))
		a := s.book(t, "2026-10-26 11:00", nil)
		firstTwoForty := berlin(t, "2026-10-25 01:40").Add(time.Hour) // of two
		s.write(t, func(ctx context.Context, c *ent.Client) {
			c.Appointment.UpdateOne(a).SetStartsAt(firstTwoForty).SetEndsAt(firstTwoForty.Add(30 * time.Minute)).
				SetBlockedUntil(firstTwoForty.Add(30 * time.Minute)).ExecX(ctx)
		})
		opens := firstTwoForty.Add(-15 * time.Minute)
		s.set(opens - 60)
		page := s.get(t, a, "de")
		if got := page.header.Get("Refresh"); got != "60" {
			t.Errorf("it refreshes after %s seconds", got)
		}
		expectPart(t, page, "02:40 (UTC&#43;2) – 02:10 (UTC&#43;1) Uhr")
		s.set(opens)
		s.expect(t, a, http.StatusOK, annasRoom)
		s.set(firstTwoForty.Add(29 * time.Minute)) // 02:09, the second time
		s.expect(t, a, http.StatusOK, annasRoom)
		s.set(firstTwoForty.Add(90 * time.Minute))
		s.expect(t, a, http.StatusGone, "")
	})
}
