package event

import (
	"context"

	"visavis/ent"
	"visavis/ent/change"
	"visavis/internal/civil"
	"visavis/internal/store"
)

const (
	// retained is how many changes of a branch are kept for resuming readers.
	retained = 10_000
	// pruneInterval is the number of changes between deletions of older ones.
	pruneInterval = 1_000
)

// Append writes the change to the feed of every branch whose change sequence the transaction has raised. It ignores
// the branch and sequence of c.
func (f *Feed) Append(ctx context.Context, tx *store.Tx, c Change, at civil.Instant) error {
	staffIDs := c.StaffIDs
	if staffIDs == nil {
		staffIDs = []string{}
	}
	var changes []*ent.Change
	for branchID, sequence := range tx.ChangeSequences() {
		changes = append(changes, &ent.Change{
			BranchID: branchID, Sequence: sequence, Kind: c.Kind, AppointmentID: c.AppointmentID, StaffIds: staffIDs, FirstDate: c.FirstDate, LastDate: c.LastDate, At: at,
		})
		if sequence%pruneInterval == 0 {
			old := change.And(change.BranchID(branchID), change.SequenceLTE(sequence-retained))
			if _, err := tx.Change.Delete().Where(old).Exec(ctx); err != nil {
				return err
			}
		}
		tx.AfterCommit(func() { f.wake(branchID) })
	}
	return tx.InsertChanges(ctx, changes)
}
