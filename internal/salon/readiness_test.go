package salon_test

import (
	"strings"
	"testing"
	"time"

	"visavis/ent/absence"
	"visavis/internal/locale"
	"visavis/internal/salon"
)

// missing returns the unmet requirements in order, or "ready".
func missing(r *salon.Readiness) string {
	var codes []string
	for _, requirement := range r.Requirements {
		if !requirement.Met {
			codes = append(codes, string(requirement.Code))
		}
	}
	if r.Ready() {
		return "ready"
	}
	return strings.Join(codes, " ")
}

// readiness returns by profile the unmet requirements.
func (s *testSalon) readiness(t *testing.T, branchID string) map[string]string {
	t.Helper()
	page, err := s.VideoReadiness(byOwner(t), salon.ReadinessFilter{BranchID: branchID, IncludeInactive: true}, all)
	check(t, err)
	lacks := map[string]string{}
	for _, r := range page.Nodes {
		lacks[r.Staff.ID] = missing(r)
	}
	return lacks
}

func TestVideoReadinessOfTheDemoSalon(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		same(t, "Mitte", s.readiness(t, mitte), map[string]string{
			anna:  "ready",
			ben:   "VIDEO_LINK",
			clara: "VIDEO_COMPETENCY",
			david: "ACTIVE_IN_BRANCH",
			ella:  "WORK_PLAN",
			frida: "BOOKABLE_ONLINE VIDEO_COMPETENCY VIDEO_LINK WORK_PLAN",
		})
		same(t, "West", s.readiness(t, west)[david], "ready")
		_, err := s.VideoReadiness(byOwner(t), salon.ReadinessFilter{BranchID: anna}, all)
		same(t, "of a profile", problemsOf(err), []string{"ID_OF_ANOTHER_KIND branchId"})
		_, err = s.VideoReadiness(byOwner(t), salon.ReadinessFilter{BranchID: "brn_unknown"}, all)
		same(t, "of no branch", problemsOf(err), []string{"NOT_FOUND branchId"})
	})
}

func TestEachStepMakesReady(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.do(t, salon.StaffUpdateInput{ID: ella, BookableOnline: new(false)})
		s.do(t, salon.StaffBranchSetInput{StaffID: ella, BranchID: mitte, Active: false})
		s.do(t, salon.StaffCompetencySetInput{StaffID: ella, CategoryID: new(video)})
		s.do(t, salon.StaffVideoLinkRemoveInput{StaffID: ella})
		s.do(t, salon.BranchOpeningHoursReplaceInput{BranchID: mitte})
		s.do(t, salon.BranchOpeningExceptionRemoveInput{BranchID: mitte, Date: date("2026-11-30")})
		for _, step := range []struct {
			input any
			lacks string
		}{
			{nil, "BOOKABLE_ONLINE ACTIVE_IN_BRANCH VIDEO_COMPETENCY VIDEO_LINK WORK_PLAN OPENING_HOURS"},
			{salon.StaffUpdateInput{ID: ella, BookableOnline: new(true)}, "ACTIVE_IN_BRANCH VIDEO_COMPETENCY VIDEO_LINK WORK_PLAN OPENING_HOURS"},
			{salon.StaffBranchSetInput{StaffID: ella, BranchID: mitte, Active: true}, "VIDEO_COMPETENCY VIDEO_LINK WORK_PLAN OPENING_HOURS"},
			{salon.StaffCompetencySetInput{StaffID: ella, ServiceID: new(cut), Qualified: new(true)}, "VIDEO_COMPETENCY VIDEO_LINK WORK_PLAN OPENING_HOURS"},
			{salon.StaffCompetencySetInput{StaffID: ella, ServiceID: new(videoCare), Qualified: new(true)}, "VIDEO_LINK WORK_PLAN OPENING_HOURS"},
			{salon.ServiceUpdateInput{ID: videoCare, BookableOnline: new(false)}, "VIDEO_COMPETENCY VIDEO_LINK WORK_PLAN OPENING_HOURS"},
			{salon.ServiceUpdateInput{ID: videoCare, BookableOnline: new(true)}, "VIDEO_LINK WORK_PLAN OPENING_HOURS"},
			{salon.ServiceArchiveInput{ID: videoCare}, "VIDEO_COMPETENCY VIDEO_LINK WORK_PLAN OPENING_HOURS"},
			{salon.ServiceRestoreInput{ID: videoCare}, "VIDEO_LINK WORK_PLAN OPENING_HOURS"},
			{salon.StaffVideoLinkSetInput{StaffID: ella, Link: new("845 1234 5678")}, "WORK_PLAN OPENING_HOURS"},
			{salon.BranchOpeningHoursReplaceInput{BranchID: mitte, Hours: weekly(t, "09:00-19:00", time.Tuesday)}, "WORK_PLAN"},
			{salon.StaffWorkPlanReplaceInput{StaffID: ella, BranchID: mitte, RotationWeeks: 1, Shifts: shifts(t, 1, "09:00-12:00", time.Sunday)}, "OPENING_HOURS"},
			{salon.BranchOpeningExceptionSetInput{BranchID: mitte, Date: date("2027-03-07"), Intervals: intervals("09:00-10:00")}, "OPENING_HOURS"}, // beyond the horizon
			{salon.BranchOpeningExceptionSetInput{BranchID: mitte, Date: date("2027-02-21"), Intervals: intervals("09:00-10:00")}, "ready"},         // the last day
			{salon.BranchOpeningExceptionRemoveInput{BranchID: mitte, Date: date("2027-02-21")}, "OPENING_HOURS"},
			{salon.VideoOnlyModeStartInput{BranchID: mitte, StaffIDs: []string{ella}, Until: dateRef("2026-11-28")}, "OPENING_HOURS"}, // not on a Sunday
			{salon.VideoOnlyModeStartInput{BranchID: mitte, StaffIDs: []string{ella}, From: dateRef("2026-11-29"), Until: dateRef("2026-11-29")}, "ready"},
			{salon.StaffWorkPlanClearInput{BranchID: mitte, StaffIDs: []string{ella}}, "WORK_PLAN"},
			{salon.VideoOnlyModeStartInput{
				BranchID: mitte, StaffIDs: []string{ella}, From: dateRef("2026-12-01"), Until: dateRef("2026-12-02"), Hours: weekly(t, "09:00-10:00", time.Thursday),
			}, "WORK_PLAN"}, // a Thursday is not among its days
			{salon.VideoOnlyModeStartInput{
				BranchID: mitte, StaffIDs: []string{ella}, From: dateRef("2026-12-03"), Until: dateRef("2026-12-03"), Hours: weekly(t, "09:00-10:00", time.Thursday),
			}, "ready"},
		} {
			if step.input != nil {
				s.do(t, step.input)
			}
			same(t, mutationName(step.input), s.readiness(t, mitte)[ella], step.lacks)
		}
		s.do(t, salon.StaffArchiveInput{ID: ella})
		if lacks, told := s.readiness(t, mitte)[ella]; told {
			t.Errorf("an archived profile lacks %s", lacks)
		}
		// An absence is no lack: it ends.
		s.do(t, salon.StaffAbsenceAddInput{StaffID: anna, Kind: absence.KindSICK, Days: &salon.DaysInput{First: date("2026-11-23"), Last: date("2027-11-23")}})
		same(t, "while absent", s.readiness(t, mitte)[anna], "ready")
	})
}

