package salon_test

import (
	"encoding/json"
	"log/slog"
	"reflect"
	"testing"
	"time"

	"visavis/ent/absence"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/event"
	"visavis/internal/salon"
)

// Set-ups are cached. Whatever changes, cached set-ups must offer the same starts as freshly loaded ones.
func TestCachedSetUpsAreNeverStale(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.expectNothingStale(t, "at first")
		for _, input := range []any{
			salon.StaffCompetencySetInput{StaffID: clara, CategoryID: new(video), Qualified: new(true)},
			salon.StaffCompetencySetInput{StaffID: anna, ServiceID: new(videoCare), Qualified: new(false)},
			salon.StaffVideoLinkSetInput{StaffID: ben, Link: new("845 1234 5678")},
			salon.StaffVideoLinkRemoveInput{StaffID: ben},
			salon.StaffWorkPlanReplaceInput{StaffID: ella, BranchID: mitte, RotationWeeks: 1, Shifts: shifts(t, 1, "10:00-12:00", time.Wednesday)},
			salon.StaffWorkPlanClearInput{BranchID: mitte, StaffIDs: []string{clara}},
			salon.StaffShiftOverrideSetInput{StaffID: anna, BranchID: mitte, Date: date("2026-12-01"), Intervals: intervals("15:00-19:00")},
			salon.StaffAbsenceAddInput{StaffID: anna, Kind: absence.KindSICK, Days: &salon.DaysInput{First: date("2026-12-02"), Last: date("2026-12-03")}},
			salon.BranchOpeningHoursReplaceInput{BranchID: mitte, Hours: weekly(t, "10:00-16:00", time.Tuesday, time.Wednesday, time.Friday)},
			salon.BranchOpeningExceptionSetInput{BranchID: mitte, Date: date("2026-12-04")},
			salon.BranchUpdateInput{ID: mitte, BookingRules: &salon.BookingRulesInput{StartInterval: new(30 * time.Minute), HorizonDays: new(20)}},
			salon.ServiceUpdateInput{ID: videoTint, Duration: new(50 * time.Minute), Name: new("Farbe")},
			salon.ServiceArchiveInput{ID: balayage},
			salon.StaffUpdateInput{ID: anna, DisplayName: new("Video-Anna")},
			salon.StaffSamePersonSetInput{ID: ella, SamePersonAs: new(anna)},
			salon.StaffBranchSetInput{StaffID: david, BranchID: mitte, Active: true},
			salon.StaffArchiveInput{ID: david},
			salon.VideoOnlyModeStartInput{BranchID: mitte, From: dateRef("2026-12-08"), Until: dateRef("2026-12-12"), StaffIDs: []string{anna}},
		} {
			s.do(t, input)
			s.expectNothingStale(t, reflect.TypeOf(input).Name())
		}
	})
}

func (s *testSalon) expectNothingStale(t *testing.T, after string) {
	t.Helper()
	feed := event.NewFeed(s.store, slog.New(slog.DiscardHandler))
	defer feed.Close()
	fresh := booking.New(booking.Options{Store: s.store, Feed: feed, Clock: func() civil.Instant { return s.now }})
	for _, branchID := range []string{mitte, west} {
		search := booking.Search{BranchID: branchID, Dates: civil.DateRange{First: date("2026-11-23"), Last: date("2026-12-20")}}
		for name, ask := range map[string]func(*booking.Booking) (any, error){
			"consultations": func(b *booking.Booking) (any, error) { return b.BookableVideoConsultations(byOwner(t), search) },
			"visits":        func(b *booking.Booking) (any, error) { return b.BookableSalonVisits(byOwner(t), search) },
		} {
			remembered, err := ask(s.booking)
			check(t, err)
			made, err := ask(fresh)
			check(t, err)
			was, err := json.Marshal(remembered)
			check(t, err)
			is, err := json.Marshal(made)
			check(t, err)
			if string(was) != string(is) {
				t.Errorf("after %s, %s in %s are stale", after, name, branchID)
			}
		}
	}
}
