package store

import (
	"context"
	"database/sql"
	"errors"
)

// Ping returns an error if the database cannot be read or, after a failed write, written. It runs a statement, because
// the pool hands out idle connections unchecked.
func (s *Store) Ping(ctx context.Context) error {
	if err := s.damage.err(); err != nil {
		return err
	}
	if err := readOnce(ctx, s.reader); err != nil {
		s.damage.note(err)
		return err
	}
	if err := s.engine.check(ctx); err != nil {
		return err
	}
	return s.writeCheck.check(func() error { return s.engine.tryWriting(ctx, s.writer) })
}

func readOnce(ctx context.Context, db *sql.DB) error {
	var some bool
	return db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM branches)`).Scan(&some)
}

// check returns nil: every read reaches the server.
func (postgresEngine) check(context.Context) error { return nil }

// check verifies that the file is the one that was opened, and can be opened.
func (e sqliteEngine) check(ctx context.Context) error {
	if err := e.file.verify(); err != nil {
		return err
	}
	// SQLite opens it, because closing it otherwise would release all locks of this process.
	db := openConnections(sqliteSource(e.path, "mode=rw", "_query_only=1", "_busy_timeout=1000"))
	return errors.Join(readOnce(ctx, db), db.Close())
}
