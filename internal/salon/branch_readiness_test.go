package salon_test

import (
	"strings"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/service"
	"visavis/internal/locale"
	"visavis/internal/salon"
)

func always(*ent.Branch) bool { return true }

// branchLacks returns what Mitte lacks, "bookable" if customers can book nevertheless.
func (s *testSalon) branchLacks(t *testing.T) string {
	t.Helper()
	readiness, err := s.BranchReadiness(byOwner(t), mitte, func(row *ent.Branch) bool { return row.Email != "" })
	check(t, err)
	var said []string
	if readiness.Bookable {
		said = append(said, "bookable")
	}
	for _, requirement := range readiness.Requirements {
		if !requirement.Met {
			said = append(said, string(requirement.Code))
		}
	}
	same(t, "ready", readiness.Ready(), len(said) == 0 || len(said) == 1 && readiness.Bookable)
	return strings.Join(said, " ")
}

func TestEachStepMakesABranchReady(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		names := []string{anna, ben, clara, ella, frida}
		for _, staffID := range names {
			s.do(t, salon.StaffBranchSetInput{StaffID: staffID, BranchID: mitte, Active: false})
		}
		for _, serviceID := range []string{cut, balayage, videoCare, videoTint} {
			s.do(t, salon.ServiceUpdateInput{ID: serviceID, BookableOnline: new(false)})
		}
		s.do(t, salon.StaffCompetencySetInput{StaffID: anna, CategoryID: new(hair)})
		s.do(t, salon.StaffCompetencySetInput{StaffID: anna, CategoryID: new(video)})
		s.do(t, salon.StaffVideoLinkRemoveInput{StaffID: anna})
		s.do(t, salon.StaffWorkPlanClearInput{BranchID: mitte, StaffIDs: []string{anna}})
		s.do(t, salon.VideoOnlyModeEndInput{ID: evenings})
		s.do(t, salon.BranchOpeningHoursReplaceInput{BranchID: mitte})
		s.do(t, salon.BranchOpeningExceptionRemoveInput{BranchID: mitte, Date: date("2026-11-30")})
		s.do(t, salon.BranchUpdateInput{ID: mitte, Email: new(""), Imprint: &salon.LegalTextInput{}, PrivacyNotice: &salon.LegalTextInput{}})
		for _, step := range []struct {
			input any
			lacks string
		}{
			{nil, "OPENING_HOURS SERVICES STAFF COMPETENCIES WORK_PLANS LEGAL_TEXTS MAIL"},
			{salon.BranchOpeningHoursReplaceInput{BranchID: mitte, Hours: weekly(t, "09:00-18:00", time.Tuesday)}, "SERVICES STAFF COMPETENCIES WORK_PLANS LEGAL_TEXTS MAIL"},
			{salon.ServiceUpdateInput{ID: cut, BookableOnline: new(true)}, "STAFF COMPETENCIES WORK_PLANS LEGAL_TEXTS MAIL"},
			{salon.StaffUpdateInput{ID: anna, BookableOnline: new(false)}, "STAFF COMPETENCIES WORK_PLANS LEGAL_TEXTS MAIL"},
			{salon.StaffBranchSetInput{StaffID: anna, BranchID: mitte, Active: true}, "STAFF COMPETENCIES WORK_PLANS LEGAL_TEXTS MAIL"},
			{salon.StaffUpdateInput{ID: anna, BookableOnline: new(true)}, "COMPETENCIES WORK_PLANS LEGAL_TEXTS MAIL"},
			{salon.StaffCompetencySetInput{StaffID: anna, ServiceID: new(balayage), Qualified: new(true)}, "COMPETENCIES WORK_PLANS LEGAL_TEXTS MAIL"}, // not online
			{salon.StaffCompetencySetInput{StaffID: anna, ServiceID: new(cut), Qualified: new(true)}, "WORK_PLANS LEGAL_TEXTS MAIL"},
			{salon.StaffWorkPlanReplaceInput{StaffID: anna, BranchID: mitte, RotationWeeks: 1, Shifts: shifts(t, 1, "09:00-12:00", time.Sunday)}, "OPENING_HOURS LEGAL_TEXTS MAIL"},
			{salon.StaffWorkPlanReplaceInput{StaffID: anna, BranchID: mitte, RotationWeeks: 1, Shifts: shifts(t, 1, "09:00-12:00", time.Tuesday)}, "bookable LEGAL_TEXTS MAIL"},
			{salon.ServiceUpdateInput{ID: videoTint, BookableOnline: new(true)}, "bookable VIDEO_ROOMS LEGAL_TEXTS MAIL"},
			{salon.StaffVideoLinkSetInput{StaffID: anna, Link: new("845 1234 5678")}, "bookable VIDEO_ROOMS LEGAL_TEXTS MAIL"}, // not competent
			{salon.StaffCompetencySetInput{StaffID: anna, ServiceID: new(videoTint), Qualified: new(true)}, "bookable LEGAL_TEXTS MAIL"},
			{salon.BranchUpdateInput{ID: mitte, Imprint: &salon.LegalTextInput{Text: new("Anna")}}, "bookable LEGAL_TEXTS MAIL"},
			{salon.BranchUpdateInput{ID: mitte, PrivacyNotice: &salon.LegalTextInput{URL: new("https://salon.example/datenschutz")}}, "bookable MAIL"},
			{salon.BranchUpdateInput{ID: mitte, Email: new("mitte@salon.example")}, "bookable"},
			// Ella may be booked at no time, which does not matter: Anna may.
			{salon.StaffBranchSetInput{StaffID: ella, BranchID: mitte, Active: true}, "bookable"},
		} {
			if step.input != nil {
				s.do(t, step.input)
			}
			same(t, mutationName(step.input), s.branchLacks(t), step.lacks)
		}
	})
}

