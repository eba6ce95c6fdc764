package salon

import (
	"bytes"
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"visavis/ent"
	"visavis/ent/absence"
	"visavis/ent/branch"
	"visavis/ent/competency"
	"visavis/ent/openingexception"
	"visavis/ent/openinghours"
	"visavis/ent/predicate"
	"visavis/ent/service"
	"visavis/ent/servicecategory"
	"visavis/ent/shift"
	"visavis/ent/shiftoverride"
	"visavis/ent/staff"
	"visavis/ent/videolink"
	"visavis/ent/videoonlyhours"
	"visavis/ent/videoonlymode"
	"visavis/ent/workplan"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/reach"
)

// A batch reads what belongs to many IDs in one query. IDs without any are left out of the map.

// BranchesByID is a batch.
func (s *Salon) BranchesByID(ctx context.Context, ids []string) (map[string]*ent.Branch, error) {
	rows, err := s.store.Client().Branch.Query().Where(branch.IDIn(ids...)).All(ctx)
	return single(rows, err, func(row *ent.Branch) string { return row.ID })
}

// StaffByID is a batch.
func (s *Salon) StaffByID(ctx context.Context, ids []string) (map[string]*ent.Staff, error) {
	rows, err := s.store.Client().Staff.Query().Where(staff.IDIn(ids...)).All(ctx)
	return single(rows, err, func(row *ent.Staff) string { return row.ID })
}

// ServicesByID is a batch.
func (s *Salon) ServicesByID(ctx context.Context, ids []string) (map[string]*ent.Service, error) {
	rows, err := s.store.Client().Service.Query().Where(service.IDIn(ids...)).All(ctx)
	return single(rows, err, func(row *ent.Service) string { return row.ID })
}

// ServiceCategoriesByID is a batch.
func (s *Salon) ServiceCategoriesByID(ctx context.Context, ids []string) (map[string]*ent.ServiceCategory, error) {
	rows, err := s.store.Client().ServiceCategory.Query().Where(servicecategory.IDIn(ids...)).All(ctx)
	return single(rows, err, func(row *ent.ServiceCategory) string { return row.ID })
}

// VideoLinksOf is a batch by profile.
func (s *Salon) VideoLinksOf(ctx context.Context, staffIDs []string) (map[string]*ent.VideoLink, error) {
	rows, err := s.store.Client().VideoLink.Query().Where(videolink.StaffIDIn(staffIDs...)).All(ctx)
	return single(rows, err, func(row *ent.VideoLink) string { return row.StaffID })
}

// OpeningHoursOf is a batch by branch, Monday first.
func (s *Salon) OpeningHoursOf(ctx context.Context, branchIDs []string) (map[string][]*WeeklyInterval, error) {
	rows, err := s.store.Client().OpeningHours.Query().Where(openinghours.BranchIDIn(branchIDs...)).All(ctx)
	slices.SortFunc(rows, func(a, b *ent.OpeningHours) int { return fromMonday(a.Weekday) - fromMonday(b.Weekday) })
	hours := map[string][]*WeeklyInterval{}
	for _, row := range rows {
		hours[row.BranchID] = append(hours[row.BranchID], weekly(row.Weekday, row.Intervals)...)
	}
	return hours, err
}

// OpeningExceptionsOf is a batch by branch of those on the dates.
func (s *Salon) OpeningExceptionsOf(ctx context.Context, branchIDs []string, dates civil.DateRange) (map[string][]*ent.OpeningException, error) {
	rows, err := s.store.Client().OpeningException.Query().
		Where(openingexception.BranchIDIn(branchIDs...), openingexception.DateGTE(dates.First), openingexception.DateLTE(dates.Last)).
		Order(openingexception.ByDate()).All(ctx)
	return grouped(rows, err, func(row *ent.OpeningException) string { return row.BranchID })
}

// VideoOnlyModesOf is a batch by branch, by date.
func (s *Salon) VideoOnlyModesOf(ctx context.Context, branchIDs []string) (map[string][]*ent.VideoOnlyMode, error) {
	rows, err := s.store.Client().VideoOnlyMode.Query().
		Where(videoonlymode.BranchIDIn(branchIDs...)).Order(videoonlymode.ByFirstDate()).All(ctx)
	return grouped(rows, err, func(row *ent.VideoOnlyMode) string { return row.BranchID })
}

