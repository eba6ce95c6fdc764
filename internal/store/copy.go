package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// copyTo writes the database into a new file. The file gets its name only when it is complete, approved and synced.
//
// VACUUM INTO copies one state, does not block writers, and omits deleted data. SQLite's backup API would copy free
// pages and start over with every write of another process.
func copyTo(ctx context.Context, db *sql.DB, file string, approve func(unfinished string) error) (err error) {
	if _, err := os.Lstat(file); err == nil {
		return fmt.Errorf("%s already exists; choose another name", file)
	}
	directory := filepath.Dir(file)
	// Only its owner may read it, since it holds personal data.
	unfinished, err := os.CreateTemp(directory, filepath.Base(file)+".unfinished-*")
	if err != nil {
		return fmt.Errorf("cannot create a file in %s: %w", directory, errors.Unwrap(err))
	}
	defer func() {
		_ = unfinished.Close()
		if err != nil {
			_ = os.Remove(unfinished.Name())
		}
	}()
	if _, err := db.ExecContext(ctx, "VACUUM INTO ?", unfinished.Name()); err != nil {
		return fmt.Errorf("cannot copy the database to %s: %v", file, err)
	}
	if err := approve(unfinished.Name()); err != nil {
		return err
	}
	if err := unfinished.Sync(); err != nil {
		return err
	}
	if err := os.Rename(unfinished.Name(), file); err != nil {
		return err
	}
	return syncDirectory(directory)
}

// syncDirectory syncs a directory, so that a new file name survives a power failure.
func syncDirectory(path string) error {
	directory, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(directory.Sync(), directory.Close())
}

func approveAny(string) error { return nil }
