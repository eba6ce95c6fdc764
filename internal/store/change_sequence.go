package store

import (
	"context"

	"visavis/internal/statement"
)

// ChangeSequence returns the sequence of the last change of a branch. found is false if there is no such branch. It
// uses SQL because every cached answer waits for it, and building the statement with ent takes longer than running it.
func (s *Store) ChangeSequence(ctx context.Context, branchID string) (sequence int64, found bool, err error) {
	rows, err := s.client.QueryContext(ctx, "SELECT change_sequence FROM branches WHERE id = $1", branchID)
	if err != nil {
		return 0, false, err
	}
	defer func() { _ = rows.Close() }()
	if !rows.Next() {
		return 0, false, rows.Err()
	}
	if err := rows.Scan(&sequence); err != nil {
		return 0, false, err
	}
	return sequence, true, rows.Close()
}

// RaiseChangeSequences raises the change sequences of the branches and locks them until the end of the transaction.
// Call it once and first in every transaction that writes, after LockPeople and LockBranches where these are needed.
func (tx *Tx) RaiseChangeSequences(ctx context.Context, branchIDs ...string) error {
	rows, err := tx.LockBranches(ctx, branchIDs...)
	if err != nil {
		return err
	}
	tx.sequences = make(map[string]int64, len(rows))
	for _, row := range rows {
		tx.sequences[row.ID] = row.ChangeSequence + 1
	}
	if tx.before == nil {
		return statement.RaiseChangeSequences(ctx, tx.Client, branchIDs, 1)
	}
	for branchID := range tx.sequences {
		tx.sequences[branchID] += tx.before.raised[branchID]
		tx.own.raise(branchID, 1)
	}
	return nil
}

// ChangeSequences returns the sequences that RaiseChangeSequences reserved, by branch ID.
func (tx *Tx) ChangeSequences() map[string]int64 { return tx.sequences }
