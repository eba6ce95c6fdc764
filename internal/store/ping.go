package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
)

// Ping reports whether the database can be read and, once that has failed, written. Merely to ask for a connection
// would tell nothing: an idle one is given out unseen.
func (s *Store) Ping(ctx context.Context) error {
	if err := readOnce(ctx, s.reader); err != nil {
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

// check has nothing to add: every read asks the server.
func (postgresEngine) check(context.Context) error { return nil }

// check looks at the file itself. The open connections go on reading from their
// memory, and from a file that was deleted or replaced under its name; what they
// write then is lost.
func (e sqliteEngine) check(ctx context.Context) error {
	found, err := os.Stat(e.path)
	if err != nil {
		return err
	}
	if !os.SameFile(e.file, found) {
		return errors.New("the database file was replaced by another file")
	}
	// SQLite opens it: were we to close it, all locks of this process would go.
	db, err := sql.Open("sqlite3", sqliteSource(e.path, "mode=rw", "_query_only=1", "_busy_timeout=1000"))
	if err != nil {
		return err
	}
	return errors.Join(readOnce(ctx, db), db.Close())
}
