package salon

import (
	"context"

	"visavis/ent"
	"visavis/ent/change"
	"visavis/ent/openingexception"
	"visavis/internal/civil"
	"visavis/internal/form"
)

// BranchOpeningExceptionSetInput holds the exceptional opening hours of one date.
type BranchOpeningExceptionSetInput struct {
	BranchID        string
	Date            civil.Date
	Intervals       []civil.Interval // none: closed all day
	Reason          *string          // nil keeps it
	ExpectedVersion *int             // 0: no exception; nil: any
}

// BranchOpeningExceptionRemoveInput names the date of the exception to remove.
type BranchOpeningExceptionRemoveInput struct {
	BranchID        string
	Date            civil.Date
	ExpectedVersion *int // 0: no exception; nil: any
}

// BranchOpeningExceptionSet replaces the opening hours of one date. If they have changed meanwhile, it returns the exception
// of the date, nil if there is none, with the problem.
func (s *Salon) BranchOpeningExceptionSet(ctx context.Context, input BranchOpeningExceptionSetInput) (*ent.OpeningException, []*ent.Appointment, error) {
	var f setupForm
	day := exceptionalDay{date: input.Date, intervals: f.day("intervals", input.Intervals), expected: input.ExpectedVersion, versionField: "expectedVersion"}
	day.reason = f.Line("reason", input.Reason, form.ReasonLength)
	if err := f.Err(); err != nil {
		return nil, nil, err
	}
	var saved *ent.OpeningException
	stranded, err := s.edit(ctx, input, func(ctx context.Context, e *edit) error {
		saved = nil
		if _, err := e.beginInBranch(ctx, change.KindOPENING_EXCEPTION, input.BranchID, "branchId"); err != nil {
			return err
		}
		before, after, err := e.replaceExceptions(ctx, input.BranchID, []exceptionalDay{day})
		if err != nil {
			saved = first(before)
			return err
		}
		saved = after[0]
		return e.Record(ctx, "branchOpeningExceptionSet", input.BranchID, before, saved)
	})
	return saved, stranded, err
}

// BranchOpeningExceptionRemove restores the weekly hours on one date.
func (s *Salon) BranchOpeningExceptionRemove(ctx context.Context, input BranchOpeningExceptionRemoveInput) (*ent.Branch, []*ent.Appointment, error) {
	day := exceptionalDay{date: input.Date, remove: true, expected: input.ExpectedVersion, versionField: "expectedVersion"}
	var row *ent.Branch
	stranded, err := s.edit(ctx, input, func(ctx context.Context, e *edit) (err error) {
		if row, err = e.beginInBranch(ctx, change.KindOPENING_EXCEPTION, input.BranchID, "branchId"); err != nil {
			return err
		}
		before, _, err := e.replaceExceptions(ctx, input.BranchID, []exceptionalDay{day})
		if err != nil || len(before) == 0 {
			return err
		}
		return e.Record(ctx, "branchOpeningExceptionRemove", input.BranchID, before, nil)
	})
	return row, stranded, err
}

// exceptionalDay is the exception that a date is to have.
type exceptionalDay struct {
	date      civil.Date
	intervals civil.Intervals
	reason    *string // nil keeps it
	remove    bool    // the date is to have none
	expected  *int    // version before

	versionField string
}

// replaceExceptions replaces the exceptions of dates in a branch whose edit has begun. after is in the order of the days,
// without the removed ones. If some have changed meanwhile, it returns their problems, with the exceptions before.
func (e *edit) replaceExceptions(ctx context.Context, branchID string, days []exceptionalDay) (before, after []*ent.OpeningException, err error) {
	dates := make([]civil.Date, len(days))
	earliest, latest := days[0].date, days[0].date
	for i, day := range days {
		dates[i] = day.date
		earliest, latest = min(earliest, day.date), max(latest, day.date)
	}
	e.on(&earliest, &latest)
	ofDates := openingexception.And(openingexception.BranchID(branchID), openingexception.DateIn(dates...))
	if before, err = e.OpeningException.Query().Where(ofDates).Order(openingexception.ByDate()).All(ctx); err != nil {
		return nil, nil, err
	}
	known := make(map[civil.Date]*ent.OpeningException, len(before))
	for _, row := range before {
		known[row.Date] = row
	}
	var changed form.Form
	var rows []*ent.OpeningExceptionCreate
	for _, day := range days {
		saved := 0
		if row := known[day.date]; row != nil {
			saved = row.Version
			if day.reason == nil {
				day.reason = &row.Reason
			}
		}
		changed.Add(unchanged(day.versionField, day.expected, saved))
		if !day.remove {
			rows = append(rows, e.OpeningException.Create().SetBranchID(branchID).SetDate(day.date).SetIntervals(day.intervals).
				SetNillableReason(day.reason).SetVersion(e.nextVersion(branchID)))
		}
	}
	if err := changed.Err(); err != nil {
		return before, nil, err
	}
	if _, err := e.OpeningException.Delete().Where(ofDates).Exec(ctx); err != nil {
		return nil, nil, err
	}
	after, err = e.OpeningException.CreateBulk(rows...).Save(ctx)
	return before, after, err
}

// exceptionOn returns the exception of a date.
func (e *edit) exceptionOn(ctx context.Context, branchID string, date civil.Date) (*ent.OpeningException, error) {
	return e.OpeningException.Query().Where(openingexception.BranchID(branchID), openingexception.Date(date)).Only(ctx)
}

// first returns the first row, nil if there is none.
func first[T any](rows []*T) *T {
	if len(rows) == 0 {
		return nil
	}
	return rows[0]
}
