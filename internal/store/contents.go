package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"github.com/pressly/goose/v3"
)

// Contents summarizes a database file.
type Contents struct {
	Version      int64 // of the last migration
	Branches     int
	Appointments int
}

// inspect checks the integrity of a file and that its version is supported.
func inspect(ctx context.Context, path string, db *sql.DB) (c Contents, err error) {
	defer func() { err = describeSQLite(path, err) }()
	if c.Version, err = versionOf(ctx, path, db); err != nil {
		return c, err
	}
	var verdict string
	if err := db.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&verdict); err != nil {
		return c, err
	}
	if verdict != "ok" {
		return c, fmt.Errorf("the file %s is damaged or not an SQLite database: %s", path, verdict)
	}
	var dangling int
	if err := db.QueryRowContext(ctx, "SELECT count(*) FROM pragma_foreign_key_check").Scan(&dangling); err != nil {
		return c, err
	}
	if dangling > 0 {
		return c, fmt.Errorf("the file %s is damaged: it has %d dangling references", path, dangling)
	}
	const count = "SELECT (SELECT count(*) FROM branches), (SELECT count(*) FROM appointments)"
	return c, db.QueryRowContext(ctx, count).Scan(&c.Branches, &c.Appointments)
}

// versionOf returns the version of a database, or an error if it is not a visavis database or its version is unknown.
func versionOf(ctx context.Context, path string, db *sql.DB) (version int64, err error) {
	const ours = "SELECT count(*) = 3 FROM sqlite_master WHERE type = 'table' AND name IN ('goose_db_version', 'branches', 'appointments')"
	var is bool
	if err := db.QueryRowContext(ctx, ours).Scan(&is); err != nil {
		return 0, err
	}
	if !is {
		return 0, fmt.Errorf("%s is not a visavis database", path)
	}
	const applied = "SELECT coalesce(max(version_id), 0) FROM goose_db_version WHERE is_applied"
	if err := db.QueryRowContext(ctx, applied).Scan(&version); err != nil {
		return 0, err
	}
	known, err := sqliteVersions(db)
	if err != nil {
		return 0, err
	}
	if newest := known[len(known)-1]; version > newest {
		return 0, fmt.Errorf("%s has version %d, and this program supports versions up to %d; run the newer program", path, version, newest)
	}
	if !slices.Contains(known, version) {
		return 0, fmt.Errorf("%s has version %d, which this program does not support", path, version)
	}
	return version, nil
}

// sqliteVersions lists the versions that a file may have, in order.
func sqliteVersions(db *sql.DB) ([]int64, error) {
	provider, err := newProvider(goose.DialectSQLite3, db, "migrations/sqlite")
	if err != nil {
		return nil, err
	}
	var versions []int64
	for _, source := range provider.ListSources() {
		versions = append(versions, source.Version)
	}
	return versions, nil
}
