package event

import (
	"context"

	"visavis/ent"
	"visavis/ent/change"
)

// considered is behind how many changes it is not worth to look at each.
const considered = 1000

// OnlyAppointments tells whether all changes of the branch after the first number, up to and with the last, are of
// appointments. It may say no when they are too many, or no longer known.
func OnlyAppointments(ctx context.Context, client *ent.Client, branchID string, first, last int64) (bool, error) {
	switch between := last - first; {
	case between == 0:
		return true, nil
	case between < 0 || between > considered:
		return false, nil
	default:
		count, err := client.Change.Query().
			Where(change.BranchID(branchID), change.SequenceGT(first), change.SequenceLTE(last), change.KindEQ(change.KindAPPOINTMENT)).
			Count(ctx)
		return int64(count) == between, err // they are numbered without gaps
	}
}
