package salon_test

import (
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/branch"
	"visavis/internal/pagination"
	"visavis/internal/salon"
)

func TestOnlyComingAppointmentsAreStranded(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		as := func(status appointment.Status, live bool) func(*ent.AppointmentCreate) {
			return func(c *ent.AppointmentCreate) { c.SetStatus(status).SetLive(live) }
		}
		held := func(until string) func(*ent.AppointmentCreate) {
			return func(c *ent.AppointmentCreate) {
				c.SetStatus(appointment.StatusHELD).SetHoldExpiresAt(berlin(until))
			}
		}
		s.now = berlin("2026-11-26 09:30") // Thursday
		twin, err := s.StaffDuplicateForVideo(byOwner(t), salon.StaffDuplicateForVideoInput{StaffID: clara})
		check(t, err)
		s.book(t, []booked{{"apt_over", mitte, clara, cut, "2026-11-25 09:00"}})
		s.book(t, []booked{{"apt_done", mitte, clara, cut, "2026-11-26 12:00"}}, as(appointment.StatusCOMPLETED, false))
		s.book(t, []booked{{"apt_cancelled", mitte, clara, cut, "2026-11-26 14:00"}}, as(appointment.StatusCANCELLED, false))
		s.book(t, []booked{{"apt_expired", mitte, clara, cut, "2026-11-26 15:00"}}, held("2026-11-26 09:30"))
		s.book(t, []booked{{"apt_underWay", mitte, clara, cut, "2026-11-26 09:00"}})
		s.book(t, []booked{{"apt_held", mitte, clara, cut, "2026-11-26 16:00"}}, held("2026-11-26 09:31"))
		s.book(t, []booked{{"apt_coming", mitte, clara, cut, "2026-11-27 10:00"}})

		coming := []string{"apt_coming", "apt_held", "apt_underWay"}
		same(t, "stranded", s.do(t, salon.StaffArchiveInput{ID: clara}), coming)
		same(t, "stranded again", len(s.do(t, salon.BranchOpeningHoursReplaceInput{BranchID: mitte})), 1) // Ben's in December
		s.checkStranded(t, append(coming, "apt_annaSunday", "apt_benDecember"))

		same(t, "page by page", everyPage(t, 1, func(request pagination.Request) (*salon.AppointmentPage, error) {
			return s.StrandedAppointments(byOwner(t), mitte, nil, request)
		}, func(a *ent.Appointment) string { return a.ID }),
			[]string{"apt_underWay", "apt_held", "apt_coming", "apt_annaSunday", "apt_benDecember"})

		of := func(staffID string) []string {
			page, err := s.StrandedAppointments(byOwner(t), mitte, &staffID, all)
			if err != nil {
				t.Fatal(err)
			}
			return idsOf(page.Nodes)
		}
		same(t, "those of Clara", of(clara), coming)
		same(t, "those of Clara, by another profile", of(twin.ID), coming)
		same(t, "those of nobody", len(of("stf_unknown")), 0)

		s.now = berlin("2026-11-27 10:45")
		s.checkStranded(t, []string{"apt_annaSunday", "apt_benDecember"})
		_, err = s.StrandedAppointments(byOwner(t), anna, nil, all)
		same(t, "of a profile", problemsOf(err), []string{"ID_OF_ANOTHER_KIND branchId"})
		_, err = s.StrandedAppointments(byOwner(t), "brn_unknown", nil, all)
		same(t, "of no branch", problemsOf(err), []string{"NOT_FOUND branchId"})
	})
}

func TestWhatOnlyOnlineBookingForbidsStrandsNothing(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		for _, input := range []any{
			salon.StaffUpdateInput{ID: anna, BookableOnline: new(false)},
			salon.ServiceUpdateInput{ID: videoTint, BookableOnline: new(false)},
			salon.ServiceUpdateInput{ID: cut, Duration: new(8 * time.Hour), CleanUp: new(8 * time.Hour)},
			salon.BranchUpdateInput{ID: mitte, BookingRules: &salon.BookingRulesInput{
				StartInterval: new(time.Hour), LeadTime: new(30 * 24 * time.Hour), HorizonDays: new(0),
			}},
			salon.BranchUpdateInput{ID: mitte, Locale: new(branch.LocaleEN), CountryCode: new("AT")},
			salon.ServiceArchiveInput{ID: cut},
			salon.StaffVideoLinkSetInput{StaffID: anna, Link: new("845 1234 5678")},
			salon.StaffBranchSetInput{StaffID: anna, BranchID: mitte, Active: true},
		} {
			same(t, mutationOf(input), len(s.do(t, input)), 0)
			s.checkStranded(t, []string{"apt_annaSunday"}) // as before: the mutation may not have looked
		}
	})
}
