package join_test

import (
	"net/http"
	"testing"

	"visavis/ent/branch"
	"visavis/ent/videolink"
	"visavis/internal/booking"
	"visavis/internal/salon"
)

// Where staff let customers in by hand, an open room has no button before.
func TestTheButtonWaitsForStaffWhereTheyLetCustomersIn(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		a := s.book(t, "2026-11-24 11:00", lena(branch.LocaleDE))
		s.set(berlin(t, "2026-11-24 10:50"))
		s.expect(t, a, http.StatusOK, annasRoom)
		_, _, err := s.salon.BranchUpdate(byOwner(t), salon.BranchUpdateInput{ID: west, AdmitByHand: new(true)})
		check(t, err)
		s.expect(t, a, http.StatusOK, "")
		expectPart(t, s.get(t, a, "de"), "Der Salon lässt dich hinein")
		_, err = s.booking.RoomAdmit(byOwner(t), booking.RoomAdmitInput{AppointmentID: a.ID})
		check(t, err)
		s.expect(t, a, http.StatusOK, annasRoom)
	})
}

// Without scripts, the page of an own room says what is missing; it leads nowhere.
func TestTheOwnRoomIsThePageItself(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		a := s.book(t, "2026-11-24 11:00", lena(branch.LocaleDE))
		_, err := s.salon.StaffVideoLinkSet(byOwner(t), salon.StaffVideoLinkSetInput{StaffID: anna, Provider: new(videolink.ProviderVISAVIS)})
		check(t, err)
		s.set(berlin(t, "2026-11-24 10:50"))
		s.expect(t, a, http.StatusOK, "")
		expectPart(t, s.get(t, a, "de"), "Das Gespräch findet auf dieser Seite statt.")
	})
}
