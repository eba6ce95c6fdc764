package store

import "context"

// ChangeSequence returns the number of the last change of a branch; found is false when there is no such branch. Every answer
// that is given again waits for it, so it is asked for in SQL: to have ent write the statement took longer than to carry it out.
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
