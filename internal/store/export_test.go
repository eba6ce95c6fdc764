package store

import (
	"context"
	"database/sql"
	"errors"
	"log/slog"
	"strings"
	"time"

	"entgo.io/ent/dialect"
	"github.com/pressly/goose/v3"
)

// MigrateTo migrates an empty database to a version and runs statements, like a program of that version.
func MigrateTo(ctx context.Context, databaseURL string, version int64, statements string) error {
	db, provider, err := openForMigration(databaseURL)
	if err != nil {
		return err
	}
	_, err = provider.UpTo(ctx, version)
	if err == nil {
		_, err = db.ExecContext(ctx, statements)
	}
	return errors.Join(err, db.Close())
}

// Versions returns the versions of a database, in order.
func Versions(databaseURL string) ([]int64, error) {
	db, provider, err := openForMigration(databaseURL)
	if err != nil {
		return nil, err
	}
	var versions []int64
	for _, source := range provider.ListSources() {
		versions = append(versions, source.Version)
	}
	return versions, db.Close()
}

// WriteMissingKeys does what a start does for rows without keys.
func WriteMissingKeys(ctx context.Context, databaseURL string, logger *slog.Logger, now func() time.Time) error {
	db, _, err := openForMigration(databaseURL)
	if err != nil {
		return err
	}
	engine, lock := dialect.SQLite, ""
	if !strings.HasPrefix(databaseURL, "sqlite:") {
		engine, lock = dialect.Postgres, "FOR UPDATE"
	}
	return errors.Join(writeMissingKeys(ctx, engine, db, lock, logger, now), db.Close())
}

func openForMigration(databaseURL string) (*sql.DB, *goose.Provider, error) {
	if path, isFile := strings.CutPrefix(databaseURL, "sqlite:"); isFile {
		db := connectSQLite(path, 1, "_foreign_keys=0", "_txlock=immediate")
		provider, err := newProvider(goose.DialectSQLite3, db, "migrations/sqlite")
		return db, provider, err
	}
	db, err := sql.Open("pgx", databaseURL)
	if err != nil {
		return nil, nil, err
	}
	provider, err := newProvider(goose.DialectPostgres, db, "migrations/postgres")
	return db, provider, err
}

// Waiting returns the number of writers that wait for the current one.
func Waiting(s *Store) (count int) {
	for _, g := range s.groups {
		g.mu.Lock()
		count += len(g.waiting)
		g.mu.Unlock()
	}
	return count
}

// Checked returns a channel that is closed when the check in the background has ended.
func Checked(s *Store) <-chan struct{} { return s.contentCheck.ended }

// DivideWriters divides the writers into so many groups by their branches.
func DivideWriters(s *Store, count int) {
	first := s.groups[0]
	s.groups = newGroups(count, s, first.verify, first.admission)
}

// AdmitFor makes groups of writers admit others for a time after the first.
func AdmitFor(s *Store, admission time.Duration) {
	for _, g := range s.groups {
		g.admission = admission
	}
}

// LimitJournal sets the size in bytes beyond which the journal is emptied, at every commit.
func LimitJournal(s *Store, bytes int64) { s.journal.limit, s.journal.pause = bytes, 0 }