// ConsultantsOf is a batch by video-only mode, by display name.
func (s *Salon) ConsultantsOf(ctx context.Context, modeIDs []string) (map[string][]*ent.Staff, error) {
	rows, err := s.store.Client().VideoOnlyMode.Query().
		Where(videoonlymode.IDIn(modeIDs...)).
		WithStaff(func(q *ent.StaffQuery) { q.Order(ent.Asc(staff.FieldOrderKey, staff.FieldID)) }).All(ctx)
	consultants := map[string][]*ent.Staff{}
	for _, row := range rows {
		consultants[row.ID] = row.Edges.Staff
	}
	return consultants, err
}

// VideoOnlyHoursOf is a batch by video-only mode, Monday first.
func (s *Salon) VideoOnlyHoursOf(ctx context.Context, modeIDs []string) (map[string][]*WeeklyInterval, error) {
	rows, err := s.store.Client().VideoOnlyHours.Query().Where(videoonlyhours.VideoOnlyModeIDIn(modeIDs...)).All(ctx)
	slices.SortFunc(rows, func(a, b *ent.VideoOnlyHours) int { return fromMonday(a.Weekday) - fromMonday(b.Weekday) })
	hours := map[string][]*WeeklyInterval{}
	for _, row := range rows {
		hours[row.VideoOnlyModeID] = append(hours[row.VideoOnlyModeID], weekly(row.Weekday, row.Intervals)...)
	}
	return hours, err
}

// ProfilesOf is a batch by person: the profiles that the actor reaches and that are not archived, by display name.
func (s *Salon) ProfilesOf(ctx context.Context, personIDs []string) (map[string][]*ent.Staff, error) {
	rows, err := s.store.Client().Staff.Query().
		Where(staff.PersonIDIn(personIDs...), staff.ArchivedAtIsNil()).Where(reach.Profiles(actor.Of(ctx))...).
		Order(ent.Asc(staff.FieldOrderKey, staff.FieldID)).All(ctx)
	return grouped(rows, err, func(row *ent.Staff) string { return row.PersonID })
}

// mostBranches is how many branches of each profile are returned, and among how many those are looked for.
const mostBranches = 100

// CheckAmong checks the IDs for [Salon.BranchesOf].
func CheckAmong(branchIDs []string) error {
	if len(branchIDs) > mostBranches {
		return problem.New(problem.TooMany, "branchIds", mostBranches)
	}
	return id.Branch.CheckEach(branchIDs, "branchIds")
}

// BranchesOf is a batch by profile: the first branches by name in which it is active; among some branches if there are any.
func (s *Salon) BranchesOf(ctx context.Context, staffIDs, among []string) (map[string][]*ent.Branch, error) {
	rows, err := s.store.Client().BranchMembership.Query().Where(reach.FirstBranches(mostBranches, staffIDs, among)).WithBranch().All(ctx)
	slices.SortFunc(rows, func(a, b *ent.BranchMembership) int {
		return cmp.Or(bytes.Compare(a.Edges.Branch.OrderKey, b.Edges.Branch.OrderKey), strings.Compare(a.BranchID, b.BranchID))
	})
	branches := map[string][]*ent.Branch{}
	for _, row := range rows {
		branches[row.StaffID] = append(branches[row.StaffID], row.Edges.Branch)
	}
	return branches, err
}

// CompetenciesOf is a batch by profile.
func (s *Salon) CompetenciesOf(ctx context.Context, staffIDs []string) (map[string][]*ent.Competency, error) {
	rows, err := s.store.Client().Competency.Query().
		Where(competency.StaffIDIn(staffIDs...)).Order(competency.ByID()).All(ctx)
	return grouped(rows, err, func(row *ent.Competency) string { return row.StaffID })
}

// WorkPlansOf is a batch by profile, in order, of the actor's own and those in the branches that they reach.
func (s *Salon) WorkPlansOf(ctx context.Context, staffIDs []string) (map[string][]*ent.WorkPlan, error) {
	rows, err := s.store.Client().WorkPlan.Query().Where(workplan.StaffIDIn(staffIDs...)).Where(plansOf(actor.Of(ctx))...).All(ctx)
	slices.SortStableFunc(rows, func(a, b *ent.WorkPlan) int {
		switch {
		case a.BranchID != b.BranchID:
			return strings.Compare(a.BranchID, b.BranchID)
		case a.ValidFrom == nil && b.ValidFrom == nil:
			return 0
		case a.ValidFrom == nil:
			return -1
		case b.ValidFrom == nil:
			return 1
		default:
			return int(*a.ValidFrom - *b.ValidFrom)
		}
	})
	return grouped(rows, err, func(row *ent.WorkPlan) string { return row.StaffID })
}

