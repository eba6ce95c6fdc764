package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// copyTo writes the database into a new file. The file has its name only when it
// is whole, approved and on the disk.
//
// VACUUM INTO copies one state, makes no writer wait, and leaves everything behind
// that was deleted. SQLite's backup API would copy the free pages, too, and begin
// anew with every write of another process.
func copyTo(ctx context.Context, db *sql.DB, file string, approve func(unfinished string) error) (err error) {
	if _, err := os.Lstat(file); err == nil {
		return fmt.Errorf("%s already exists; choose another name", file)
	}
	directory := filepath.Dir(file)
	// Only its owner may read it, as it holds personal data.
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

// syncDirectory keeps a new name through a power cut.
func syncDirectory(path string) error {
	directory, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(directory.Sync(), directory.Close())
}

func approveAny(string) error { return nil }
