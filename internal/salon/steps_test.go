package salon_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/service"
	"visavis/internal/civil"
	"visavis/internal/salon"
)

// entries returns the number of audit entries and of changes in Mitte.
func (s *testSalon) entries(t *testing.T) []int {
	t.Helper()
	row := s.store.Client().Branch.GetX(byOwner(t), mitte)
	return []int{s.store.Client().AuditEntry.Query().CountX(byOwner(t)), int(row.ChangeSequence)}
}

// oneStep runs the mutation and expects one audit entry and one change.
func (s *testSalon) oneStep(t *testing.T, input any) {
	t.Helper()
	before := s.entries(t)
	s.do(t, input)
	same(t, fmt.Sprintf("%T: entries and changes", input), s.entries(t), []int{before[0] + 1, before[1] + 1})
}

func TestOpeningExceptionsOfSeveralDatesAreOneStep(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		monday := date("2026-11-30") // has one already
		listed := func() string {
			rows, err := s.OpeningExceptionsOf(byOwner(t), []string{mitte}, civil.DateRange{First: date("2026-11-01"), Last: date("2027-02-01")})
			check(t, err)
			var said []string
			for _, row := range rows[mitte] {
				said = append(said, strings.TrimSpace(row.Date.String()+" "+row.Intervals.String()+" "+row.Reason))
			}
			return strings.Join(said, ", ")
		}
		before := listed()
		var days, back []salon.OpeningExceptionInput
		for i := range 8 {
			day := monday.AddDays(i)
			days = append(days, salon.OpeningExceptionInput{Date: day, Intervals: []civil.Interval{}, Reason: new("Umbau"), ExpectedVersion: new(0)})
			back = append(back, salon.OpeningExceptionInput{Date: day})
		}
		days[0].ExpectedVersion = nil
		back[0] = salon.OpeningExceptionInput{Date: monday, Intervals: intervals("09:00-12:00"), Reason: new("")}
		s.oneStep(t, salon.BranchOpeningExceptionsSetInput{BranchID: mitte, Days: days})
		same(t, "eight days", strings.Count(listed(), "Umbau"), 8)
		s.oneStep(t, salon.BranchOpeningExceptionsSetInput{BranchID: mitte, Days: back})
		same(t, "undone", listed(), before)

		// What is not sent does not change.
		s.do(t, salon.BranchOpeningExceptionsSetInput{BranchID: mitte, Days: []salon.OpeningExceptionInput{{Date: monday, KeepIntervals: true, Reason: new("Inventur")}}})
		same(t, "another reason", listed(), "2026-11-30 09:00-12:00 Inventur")
		before = listed()
		entries := s.entries(t)
		s.do(t, salon.BranchOpeningExceptionsSetInput{BranchID: mitte})
		s.do(t, salon.BranchOpeningExceptionsSetInput{BranchID: mitte, Days: []salon.OpeningExceptionInput{{Date: monday.AddDays(1)}}})
		same(t, "nothing to do", s.entries(t), entries)

		wrong := func(i int, change func(*salon.OpeningExceptionInput), problems ...string) {
			t.Helper()
			days := append([]salon.OpeningExceptionInput(nil), days...)
			change(&days[i])
			s.refuses(t, salon.BranchOpeningExceptionsSetInput{BranchID: mitte, Days: days}, problems...)
		}
		wrong(3, func(day *salon.OpeningExceptionInput) { day.Intervals = []civil.Interval{{From: hour(9), To: hour(9)}} }, "INTERVAL_EMPTY days.3.intervals.0.to")
		wrong(4, func(day *salon.OpeningExceptionInput) { day.Reason = new(strings.Repeat("x", 201)) }, "TOO_LONG days.4.reason")
		wrong(5, func(day *salon.OpeningExceptionInput) { day.Date = monday }, "TAKEN days.5.date")
		wrong(6, func(day *salon.OpeningExceptionInput) { day.KeepIntervals = true }, "REQUIRED days.6.intervals")
		s.refuses(t, salon.BranchOpeningExceptionsSetInput{BranchID: mitte, Days: make([]salon.OpeningExceptionInput, 367)}, "TOO_MANY days")
	})
}