func TestWhoMayAskForTheReadinessOfABranch(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		for _, test := range []struct{ branchID, want string }{{"brn_unknown", "NOT_FOUND branchId"}, {anna, "ID_OF_ANOTHER_KIND branchId"}} {
			_, err := s.BranchReadiness(byOwner(t), test.branchID, always)
			same(t, test.branchID, problemsOf(err), []string{test.want})
		}
		_, err := s.BranchReadiness(byManagerOf(t, west), mitte, always)
		same(t, "by a manager of another branch", problemsOf(err), []string{"OWN_BRANCHES_ONLY branchId"})
	})
}

func TestServicesThatNobodyCanDo(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		without := func() string {
			t.Helper()
			readiness, err := s.BranchReadiness(byOwner(t), mitte, always)
			check(t, err)
			return strings.Join(names(readiness.ServicesWithoutStaff, func(row *ent.Service) string { return row.Name }), ", ")
		}
		before := without()
		row, err := s.ServiceCreate(byOwner(t), salon.ServiceCreateInput{
			CategoryID: new(cosmetics), Name: "Ägyptische Maske", Delivery: service.DeliveryIN_SALON, Duration: time.Hour, // bookable by staff only
		})
		check(t, err)
		same(t, "a new service", without(), strings.Trim("Ägyptische Maske, "+before, ", "))
		s.do(t, salon.StaffCompetencySetInput{StaffID: david, ServiceID: &row.ID, Qualified: new(true)})
		same(t, "that somebody elsewhere can do", without(), strings.Trim("Ägyptische Maske, "+before, ", "))
		s.do(t, salon.StaffCompetencySetInput{StaffID: ben, ServiceID: &row.ID, Qualified: new(true)})
		same(t, "that Ben can do", without(), before)
		s.do(t, salon.StaffCompetencySetInput{StaffID: ben, ServiceID: &row.ID})
		s.do(t, salon.ServiceArchiveInput{ID: row.ID})
		same(t, "that is archived", without(), before)
	})
}

func TestEveryRequirementOfABranchHasItsAdvice(t *testing.T) {
	codes := schema(t).Types["BranchRequirementCode"].EnumValues
	same(t, "requirements", len(codes), 8)
	for _, code := range codes {
		said := map[string]bool{}
		for _, met := range []bool{true, false} {
			requirement := salon.BranchRequirement{Code: salon.BranchRequirementCode(code.Name), Met: met}
			for _, l := range []locale.Locale{locale.German, locale.English} {
				said[requirement.Advice(l)] = true
			}
		}
		if len(said) != 4 || said[""] {
			t.Errorf("%s: %v", code.Name, said)
		}
	}
}
