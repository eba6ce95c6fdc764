package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"strings"
)

// Backup copies the SQLite database of the URL into a new file and returns the contents of the copy. A server may be
// running on the database.
func Backup(ctx context.Context, databaseURL, file string) (c Contents, err error) {
	path, err := fileOf(databaseURL)
	if err != nil {
		return c, err
	}
	if _, err := os.Stat(path); err != nil {
		return c, fmt.Errorf("database %s not found", path)
	}
	db := openFile(path, "mode=rw")
	defer func() { _ = db.Close() }()
	if _, err := versionOf(ctx, path, db); err != nil {
		return c, describeSQLite(path, err)
	}
	err = copyTo(ctx, db, file, func(unfinished string) error {
		copied := openFile(unfinished, "mode=ro")
		defer func() { _ = copied.Close() }()
		c, err = inspect(ctx, unfinished, copied)
		return err
	})
	return c, err
}

// fileOf returns the file of an SQLite database.
func fileOf(databaseURL string) (string, error) {
	path, isFile := strings.CutPrefix(databaseURL, "sqlite:")
	if !isFile {
		return "", errors.New("the database is on PostgreSQL; use pg_dump and pg_restore, see docs/backup.md")
	}
	return strings.TrimPrefix(path, "//"), nil
}

// openFile opens one connection to a file as it is.
func openFile(path string, settings ...string) *sql.DB {
	db := openConnections(sqliteSource(path, append(settings, "_busy_timeout=10000")...))
	db.SetMaxOpenConns(1)
	return db
}