func TestClearedPlansAreRestoredInOneStep(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		staffIDs := []string{anna, ben}
		s.do(t, salon.StaffWorkPlanReplaceInput{
			StaffID: anna, BranchID: mitte, RotationWeeks: 2, ValidFrom: dateRef("2026-12-01"), ValidUntil: dateRef("2026-12-31"),
			Shifts: []salon.Shift{{Week: 2, Weekday: 1, From: hour(9), To: hour(12)}},
		})
		said := func() string {
			var lines []string
			for _, staffID := range staffIDs {
				for _, plan := range s.plansOf(t, staffID) {
					shifts, err := s.ShiftsOf(byOwner(t), []int{plan.ID})
					check(t, err)
					var times []string
					for _, shift := range shifts[plan.ID] {
						times = append(times, fmt.Sprint(*shift))
					}
					lines = append(lines, fmt.Sprint(staffID, period(plan.ValidFrom), period(plan.ValidUntil), plan.RotationWeeks, plan.RotationStart, times))
				}
				for _, override := range s.overridesOf(t, staffID) {
					lines = append(lines, staffID+" "+override.Date.String()+" "+override.Intervals.String())
				}
			}
			return strings.Join(lines, "\n")
		}
		before := said()
		var plans []salon.WorkPlanInput
		var overrides []salon.ShiftOverrideInput
		for _, staffID := range staffIDs {
			plans = append(plans, salon.WorkPlanInput{StaffID: staffID, RotationWeeks: 1})
			for _, plan := range s.plansOf(t, staffID) {
				plans = append(plans, s.inputOf(t, plan))
			}
			for _, override := range s.overridesOf(t, staffID) {
				overrides = append(overrides, salon.ShiftOverrideInput{StaffID: staffID, Date: override.Date, Intervals: override.Intervals})
			}
		}
		s.oneStep(t, salon.StaffWorkPlanClearInput{BranchID: mitte, StaffIDs: staffIDs})
		restore := salon.StaffWorkPlansReplaceInput{BranchID: mitte, Plans: plans, ShiftOverrides: overrides}
		s.oneStep(t, restore)
		same(t, "restored", said(), before)

		restore.Plans = append([]salon.WorkPlanInput(nil), plans...)
		restore.Plans[1].Shifts = []salon.Shift{{Week: 3, Weekday: 1, From: hour(9), To: hour(12)}}
		restore.Plans[1].RotationWeeks = 1
		s.refuses(t, restore, "OUT_OF_RANGE plans.1.shifts.0.week")
		restore.Plans = []salon.WorkPlanInput{{StaffID: ben, RotationWeeks: 1}, {StaffID: "stf_unknown", RotationWeeks: 1}}
		s.refuses(t, restore, "NOT_FOUND plans.1.staffId")
		restore.Plans, restore.ShiftOverrides = nil, []salon.ShiftOverrideInput{{StaffID: anna}, {StaffID: mitte}}
		s.refuses(t, restore, "ID_OF_ANOTHER_KIND shiftOverrides.1.staffId")
		restore.ShiftOverrides = make([]salon.ShiftOverrideInput, 1001)
		s.refuses(t, restore, "TOO_MANY shiftOverrides")
		restore.ShiftOverrides, restore.ExpectedVersions = []salon.ShiftOverrideInput{{StaffID: ben, Date: date("2026-11-30"), Keep: true}}, []salon.WorkPlanVersionInput{{StaffID: "stf_unknown"}}
		s.refuses(t, restore, "NOT_FOUND expectedVersions.0.staffId")
		restore.ExpectedVersions = nil
		entries := s.entries(t)
		s.do(t, restore)
		same(t, "nothing to do", s.entries(t), entries)
	})
}

// period returns a bound of a period in words.
func period(bound *civil.Date) string {
	if bound == nil {
		return "open"
	}
	return bound.String()
}

// inputOf returns a plan as an input that creates it again.
func (s *testSalon) inputOf(t *testing.T, plan *ent.WorkPlan) salon.WorkPlanInput {
	t.Helper()
	shifts, err := s.ShiftsOf(byOwner(t), []int{plan.ID})
	check(t, err)
	input := salon.WorkPlanInput{
		StaffID: plan.StaffID, ValidFrom: plan.ValidFrom, ValidUntil: plan.ValidUntil, RotationWeeks: plan.RotationWeeks, RotationStart: &plan.RotationStart,
	}
	for _, shift := range shifts[plan.ID] {
		input.Shifts = append(input.Shifts, *shift)
	}
	return input
}

func TestAPlanIsCopiedInOneStep(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		shifts := []salon.Shift{{Week: 1, Weekday: 6, From: hour(10), To: hour(14)}}
		var plans []salon.WorkPlanInput
		for _, staffID := range []string{anna, ben, clara} {
			plans = append(plans, salon.WorkPlanInput{StaffID: staffID, RotationWeeks: 1, Shifts: shifts})
		}
		s.oneStep(t, salon.StaffWorkPlansReplaceInput{BranchID: mitte, Plans: plans})
		for _, staffID := range []string{anna, ben, clara} {
			got := s.plansOf(t, staffID)
			same(t, staffID+" has one plan", len(got), 1)
			same(t, "of "+staffID, s.inputOf(t, got[0]).Shifts, shifts)
		}
	})
}

