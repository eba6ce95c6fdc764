package salon_test

import (
	"strings"
	"testing"

	"visavis/ent"
	"visavis/internal/salon"
)

func TestStaffDuplicateForVideo(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		// The category of consultations holds a service in the salon, too; one consultation is not Anna's.
		s.do(t, salon.ServiceUpdateInput{ID: cut, CategoryID: new(video)})
		s.do(t, salon.StaffCompetencySetInput{StaffID: anna, ServiceID: new(videoCare), Qualified: new(false)})
		s.do(t, salon.StaffBranchSetInput{StaffID: anna, BranchID: west, Active: false})

		twin, err := s.StaffDuplicateForVideo(byOwner(t), salon.StaffDuplicateForVideoInput{StaffID: anna})
		check(t, err)
		original := s.store.Client().Staff.GetX(byOwner(t), anna)
		same(t, "the profile", []any{twin.FirstName, twin.LastName, twin.DisplayName, twin.PersonID, twin.Title, twin.Color, twin.Email},
			[]any{"Video Anna", "Albrecht", "Video Anna", original.PersonID, original.Title, original.Color, ""})

		branches, err := s.BranchesOf(byOwner(t), []string{twin.ID}, nil)
		check(t, err)
		same(t, "the branches", names(branches[twin.ID], func(b *ent.Branch) string { return b.ID }), []string{mitte})
		links, err := s.VideoLinksOf(byOwner(t), []string{anna, twin.ID, ben})
		check(t, err)
		same(t, "the room", []any{links[twin.ID].URL, links[twin.ID].Room, links[twin.ID].Provider}, []any{links[anna].URL, links[anna].Room, links[anna].Provider})
		competencies, err := s.CompetenciesOf(byOwner(t), []string{twin.ID})
		check(t, err)
		same(t, "competencies", len(competencies[twin.ID]), 1)
		same(t, "the competency", []any{*competencies[twin.ID][0].ServiceID, competencies[twin.ID][0].Qualified}, []any{videoTint, true})
		plans, err := s.WorkPlansOf(byOwner(t), []string{twin.ID})
		check(t, err)
		same(t, "work plans", len(plans[twin.ID]), 0)

		// With a plan she is bookable, by video only, and never while Anna is busy.
		s.do(t, salon.StaffShiftOverrideSetInput{StaffID: twin.ID, BranchID: mitte, Date: date("2026-11-26"), Intervals: intervals("09:00-12:00")})
		same(t, "what she offers", s.starts(t, mitte, twin.ID, "2026-11-26", "2026-11-26"), "Farbberatung 2026-11-26 09:00-11:30")
		s.book(t, []booked{{"apt_early", mitte, anna, cut, "2026-11-26 09:00"}})
		same(t, "while Anna cuts", s.starts(t, mitte, twin.ID, "2026-11-26", "2026-11-26"), "Farbberatung 2026-11-26 10:00-11:30")
	})
}

func TestADuplicateMayHaveAnotherName(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		twin, err := s.StaffDuplicateForVideo(byOwner(t), salon.StaffDuplicateForVideoInput{StaffID: ben, DisplayName: new("Ben am Bildschirm")})
		check(t, err)
		same(t, "the name", twin.DisplayName, "Ben am Bildschirm")
		links, err := s.VideoLinksOf(byOwner(t), []string{twin.ID})
		check(t, err)
		same(t, "links of one whose original has none", len(links), 0)

		long := strings.Repeat("x", 100)
		s.do(t, salon.StaffUpdateInput{ID: ben, FirstName: &long, DisplayName: &long})
		twin, err = s.StaffDuplicateForVideo(byOwner(t), salon.StaffDuplicateForVideoInput{StaffID: ben})
		check(t, err)
		same(t, "the longest name", []string{twin.FirstName, twin.DisplayName}, []string{"Video " + long[6:], "Video " + long[6:]})
		s.do(t, salon.StaffArchiveInput{ID: clara})
		s.refuses(t, salon.StaffDuplicateForVideoInput{StaffID: clara}, "ARCHIVED staffId")
		s.refuses(t, salon.StaffDuplicateForVideoInput{StaffID: ben, DisplayName: new(" ")}, "REQUIRED displayName")
		s.refuses(t, salon.StaffDuplicateForVideoInput{StaffID: ben, DisplayName: new(strings.Repeat("x", 101))}, "TOO_LONG displayName")
	})
}
