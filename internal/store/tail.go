package store

import (
	"context"

	"visavis/ent"
	"visavis/internal/statement"
)

// A tail is what the orders of a shared transaction append: it is written once for all of them, at the end. Nothing reads it
// earlier.
type tail struct {
	raised  map[string]int64 // how often the change sequence of a branch is raised
	changes []*ent.Change
	entries []*ent.AuditEntry
}

// add appends what another tail appends.
func (t *tail) add(other tail) {
	for branchID, times := range other.raised {
		t.raise(branchID, times)
	}
	t.changes = append(t.changes, other.changes...)
	t.entries = append(t.entries, other.entries...)
}

func (t *tail) raise(branchID string, times int64) {
	if t.raised == nil {
		t.raised = map[string]int64{}
	}
	t.raised[branchID] += times
}

// write writes the tail and empties it.
func (t *tail) write(ctx context.Context, client *ent.Client) error {
	alike := map[int64][]string{} // branches by how often they are raised
	for branchID, times := range t.raised {
		alike[times] = append(alike[times], branchID)
	}
	for times, branchIDs := range alike {
		if err := statement.RaiseChangeSequences(ctx, client, branchIDs, times); err != nil {
			return err
		}
	}
	if err := statement.InsertChanges(ctx, client, t.changes); err != nil {
		return err
	}
	err := statement.InsertAuditEntries(ctx, client, t.entries)
	*t = tail{}
	return err
}
