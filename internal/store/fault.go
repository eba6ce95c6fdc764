package store

import (
	"errors"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/mattn/go-sqlite3"
)

// Errors of the database's guards and unique indexes.
var (
	// ErrOverlap is returned if two live appointments of one person would overlap.
	ErrOverlap = errors.New("appointments of one person overlap")
	// ErrSharedRoom is returned if two people would have the same video room.
	ErrSharedRoom = errors.New("a video room of another person")
	// ErrDuplicate is returned if a unique value is taken.
	ErrDuplicate = errors.New("the value is taken")
	// ErrGone is returned if a row that is referred to is deleted meanwhile.
	ErrGone = errors.New("the row is gone")
)

// isLockTimeout reports whether somebody else locked what a shared transaction needs.
func isLockTimeout(err error) bool {
	const notAvailable = "55P03"
	var postgres *pgconn.PgError
	return errors.As(err, &postgres) && postgres.Code == notAvailable
}

// Fault returns ErrOverlap, ErrSharedRoom, ErrDuplicate or ErrGone if a guard, unique index or foreign key of either database rejected
// a write, else nil.
func Fault(err error) error {
	const exclusion, unique, foreignKey = "23P01", "23505", "23503"
	var postgres *pgconn.PgError
	if errors.As(err, &postgres) {
		switch {
		case postgres.Code == unique:
			return ErrDuplicate
		case postgres.Code == foreignKey:
			return ErrGone
		case postgres.Code == exclusion && postgres.ConstraintName == overlapGuard:
			return ErrOverlap
		case postgres.Code == exclusion && postgres.ConstraintName == roomGuard:
			return ErrSharedRoom
		}
	}
	var sqlite sqlite3.Error
	if errors.As(err, &sqlite) {
		switch {
		case sqlite.ExtendedCode == sqlite3.ErrConstraintUnique, sqlite.ExtendedCode == sqlite3.ErrConstraintPrimaryKey:
			return ErrDuplicate
		case sqlite.ExtendedCode == sqlite3.ErrConstraintForeignKey:
			return ErrGone
		case sqlite.ExtendedCode == sqlite3.ErrConstraintTrigger && strings.Contains(sqlite.Error(), overlapGuard):
			return ErrOverlap
		case sqlite.ExtendedCode == sqlite3.ErrConstraintTrigger && strings.Contains(sqlite.Error(), roomGuard):
			return ErrSharedRoom
		}
	}
	return nil
}
