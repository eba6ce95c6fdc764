package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net"
	"syscall"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/mattn/go-sqlite3"
)

func TestOutagesOfEitherDatabaseAreRecognized(t *testing.T) {
	for _, test := range []struct {
		err  error
		want error
	}{
		{nil, nil},
		{errors.New("broken"), nil},
		{context.Canceled, nil},
		{&pgconn.PgError{Code: "23505"}, nil},
		{&pgconn.PgError{Code: "42P01"}, nil},
		{&pgconn.PgError{Code: "53100"}, ErrFull},
		{&pgconn.PgError{Code: "53300"}, ErrUnreachable},
		{&pgconn.PgError{Code: "57P01"}, ErrUnreachable},
		{&pgconn.PgError{Code: "25006"}, ErrReadOnly},
		{&net.OpError{Op: "read", Err: syscall.ECONNRESET}, ErrUnreachable},
		{io.ErrUnexpectedEOF, ErrUnreachable},
		{driver.ErrBadConn, ErrUnreachable},
		{sql.ErrTxDone, ErrUnreachable},
		{sqlite3.Error{Code: sqlite3.ErrFull}, ErrFull},
		{sqlite3.Error{Code: sqlite3.ErrIoErr, SystemErrno: syscall.ENOSPC}, ErrFull},
		{sqlite3.Error{Code: sqlite3.ErrIoErr}, ErrUnreachable},
		{sqlite3.Error{Code: sqlite3.ErrReadonly}, ErrReadOnly},
		{sqlite3.Error{Code: sqlite3.ErrConstraint}, nil},
	} {
		if got := Outage(test.err); got != test.want {
			t.Errorf("%v is %v, want %v", test.err, got, test.want)
		}
		if test.err == nil {
			continue
		}
		if got := Outage(fmt.Errorf("in a transaction: %w", test.err)); got != test.want {
			t.Errorf("%v, wrapped, is %v, want %v", test.err, got, test.want)
		}
	}
}

// Errors that the database did not cause do not change the state.
func TestWritesAreCheckedFromAFailureUntilASuccess(t *testing.T) {
	var d writeCheck
	tried := 0
	ask := func(outcome error) error {
		return d.check(func() error { tried++; return outcome })
	}
	d.record(errors.New("broken"))
	if err := ask(ErrFull); err != nil || tried != 0 {
		t.Errorf("nobody doubts it, and it says %v after %d tries", err, tried)
	}
	d.record(fmt.Errorf("a commit: %w", ErrFull))
	d.record(errors.New("broken"))
	for range 3 { // one of them tries
		if err := ask(ErrFull); !errors.Is(err, ErrFull) || tried != 1 {
			t.Errorf("it says %v after %d tries", err, tried)
		}
	}
	d.record(nil)
	if err := ask(ErrFull); err != nil || tried != 1 {
		t.Errorf("after a write it says %v, after %d tries", err, tried)
	}
}
