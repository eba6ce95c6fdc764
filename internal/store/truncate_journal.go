package store

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect"
)

const truncateJournal = "PRAGMA wal_checkpoint(TRUNCATE)"

// TruncateJournal removes deleted data from SQLite's journal; secure_delete covers the database file. It does nothing
// on PostgreSQL, where vacuum and backup retention apply.
func (s *Store) TruncateJournal(ctx context.Context) error {
	if s.engine.dialect() != dialect.SQLite {
		return nil
	}
	var busy, logged, moved int
	if err := s.writer.QueryRowContext(ctx, truncateJournal).Scan(&busy, &logged, &moved); err != nil {
		return fmt.Errorf("cannot truncate the journal: %w", err)
	}
	return nil
}
