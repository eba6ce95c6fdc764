package store

import "context"

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
