package salon

import (
	"context"

	"visavis/ent"
	"visavis/ent/change"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/retention"
)

// BranchRetentionSetInput says after how many months without an appointment the customers of a branch are forgotten.
type BranchRetentionSetInput struct {
	BranchID  string
	Months    *int // nil: never
	Customers *int // how many the preview has counted
}

// RetentionPreview counts the customers of a branch who would be forgotten at once.
func (s *Salon) RetentionPreview(ctx context.Context, branchID string, months int) (customers int, err error) {
	if err := id.Branch.Check(branchID, "branchId"); err != nil {
		return 0, err
	}
	if err := checkMonths(&months); err != nil {
		return 0, err
	}
	row, err := s.Branch(ctx, &branchID, nil)
	if err != nil {
		return 0, err
	}
	if row == nil || !actor.Of(ctx).SetsUp(branchID) {
		return 0, problem.New(problem.NotFound, "branchId")
	}
	return unseenIn(ctx, s.store.Client(), row, s.clock(), months)
}

// BranchRetentionSet sets after how many months customers are forgotten. More customers than the preview has counted are a problem: whoever
// switches it on knows how many it erases.
func (s *Salon) BranchRetentionSet(ctx context.Context, input BranchRetentionSetInput) (*ent.Branch, error) {
	if err := checkMonths(input.Months); err != nil {
		return nil, err
	}
	var after *ent.Branch
	_, err := s.edit(ctx, input, func(ctx context.Context, e *edit) error {
		before, err := e.beginInBranch(ctx, change.KindBRANCH, input.BranchID, "branchId")
		if err != nil {
			return err
		}
		update := before.Update().ClearRetentionMonths()
		if input.Months != nil {
			count, err := unseenIn(ctx, e.Client, before, e.Now, *input.Months)
			if err != nil {
				return err
			}
			switch {
			case input.Customers == nil:
				return problem.New(problem.Required, "customers")
			case count > *input.Customers:
				return problem.New(problem.ChangedMeanwhile, "customers")
			}
			update.SetRetentionMonths(*input.Months)
		}
		if after, err = update.Save(ctx); err != nil {
			return err
		}
		return e.Record(ctx, "branchRetentionSet", after.ID, before, after)
	})
	return after, err
}

func checkMonths(months *int) error {
	var f setupForm
	f.number("months", months, retention.FewestMonths, retention.MostMonths)
	return f.Err()
}

func unseenIn(ctx context.Context, client *ent.Client, row *ent.Branch, now civil.Instant, months int) (int, error) {
	zone, err := civil.LoadZone(row.TimeZone)
	if err != nil {
		return 0, err
	}
	return retention.Count(ctx, client, row.ID, retention.Cutoff(zone, now, months))
}
