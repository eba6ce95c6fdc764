package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"

	"github.com/pressly/goose/v3"
)

// MigrateTo brings an empty database to a version and then runs statements, as a
// program of that version may have.
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

// Versions lists the versions that a database may have, in order.
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

func openForMigration(databaseURL string) (*sql.DB, *goose.Provider, error) {
	if path, isFile := strings.CutPrefix(databaseURL, "sqlite:"); isFile {
		db, err := connectSQLite(path, 1, "_foreign_keys=0", "_txlock=immediate")
		if err != nil {
			return nil, nil, err
		}
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

// Waiting returns how many writers of an SQLite file wait for the one who writes.
func Waiting(s *Store) int {
	s.group.mu.Lock()
	defer s.group.mu.Unlock()
	return len(s.group.waiting)
}
