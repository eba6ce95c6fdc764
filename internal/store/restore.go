package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"

	"visavis/internal/civil"
)

// Restored is the result of a restore.
type Restored struct {
	Contents        // of the restored file
	Kept     string // file with the previous database; empty: there was none
}

// Restore replaces the content of the SQLite database of the URL with a backup. A running server sees either the old
// state or the new one. The backup file is not changed. After an error the database is unchanged.
func Restore(ctx context.Context, databaseURL, file string, clock civil.Clock) (restored Restored, err error) {
	path, err := fileOf(databaseURL)
	if err != nil {
		return restored, err
	}
	source, err := openBackup(file)
	if err != nil {
		return restored, err
	}
	defer func() { _ = source.Close() }()
	if restored.Contents, err = inspect(ctx, file, source); err != nil {
		return restored, err
	}
	directory := filepath.Dir(path)
	if err := os.MkdirAll(directory, 0o700); err != nil {
		return restored, fmt.Errorf("cannot create the database directory: %w", err)
	}
	// If no server is running, none can start before the end.
	lock := flock.New(path + ".lock")
	alone, err := lock.TryLock()
	if err != nil {
		return restored, fmt.Errorf("cannot write to the database %s: %w", path, err)
	}
	defer func() { _ = lock.Unlock() }()
	workplace, err := os.MkdirTemp(directory, filepath.Base(path)+".restore-*")
	if err != nil {
		return restored, fmt.Errorf("cannot write to the database directory: %w", err)
	}
	defer func() { _ = os.RemoveAll(workplace) }()
	prepared := filepath.Join(workplace, "prepared.db")
	if _, err := source.ExecContext(ctx, "VACUUM INTO ?", prepared); err != nil {
		return restored, fmt.Errorf("cannot copy %s into the database directory: %v", file, err)
	}
	if err := migrateSQLite(ctx, prepared); err != nil {
		return restored, describeSQLite(prepared, err)
	}
	if err := writeMissingKeysSQLite(ctx, prepared, nil); err != nil {
		return restored, describeSQLite(prepared, err)
	}
	restored.Kept, err = replaceDatabase(ctx, path, prepared, alone, clock())
	return restored, describeSQLite(path, err)
}

// openBackup opens a file for reading without creating files beside it.
func openBackup(file string) (*sql.DB, error) {
	readable, err := os.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("file %s not found", file)
	}
	if err != nil {
		return nil, fmt.Errorf("cannot read the file %s: %w", file, errors.Unwrap(err))
	}
	info, err := readable.Stat()
	if err := errors.Join(err, readable.Close()); err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not a file", file)
	}
	for _, journal := range []string{file + "-wal", file + "-journal"} {
		if _, err := os.Stat(journal); err == nil {
			return openFile(file, "mode=ro"), nil // the journal is a part of it
		}
	}
	return openFile(file, "mode=ro", "immutable=1"), nil
}

// replaceDatabase keeps the current database, if there is one, and replaces its content.
func replaceDatabase(ctx context.Context, path, prepared string, alone bool, now civil.Instant) (kept string, err error) {
	if err := keepPrivate(path); err != nil {
		return "", err
	}
	present := connectSQLite(path, 1)
	defer func() { _ = present.Close() }()
	exists, err := checkPresent(ctx, path, present, alone)
	if err != nil {
		return "", err
	}
	source := connectSQLite(prepared, 1)
	defer func() { _ = source.Close() }()
	err = replaceContent(ctx, present, source, func() error {
		if !exists {
			return amend(ctx, prepared, "", now)
		}
		keeping := openFile(path, "mode=rw")
		defer func() { _ = keeping.Close() }()
		name := path + ".before-restore-" + now.Time().UTC().Format("20060102T150405Z")
		if err := copyTo(ctx, keeping, name, approveAny); err != nil {
			return err
		}
		kept = name
		return amend(ctx, prepared, path, now)
	})
	if err != nil {
		return kept, err
	}
	// The journal holds the previous content. If a reader blocks this, the journal is truncated later.
	_, _ = present.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)")
	return kept, nil
}

// checkPresent reports whether there is a database to keep. It returns an error if it is not a visavis database.
func checkPresent(ctx context.Context, path string, present *sql.DB, alone bool) (exists bool, err error) {
	if err := present.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM sqlite_master)").Scan(&exists); err != nil {
		return false, err
	}
	if !exists && alone {
		return false, nil
	}
	version, err := versionOf(ctx, path, present)
	if err != nil {
		return false, err
	}
	known, err := sqliteVersions(present)
	if err != nil {
		return false, err
	}
	if !alone && version != known[len(known)-1] {
		return false, fmt.Errorf("another version of the program is running on %s; stop it first", path)
	}
	return true, nil
}
