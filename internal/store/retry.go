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
	// retryTimeout limits the retries of a transaction.
	retryTimeout = writeTimeout
	// Pauses between retries are random (jitter). Their upper bound starts at the first back-off and doubles up to the
	// longest.
	firstBackOff, longestBackOff = 2 * time.Millisecond, 256 * time.Millisecond
)

// retry retries do while the database reports serialization failures, deadlocks or locks, with jitter.
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

// retryInTurn retries a write while no other write of this process is being retried. Otherwise, when every commit
// makes the others of its branch fail, most of many writes would never succeed.
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

// retrying retries statements outside transactions until their first row. Databases that are serializable by default,
// such as distributed ones, may ask readers to retry, too.
type retrying struct{ *entsql.Driver }

func (d retrying) Query(ctx context.Context, query string, args, rows any) error {
	return retry(ctx, func() error { return d.Driver.Query(ctx, query, args, rows) })
}

// QueryContext runs statements that ent does not build.
func (d retrying) QueryContext(ctx context.Context, query string, args ...any) (rows *sql.Rows, err error) {
	err = retry(ctx, func() error {
		rows, err = d.Driver.QueryContext(ctx, query, args...)
		return err
	})
	return rows, err
}

// isRetryable reports whether a retry may succeed.
func isRetryable(err error) bool {
	const serialization, deadlock = "40001", "40P01"
	var postgres *pgconn.PgError
	if errors.As(err, &postgres) {
		return postgres.Code == serialization || postgres.Code == deadlock
	}
	var sqlite sqlite3.Error
	return errors.As(err, &sqlite) && sqlite.Code == sqlite3.ErrBusy
}