func TestAProfileExcludedByVideoOnlyModeIsNotReady(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.do(t, salon.VideoOnlyModeEndInput{ID: evenings})
		s.do(t, salon.StaffVideoLinkSetInput{StaffID: ben, Link: new("845 1234 5678")})
		same(t, "before", s.readiness(t, mitte)[ben], "ready")
		mode, _, err := s.VideoOnlyModeStart(byOwner(t), salon.VideoOnlyModeStartInput{
			BranchID: mitte, StaffIDs: []string{anna}, From: dateRef("2026-11-25"),
		})
		check(t, err)
		same(t, "while there is a day before the mode", s.readiness(t, mitte)[ben], "ready")
		s.now = berlin("2026-11-25 09:00")
		same(t, "all the time until the horizon", s.readiness(t, mitte), map[string]string{
			anna:  "ready",
			ben:   "VIDEO_ONLY_MODE",
			clara: "VIDEO_COMPETENCY VIDEO_ONLY_MODE",
			david: "ACTIVE_IN_BRANCH VIDEO_ONLY_MODE",
			ella:  "VIDEO_ONLY_MODE WORK_PLAN",
			frida: "BOOKABLE_ONLINE VIDEO_COMPETENCY VIDEO_LINK VIDEO_ONLY_MODE WORK_PLAN",
		})
		s.do(t, salon.VideoOnlyModeEndInput{ID: mode.ID})
		s.do(t, salon.VideoOnlyModeStartInput{BranchID: mitte, StaffIDs: []string{anna}, Hours: weekly(t, "18:00-20:00", time.Wednesday)})
		same(t, "who has no plan and would need none", s.readiness(t, mitte)[ella], "VIDEO_ONLY_MODE")
	})
}

func mutationName(input any) string {
	if input == nil {
		return "at first"
	}
	return mutationOf(input)
}

func TestEveryRequirementHasItsAdvice(t *testing.T) {
	codes := schema(t).Types["VideoRequirementCode"].EnumValues
	same(t, "requirements", len(codes), 7)
	for _, code := range codes {
		said := map[string]bool{}
		for _, met := range []bool{true, false} {
			requirement := salon.Requirement{Code: salon.RequirementCode(code.Name), Met: met}
			for _, l := range []locale.Locale{locale.German, locale.English} {
				said[requirement.Advice(l)] = true
			}
		}
		if len(said) != 4 || said[""] {
			t.Errorf("%s: %v", code.Name, said)
		}
	}
}
