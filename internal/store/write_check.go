package store

import (
	"context"
	"database/sql"
	"fmt"
	"sync"
	"time"
)

// A writeCheck knows whether the database can be written, from the first write that failed because of an outage.
type writeCheck struct {
	mu    sync.Mutex
	err   error // nil: writable
	tried time.Time
}

// writeCheckInterval is the minimum time between attempts to write, since anyone may call the readiness check.
const writeCheckInterval = time.Second

// record records the result of a write.
func (c *writeCheck) record(err error) {
	if err != nil && Outage(err) == nil {
		return // not caused by the database
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.err = err
}

// check returns why the database cannot be written, nil if it can. It calls try only after a failed write.
func (c *writeCheck) check(try func() error) error {
	mine, err := c.claim()
	if !mine {
		return err
	}
	err = try() // may take a while; holds no lock
	c.mu.Lock()
	defer c.mu.Unlock()
	c.err = err
	return err
}

// claim returns the last error and reports whether the caller should try to write.
func (c *writeCheck) claim() (mine bool, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.err == nil || time.Since(c.tried) < writeCheckInterval {
		return false, c.err
	}
	c.tried = time.Now()
	return true, c.err
}

// fillerSize is the number of bytes that a write check writes: more than any booking does, since a disk that has room for
// a page may have none for a booking.
const fillerSize = 256 << 10

// tryWriting writes a table and removes it again.
func (sqliteEngine) tryWriting(ctx context.Context, db *sql.DB) error {
	for _, statement := range []string{
		"CREATE TABLE IF NOT EXISTS write_check (filler BLOB)", // there already if the disk became full again
		fmt.Sprintf("INSERT INTO write_check VALUES (zeroblob(%d))", fillerSize),
		"DROP TABLE write_check",
	} {
		if _, err := db.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}

func (postgresEngine) tryWriting(ctx context.Context, db *sql.DB) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // no-op after a commit
	for _, statement := range []string{
		fmt.Sprintf("CREATE TABLE write_check AS SELECT repeat('x', 1024) FROM generate_series(1, %d)", fillerSize/1024),
		"DROP TABLE write_check", // replicas wait for each other until the commit
	} {
		if _, err := tx.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	return tx.Commit()
}
