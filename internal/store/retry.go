package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	entsql "entgo.io/ent/dialect/sql"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/mattn/go-sqlite3"
)

const (
	// endurance is how long something is repeated that the database asks to repeat.
	retryTimeout = writeTimeout
	// The pauses in between are drawn at random, so that those who met do not meet again: below the first at first,
	// then below twice as much each time, and never above the longest.
	firstBackOff, longestBackOff = 2 * time.Millisecond, 256 * time.Millisecond
)

// repeat runs do again as long as the database asks for that: others were served first.
func retry(ctx context.Context, do func() error) error {
	began, longest := time.Now(), firstBackOff
	for attempts := 1; ; attempts++ {
		err := do()
		if err == nil || !isRetryable(err) {
			return err
		}
		if time.Since(began) > retryTimeout {
			return fmt.Errorf("gave up after %d attempts: %w", attempts, err)
		}
		select {
		case <-time.After(rand.N(longest)):
		case <-ctx.Done():
			return err
		}
		longest = min(2*longest, longestBackOff)
	}
}

// repeatInTurn repeats a write only when no other write of this process is being repeated. Where each that is kept has all
// others of its branch begin anew, most of many would never be done otherwise.
func (s *Store) retryInTurn(ctx context.Context, write func() error) error {
	err := write()
	if !isRetryable(err) {
		return err
	}
	select {
	case s.retryTurn <- struct{}{}:
	case <-ctx.Done():
		return err
	case <-time.After(retryTimeout):
		return fmt.Errorf("no time left for a retry: %w", err)
	}
	defer func() { <-s.retryTurn }()
	return retry(ctx, write)
}

// repeating has statements repeated that are in no transaction, up to their first row: a database that is serializable
// by default, as distributed ones are, asks readers to repeat, too.
type retrying struct{ *entsql.Driver }

func (d retrying) Query(ctx context.Context, query string, args, rows any) error {
	return retry(ctx, func() error { return d.Driver.Query(ctx, query, args, rows) })
}

// QueryContext is for statements that are not ent's own.
func (d retrying) QueryContext(ctx context.Context, query string, args ...any) (rows *sql.Rows, err error) {
	err = retry(ctx, func() error {
		rows, err = d.Driver.QueryContext(ctx, query, args...)
		return err
	})
	return rows, err
}

// repeatable reports whether the same may succeed when tried again.
func isRetryable(err error) bool {
	const serialization, deadlock = "40001", "40P01"
	var postgres *pgconn.PgError
	if errors.As(err, &postgres) {
		return postgres.Code == serialization || postgres.Code == deadlock
	}
	var sqlite sqlite3.Error
	return errors.As(err, &sqlite) && sqlite.Code == sqlite3.ErrBusy
}