func TestSeveralCompetenciesAreOneStep(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		said := func() string {
			rows, err := s.CompetenciesOf(byOwner(t), []string{ben})
			check(t, err)
			var list []string
			for _, row := range rows[ben] {
				target := ""
				for _, id := range []*string{row.CategoryID, row.ServiceID} {
					if id != nil {
						target = *id
					}
				}
				list = append(list, fmt.Sprint(target, row.Qualified))
			}
			return strings.Join(list, " ")
		}
		before := said()
		set := func(competencies ...salon.CompetencyInput) salon.StaffCompetenciesSetInput {
			return salon.StaffCompetenciesSetInput{StaffID: ben, Competencies: competencies}
		}
		s.oneStep(t, set(salon.CompetencyInput{CategoryID: new(video), Qualified: new(false)}, salon.CompetencyInput{CategoryID: new(cosmetics), Qualified: new(true)}))
		if !strings.Contains(said(), video+"false") || !strings.Contains(said(), cosmetics+"true") {
			t.Errorf("Ben can %s", said())
		}
		s.oneStep(t, set(salon.CompetencyInput{CategoryID: new(video), Qualified: new(true)}, salon.CompetencyInput{CategoryID: new(cosmetics)}))
		same(t, "undone", said(), before)
		entries := s.entries(t)
		s.do(t, set(salon.CompetencyInput{CategoryID: new(hair), KeepQualified: true}))
		same(t, "nothing is sent", s.entries(t), entries)
		s.refuses(t, set(salon.CompetencyInput{CategoryID: new(video), Qualified: new(true)}, salon.CompetencyInput{}), "EXACTLY_ONE competencies.1.categoryId")
		s.refuses(t, set(salon.CompetencyInput{CategoryID: new(video), Qualified: new(true)}, salon.CompetencyInput{ServiceID: new("svc_unknown")}), "NOT_FOUND competencies.1.serviceId")
		many := make([]salon.CompetencyInput, 1001)
		for i := range many {
			many[i].CategoryID = new(video)
		}
		s.refuses(t, set(many...), "TOO_MANY competencies")
	})
}

func TestANewCategoryAndItsCompetencyAreOneStep(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		categories := func() int { return s.store.Client().ServiceCategory.Query().CountX(byOwner(t)) }
		before := categories()
		add := salon.StaffCompetenciesSetInput{
			StaffID: ben, Competencies: []salon.CompetencyInput{{CategoryID: new(cosmetics), Qualified: new(true)}},
			NewCategoryName: new(" Bärte "), IdempotencyKey: new("a-key-for-the-category"),
		}
		wrong := func(change func(*salon.StaffCompetenciesSetInput), problems ...string) {
			t.Helper()
			input := add
			change(&input)
			s.refuses(t, input, problems...)
		}
		wrong(func(i *salon.StaffCompetenciesSetInput) { i.NewCategoryName = new("Haare") }, "TAKEN newCategoryName")
		wrong(func(i *salon.StaffCompetenciesSetInput) { i.NewCategoryName = new(" ") }, "REQUIRED newCategoryName")
		// What fails after the category was created leaves no category.
		wrong(func(i *salon.StaffCompetenciesSetInput) {
			i.Competencies = []salon.CompetencyInput{{ServiceID: new("svc_unknown"), Qualified: new(true)}}
		}, "NOT_FOUND competencies.0.serviceId")

		s.oneStep(t, add)
		done, _, err := s.StaffCompetenciesSet(byOwner(t), add)
		check(t, err)
		same(t, "categories after a retry", categories(), before+1)
		same(t, "the category", done.Category.Name, "Bärte")
		said, err := s.CompetenciesOf(byOwner(t), []string{ben})
		check(t, err)
		same(t, "the new competency", slices.ContainsFunc(said[ben], func(c *ent.Competency) bool {
			return c.CategoryID != nil && *c.CategoryID == done.Category.ID && c.Qualified
		}), true)

		undo := salon.StaffCompetenciesSetInput{
			StaffID: ben, Competencies: []salon.CompetencyInput{{CategoryID: new(cosmetics)}}, RemovedCategoryID: &done.Category.ID,
		}
		used := undo
		used.RemovedCategoryID = new(hair)
		s.refuses(t, used, "IN_USE removedCategoryId")
		s.oneStep(t, undo)
		same(t, "categories after undo", categories(), before)
		after, err := s.CompetenciesOf(byOwner(t), []string{ben})
		check(t, err)
		same(t, "competencies after undo", len(after[ben]), len(said[ben])-2)
	})
}

func TestTheFirstServiceOfANewCategoryIsOneStep(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		create := salon.ServiceCreateInput{
			NewCategoryName: new(" Bärte "), Name: "Bart", Delivery: service.DeliveryIN_SALON, Duration: time.Hour, IdempotencyKey: new("a-key-for-the-service"),
		}
		s.oneStep(t, create)
		row, err := s.ServiceCreate(byOwner(t), create)
		check(t, err)
		same(t, "its category", s.store.Client().ServiceCategory.GetX(byOwner(t), row.CategoryID).Name, "Bärte")
		same(t, "services of it after a retry", s.store.Client().Service.Query().Where(service.CategoryID(row.CategoryID)).CountX(byOwner(t)), 1)
	})
}
