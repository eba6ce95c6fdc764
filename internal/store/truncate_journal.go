package store

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect"
)

// Scrub makes sure that what has been deleted can no longer be read in the files of
// SQLite, which overwrites it in the database but keeps a journal. PostgreSQL keeps
// its own: there it is up to the vacuum and to the backups.
func (s *Store) TruncateJournal(ctx context.Context) error {
	if s.engine.dialect() != dialect.SQLite {
		return nil
	}
	var busy, logged, moved int
	if err := s.writer.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &logged, &moved); err != nil {
		return fmt.Errorf("cannot truncate the journal: %w", err)
	}
	return nil
}