// ShiftsOf is a batch by work plan, by week and weekday.
func (s *Salon) ShiftsOf(ctx context.Context, planIDs []int) (map[int][]*Shift, error) {
	rows, err := s.store.Client().Shift.Query().Where(shift.WorkPlanIDIn(planIDs...)).Order(shift.ByWeek()).All(ctx)
	slices.SortStableFunc(rows, func(a, b *ent.Shift) int {
		return (a.Week-b.Week)*7 + fromMonday(a.Weekday) - fromMonday(b.Weekday)
	})
	shifts := map[int][]*Shift{}
	for _, row := range rows {
		for _, interval := range row.Intervals {
			shifts[row.WorkPlanID] = append(shifts[row.WorkPlanID], &Shift{row.Week, row.Weekday, interval.From, interval.To})
		}
	}
	return shifts, err
}

// ShiftOverridesOf is a batch by profile of those on the dates, of the actor's own and those in the branches that they reach.
func (s *Salon) ShiftOverridesOf(ctx context.Context, staffIDs []string, dates civil.DateRange) (map[string][]*ent.ShiftOverride, error) {
	rows, err := s.store.Client().ShiftOverride.Query().
		Where(shiftoverride.StaffIDIn(staffIDs...), shiftoverride.DateGTE(dates.First), shiftoverride.DateLTE(dates.Last)).
		Where(overridesOf(actor.Of(ctx))...).
		Order(shiftoverride.ByDate(), shiftoverride.ByBranchID()).All(ctx)
	return grouped(rows, err, func(row *ent.ShiftOverride) string { return row.StaffID })
}

// AbsencesOf is a batch by person, in order.
func (s *Salon) AbsencesOf(ctx context.Context, personIDs []string) (map[string][]*ent.Absence, error) {
	rows, err := s.store.Client().Absence.Query().Where(absence.PersonIDIn(personIDs...)).Order(absence.ByID()).All(ctx)
	slices.SortStableFunc(rows, func(a, b *ent.Absence) int {
		return int(periodOfAbsence(a).beginning() - periodOfAbsence(b).beginning())
	})
	return grouped(rows, err, func(row *ent.Absence) string { return row.PersonID })
}

func plansOf(who actor.Actor) []predicate.WorkPlan {
	if who.Role >= actor.Owner {
		return nil
	}
	return []predicate.WorkPlan{workplan.Or(workplan.BranchIDIn(who.Branches...), workplan.HasStaffWith(staff.PersonID(who.PersonID)))}
}

func overridesOf(who actor.Actor) []predicate.ShiftOverride {
	if who.Role >= actor.Owner {
		return nil
	}
	return []predicate.ShiftOverride{shiftoverride.Or(shiftoverride.BranchIDIn(who.Branches...), shiftoverride.HasStaffWith(staff.PersonID(who.PersonID)))}
}

func weekly(weekday time.Weekday, intervals civil.Intervals) []*WeeklyInterval {
	list := make([]*WeeklyInterval, len(intervals))
	for i, interval := range intervals {
		list[i] = &WeeklyInterval{weekday, interval.From, interval.To}
	}
	return list
}

// fromMonday counts the days from Monday.
func fromMonday(weekday time.Weekday) int { return (int(weekday) + 6) % 7 }

// weekdayAfterMonday returns the weekday so many days after Monday.
func weekdayAfterMonday(days int) time.Weekday { return time.Weekday((days + 1) % 7) }

func single[K comparable, V any](rows []*V, err error, key func(*V) K) (map[K]*V, error) {
	byKey := make(map[K]*V, len(rows))
	for _, row := range rows {
		byKey[key(row)] = row
	}
	return byKey, err
}

func grouped[K comparable, V any](rows []*V, err error, key func(*V) K) (map[K][]*V, error) {
	byKey := make(map[K][]*V, len(rows))
	for _, row := range rows {
		byKey[key(row)] = append(byKey[key(row)], row)
	}
	return byKey, err
}
