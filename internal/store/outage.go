package store

import (
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"net"
	"os"
	"strings"
	"syscall"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/mattn/go-sqlite3"
)

// Outages: the request is valid, but the database cannot serve it. The outcome of a write is unknown.
var (
	// ErrUnreachable is returned if the database does not answer in time.
	ErrUnreachable = errors.New("the database does not answer")
	// ErrFull is returned if the disk is full.
	ErrFull = errors.New("the database's disk is full")
	// ErrReadOnly is returned if the database cannot be written.
	ErrReadOnly = errors.New("cannot write to the database")
	// ErrReplaced is returned if the files of the SQLite database were removed or replaced while it is open.
	ErrReplaced = errors.New("the database file was removed or replaced; put it back, or restart the server")
	// ErrDamaged is returned if the SQLite file is damaged.
	ErrDamaged = errors.New("the database is damaged; restore a backup")
)

// Outage returns one of the errors above if either database cannot work, else nil.
func Outage(err error) error {
	for _, outage := range []error{ErrUnreachable, ErrFull, ErrReadOnly, ErrReplaced, ErrDamaged} {
		if errors.Is(err, outage) {
			return outage
		}
	}
	var postgres *pgconn.PgError
	if errors.As(err, &postgres) {
		if outage := outageOfPostgres(postgres.Code); outage != nil {
			return outage
		}
	}
	var sqlite sqlite3.Error
	if errors.As(err, &sqlite) {
		return outageOfSQLite(sqlite)
	}
	if isCut(err) {
		return ErrUnreachable
	}
	return nil
}

func outageOfPostgres(code string) error {
	const (
		diskFull            = "53100"
		readOnlyTransaction = "25006"
		connection          = "08" // these are classes of codes
		resources           = "53"
		shutDown            = "57P"
		system              = "58"
	)
	switch {
	case code == diskFull:
		return ErrFull
	case code == readOnlyTransaction:
		return ErrReadOnly
	case strings.HasPrefix(code, connection), strings.HasPrefix(code, resources), strings.HasPrefix(code, shutDown), strings.HasPrefix(code, system):
		return ErrUnreachable
	}
	return nil
}

func outageOfSQLite(fault sqlite3.Error) error {
	switch {
	case fault.Code == sqlite3.ErrCorrupt, fault.Code == sqlite3.ErrNotADB:
		return ErrDamaged
	case fault.Code == sqlite3.ErrFull, fault.SystemErrno == syscall.ENOSPC, fault.SystemErrno == syscall.EDQUOT:
		return ErrFull
	case fault.Code == sqlite3.ErrReadonly, fault.Code == sqlite3.ErrPerm, fault.SystemErrno == syscall.EROFS:
		return ErrReadOnly
	case fault.Code == sqlite3.ErrBusy, fault.Code == sqlite3.ErrLocked, fault.Code == sqlite3.ErrIoErr, fault.Code == sqlite3.ErrCantOpen:
		return ErrUnreachable
	}
	return nil
}

// isSilence reports whether the database did not answer in time.
func isSilence(err error) bool { return errors.Is(err, os.ErrDeadlineExceeded) }

// isCut reports whether a connection could not be opened, was lost or timed out.
func isCut(err error) bool {
	var connecting *pgconn.ConnectError
	var network net.Error
	return errors.As(err, &connecting) || errors.As(err, &network) || pgconn.SafeToRetry(err) ||
		errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, driver.ErrBadConn) || errors.Is(err, sql.ErrConnDone) ||
		errors.Is(err, sql.ErrTxDone) // of a transaction that others began, whose time was up
}
