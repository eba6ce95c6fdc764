package store

import (
	"errors"
	"os"
)

// sqliteFile identifies the files of an open database. Open connections keep reading from memory, or from a file that was
// deleted or replaced, and what they write is lost.
type sqliteFile struct {
	path              string
	database, journal os.FileInfo
}

const (
	journalSuffix = "-wal"
	indexSuffix   = "-shm"
)

// identify returns the identity of the files at the path, which have been opened.
func identify(path string) (f sqliteFile, err error) {
	f.path = path
	if f.database, err = os.Stat(path); err != nil {
		return f, err
	}
	f.journal, err = os.Stat(path + journalSuffix)
	return f, err
}

// verify returns ErrReplaced if other files, or none, are at the path now.
func (f sqliteFile) verify() error {
	if err := isStill(f.path, f.database); err != nil {
		return err
	}
	return isStill(f.path+journalSuffix, f.journal)
}

func isStill(path string, opened os.FileInfo) error {
	found, err := os.Stat(path)
	if err != nil || !os.SameFile(opened, found) {
		return ErrReplaced
	}
	return nil
}

// keepPrivate creates the database file if it is missing, and lets nobody but its owner read it, its journal and the
// index of the journal: they hold personal data. SQLite gives new journals the permissions of the database.
func keepPrivate(path string) error {
	// Only a new file is opened here: closing a database file releases all of SQLite's locks of this process.
	if file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL, private); err == nil {
		if err := file.Close(); err != nil {
			return err
		}
	}
	for _, path := range []string{path, path + journalSuffix, path + indexSuffix} {
		info, err := os.Stat(path)
		if err != nil || info.Mode().Perm()&^private == 0 {
			continue
		}
		// Files of another user, or on a file system without permissions, stay as they are.
		if err := os.Chmod(path, info.Mode().Perm()&private); err != nil && !errors.Is(err, os.ErrPermission) {
			return err
		}
	}
	return nil
}

// private are the permissions of a file that only its owner may read and write.
const private os.FileMode = 0o600
