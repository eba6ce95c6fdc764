package salon

import (
	"context"

	"visavis/ent"
	"visavis/ent/change"
	"visavis/internal/civil"
	"visavis/internal/form"
	"visavis/internal/problem"
)

// BranchOpeningExceptionsSetInput holds the exceptional opening hours of several dates.
type BranchOpeningExceptionsSetInput struct {
	BranchID string
	Days     []OpeningExceptionInput
}

// OpeningExceptionInput is the exception that one date is to have.
type OpeningExceptionInput struct {
	Date            civil.Date
	Intervals       []civil.Interval // empty: closed all day; nil removes the exception
	Reason          *string          // nil keeps it
	ExpectedVersion *int             // 0: no exception; nil: any

	KeepIntervals bool // the hours are not to be changed
}

// maxExceptions is the largest number of dates in one step: those of a leap year.
const maxExceptions = 366

// BranchOpeningExceptionsSet sets and removes the exceptional opening hours of several dates in one step. If some have
// changed meanwhile, it changes none, and returns the branch with the problems.
func (s *Salon) BranchOpeningExceptionsSet(ctx context.Context, input BranchOpeningExceptionsSetInput) (*ent.Branch, []*ent.Appointment, error) {
	days, err := readExceptionalDays(input.Days)
	if err != nil {
		return nil, nil, err
	}
	var row *ent.Branch
	stranded, err := s.edit(ctx, input, func(ctx context.Context, e *edit) (err error) {
		if row, err = e.beginInBranch(ctx, change.KindOPENING_EXCEPTION, input.BranchID, "branchId"); err != nil || len(days) == 0 {
			return err
		}
		if err := e.keepIntervals(ctx, input, days); err != nil {
			return err
		}
		before, after, err := e.replaceExceptions(ctx, input.BranchID, days)
		if err != nil || len(before)+len(after) == 0 {
			return err
		}
		return e.Record(ctx, "branchOpeningExceptionsSet", input.BranchID, before, after)
	})
	return row, stranded, err
}

func readExceptionalDays(given []OpeningExceptionInput) ([]exceptionalDay, error) {
	var f setupForm
	f.atMost("days", len(given), maxExceptions)
	if err := f.Err(); err != nil {
		return nil, err
	}
	seen := map[civil.Date]bool{}
	days := make([]exceptionalDay, len(given))
	for i, one := range given {
		field := place("days", i)
		if seen[one.Date] {
			f.Add(problem.New(problem.Taken, field+".date"))
		}
		seen[one.Date] = true
		days[i] = exceptionalDay{
			date: one.Date, intervals: f.day(field+".intervals", one.Intervals), reason: f.Line(field+".reason", one.Reason, form.ReasonLength),
			remove: one.Intervals == nil && !one.KeepIntervals, expected: one.ExpectedVersion, versionField: field + ".expectedVersion",
		}
	}
	return days, f.Err()
}

// keepIntervals sets the hours of the days that are to keep theirs. It returns a problem of those that have none.
func (e *edit) keepIntervals(ctx context.Context, input BranchOpeningExceptionsSetInput, days []exceptionalDay) error {
	var f form.Form
	for i, one := range input.Days {
		if !one.KeepIntervals {
			continue
		}
		row, err := e.exceptionOn(ctx, input.BranchID, one.Date)
		switch {
		case ent.IsNotFound(err):
			f.Add(problem.New(problem.Required, place("days", i)+".intervals"))
		case err != nil:
			return err
		default:
			days[i].intervals = row.Intervals
		}
	}
	return f.Err()
}
