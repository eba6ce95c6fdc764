package salon

import (
	"context"
	"time"

	"visavis/ent"
	"visavis/ent/change"
	"visavis/ent/openinghours"
	"visavis/internal/availability"
	"visavis/internal/civil"
)

// WeeklyInterval is an interval of one weekday.
type WeeklyInterval struct {
	Weekday time.Weekday
	From    civil.TimeOfDay
	To      civil.TimeOfDay
}

// BranchOpeningHoursReplaceInput holds all opening hours of the week.
type BranchOpeningHoursReplaceInput struct {
	BranchID        string
	Hours           []WeeklyInterval
	ExpectedVersion *int // nil: any
}

// BranchOpeningHoursReplace replaces the weekly opening hours as a whole. If they have changed meanwhile, it returns the
// branch with the problem.
func (s *Salon) BranchOpeningHoursReplace(ctx context.Context, input BranchOpeningHoursReplaceInput) (*ent.Branch, []*ent.Appointment, error) {
	var f setupForm
	week := f.week("hours", input.Hours)
	if err := f.Err(); err != nil {
		return nil, nil, err
	}
	var row *ent.Branch
	stranded, err := s.edit(ctx, input, func(ctx context.Context, e *edit) (err error) {
		if row, err = e.beginInBranch(ctx, change.KindOPENING_HOURS, input.BranchID, "branchId"); err != nil {
			return err
		}
		if changed := unchanged("expectedVersion", input.ExpectedVersion, row.OpeningHoursVersion); changed != nil {
			return changed
		}
		before, after, err := e.replaceOpeningHours(ctx, row.ID, week)
		if err != nil {
			return err
		}
		if row, err = row.Update().AddOpeningHoursVersion(1).Save(ctx); err != nil {
			return err
		}
		return e.Record(ctx, "branchOpeningHoursReplace", row.ID, before, after)
	})
	return row, stranded, err
}

// replaceOpeningHours replaces the opening hours of the week, whose version the caller raises.
func (e *edit) replaceOpeningHours(ctx context.Context, branchID string, week availability.Week) (before, after []*ent.OpeningHours, err error) {
	ofBranch := openinghours.BranchID(branchID)
	if before, err = e.OpeningHours.Query().Where(ofBranch).All(ctx); err != nil {
		return nil, nil, err
	}
	if _, err := e.OpeningHours.Delete().Where(ofBranch).Exec(ctx); err != nil {
		return nil, nil, err
	}
	var days []*ent.OpeningHoursCreate
	for weekday, intervals := range week {
		if len(intervals) > 0 {
			days = append(days, e.OpeningHours.Create().
				SetBranchID(branchID).SetWeekday(time.Weekday(weekday)).SetIntervals(intervals))
		}
	}
	after, err = e.OpeningHours.CreateBulk(days...).Save(ctx)
	return before, after, err
}
