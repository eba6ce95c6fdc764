package join_test

import (
	"net/http"
	"testing"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/internal/booking"
	"visavis/internal/link"
	"visavis/internal/salon"
)

const mitte = "brn_demo-mitte"

// bookInMitte books a consultation of half an hour with a profile in Mitte.
func (s *testSalon) bookInMitte(t *testing.T, staffID, start string) *ent.Appointment {
	t.Helper()
	a, err := s.booking.AppointmentBookByStaff(byOwner(t), booking.AppointmentBookByStaffInput{
		BranchID: mitte, ServiceID: videoTint, StaffID: staffID, Start: berlin(t, start), Customer: lena(branch.LocaleDE), Override: true,
	})
	check(t, err)
	return a
}

func TestTheNextCustomerIsNotLetIntoARunningCall(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		twin, err := s.salon.StaffDuplicateForVideo(byOwner(t), salon.StaffDuplicateForVideoInput{StaffID: anna})
		check(t, err)
		s.link(t, twin.ID, annasRoom)                          // the same room, by another profile
		first := s.bookInMitte(t, twin.ID, "2026-11-24 11:00") // in another branch
		second := s.book(t, "2026-11-24 11:35", lena(branch.LocaleDE))

		s.set(berlin(t, "2026-11-24 11:10"))
		expectPart(t, s.get(t, second, "de"), "Der Raum öffnet nach dem vorherigen Gespräch, spätestens um 11:30 Uhr")
		s.set(berlin(t, "2026-11-24 11:25"))
		s.expect(t, first, http.StatusOK, annasRoom)
		s.expect(t, second, http.StatusOK, "")
		page := s.get(t, second, "de")
		expectPart(t, page, "Der Raum öffnet nach dem vorherigen Gespräch, spätestens um ")
		expectPart(t, page, "Anna")
		expectPart(t, page, "11:35–12:05 Uhr")
		if got := page.header.Get("Refresh"); got != "15" {
			t.Errorf("it moves on after %s seconds", got)
		}

		// Staff mark the first as completed, and take that back.
		outcome := booking.Completed
		_, err = s.booking.AppointmentOutcomeSet(byOwner(t), booking.AppointmentOutcomeSetInput{ID: first.ID, Outcome: &outcome})
		check(t, err)
		s.expect(t, second, http.StatusOK, annasRoom)
		s.expect(t, first, http.StatusGone, "")
		_, err = s.booking.AppointmentOutcomeSet(byOwner(t), booking.AppointmentOutcomeSetInput{ID: first.ID})
		check(t, err)
		s.expect(t, second, http.StatusOK, "")

		// At the planned end the room passes to the second.
		s.set(berlin(t, "2026-11-24 11:30"))
		s.expect(t, first, http.StatusGone, "")
		s.expect(t, second, http.StatusOK, annasRoom)
		s.set(berlin(t, "2026-11-24 13:04")) // the second may return into a call that overruns
		s.expect(t, second, http.StatusOK, annasRoom)
		s.set(berlin(t, "2026-11-24 13:05"))
		s.expect(t, second, http.StatusGone, "")

		// A cancelled, missed or moved call does not stand in the way.
		s.set(berlin(t, "2026-11-24 11:25"))
		_, err = s.booking.AppointmentCancel(byOwner(t), booking.AppointmentCancelInput{ID: &first.ID})
		check(t, err)
		s.expect(t, second, http.StatusOK, annasRoom)
	})
}

func TestASalonVisitBeforeDoesNotCloseTheRoom(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		_, err := s.booking.AppointmentBookByStaff(byOwner(t), booking.AppointmentBookByStaffInput{
			BranchID: mitte, ServiceID: "svc_demo-cut", StaffID: anna, Start: berlin(t, "2026-11-24 10:00"), Override: true,
		})
		check(t, err)
		a := s.book(t, "2026-11-24 11:00", nil)
		s.set(berlin(t, "2026-11-24 10:45"))
		s.expect(t, a, http.StatusOK, annasRoom)
	})
}

func TestStaffLetTheCustomerInOrDelayTheCall(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		first, second := s.book(t, "2026-11-24 11:00", nil), s.book(t, "2026-11-24 11:35", lena(branch.LocaleDE))
		admit := func(a *ent.Appointment) {
			t.Helper()
			_, err := s.booking.RoomAdmit(byOwner(t), booking.RoomAdmitInput{AppointmentID: a.ID})
			check(t, err)
		}
		delay := func(a *ent.Appointment, minutes int) {
			t.Helper()
			_, err := s.booking.RoomDelay(byOwner(t), booking.RoomDelayInput{AppointmentID: a.ID, Minutes: minutes})
			check(t, err)
		}
		s.set(berlin(t, "2026-11-24 10:40"))
		delay(first, 10)
		expectPart(t, s.get(t, first, "en"), "Your call begins later. The room opens at 11:10.")
		admit(first) // earlier than the plan
		s.expect(t, first, http.StatusOK, annasRoom)

		s.set(berlin(t, "2026-11-24 11:25"))
		admit(second) // although the first call goes on
		s.expect(t, second, http.StatusOK, annasRoom)
		s.expect(t, first, http.StatusOK, "")
		expectPart(t, s.get(t, first, "de"), "Der Raum öffnet nach dem vorherigen Gespräch, spätestens um ")

		delay(second, 5) // from the start
		s.expect(t, first, http.StatusOK, annasRoom)
		page := s.get(t, second, "de")
		expectPart(t, page, "Dein Gespräch beginnt später. Der Raum öffnet um 11:40 Uhr.")
		s.set(berlin(t, "2026-11-24 11:39"))
		s.expect(t, second, http.StatusOK, "")
		s.expect(t, first, http.StatusOK, annasRoom)
		delay(second, 5) // from now, since the start has passed
		expectPart(t, s.get(t, second, "de"), "Der Raum öffnet um 11:44 Uhr")
		s.set(berlin(t, "2026-11-24 11:44"))
		s.expect(t, second, http.StatusOK, annasRoom)
		s.expect(t, first, http.StatusGone, "")

		delay(second, 10)
		s.expect(t, second, http.StatusOK, "")
		delay(second, 0) // back to the plan
		s.expect(t, second, http.StatusOK, annasRoom)

		// A move begins with the plan again.
		delay(second, 60)
		s.move(t, second, "2026-11-24 14:00", nil)
		s.set(berlin(t, "2026-11-24 13:45"))
		s.expect(t, second, http.StatusOK, annasRoom)
	})
}

func TestNoMethodOtherThanPOSTLeadsIntoTheRoom(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		a := s.book(t, "2026-11-24 11:00", nil)
		s.set(a.StartsAt)
		for _, method := range []string{http.MethodGet, http.MethodHead, http.MethodPut, http.MethodDelete, http.MethodOptions, "PROPFIND"} {
			got := s.ask(t, method, link.Join(*a.JoinToken), "de") // which checks that the room is not told
			want := http.StatusMethodNotAllowed
			if method == http.MethodGet || method == http.MethodHead {
				want = http.StatusOK
			}
			if got.status != want {
				t.Errorf("%s: %d", method, got.status)
			}
		}
	})
}
