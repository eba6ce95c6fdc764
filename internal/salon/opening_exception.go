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
	BranchID  string
	Date      civil.Date
	Intervals []civil.Interval // none: closed all day
	Reason    *string          // nil keeps it
}

// BranchOpeningExceptionRemoveInput names the date of the exception to remove.
type BranchOpeningExceptionRemoveInput struct {
	BranchID string
	Date     civil.Date
}

// BranchOpeningExceptionSet replaces the opening hours of one date.
func (s *Salon) BranchOpeningExceptionSet(ctx context.Context, input BranchOpeningExceptionSetInput) (*ent.OpeningException, []*ent.Appointment, error) {
	var f setupForm
	intervals := f.day("intervals", input.Intervals)
	reason := f.Line("reason", input.Reason, form.ReasonLength)
	if err := f.Err(); err != nil {
		return nil, nil, err
	}
	var after *ent.OpeningException
	stranded, err := s.edit(ctx, func(ctx context.Context, e *edit) error {
		before, err := e.beginOnException(ctx, input.BranchID, input.Date)
		if err != nil {
			return err
		}
		if reason == nil && len(before) > 0 {
			reason = &before[0].Reason
		}
		after, err = e.OpeningException.Create().
			SetBranchID(input.BranchID).SetDate(input.Date).SetIntervals(intervals).SetNillableReason(reason).
			Save(ctx)
		if err != nil {
			return err
		}
		return e.Record(ctx, "branchOpeningExceptionSet", input.BranchID, before, after)
	})
	return after, stranded, err
}

// BranchOpeningExceptionRemove restores the weekly hours on one date.
func (s *Salon) BranchOpeningExceptionRemove(ctx context.Context, input BranchOpeningExceptionRemoveInput) (*ent.Branch, []*ent.Appointment, error) {
	var row *ent.Branch
	stranded, err := s.edit(ctx, func(ctx context.Context, e *edit) error {
		before, err := e.beginOnException(ctx, input.BranchID, input.Date)
		if err != nil {
			return err
		}
		if row, err = e.Branch.Get(ctx, input.BranchID); err != nil || len(before) == 0 {
			return err
		}
		return e.Record(ctx, "branchOpeningExceptionRemove", input.BranchID, before, nil)
	})
	return row, stranded, err
}

// beginOnException begins an edit of one date and deletes its exception.
func (e *edit) beginOnException(ctx context.Context, branchID string, date civil.Date) (before []*ent.OpeningException, err error) {
	if _, err := e.beginInBranch(ctx, change.KindOPENING_EXCEPTION, branchID, "branchId"); err != nil {
		return nil, err
	}
	e.on(&date, &date)
	ofDate := openingexception.And(openingexception.BranchID(branchID), openingexception.Date(date))
	if before, err = e.OpeningException.Query().Where(ofDate).All(ctx); err != nil {
		return nil, err
	}
	_, err = e.OpeningException.Delete().Where(ofDate).Exec(ctx)
	return before, err
}
