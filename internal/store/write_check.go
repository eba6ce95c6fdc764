package store

import (
	"context"
	"database/sql"
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

// tryWriting writes a page to disk without changing data.
func (sqliteEngine) tryWriting(ctx context.Context, db *sql.DB) error {
	_, err := db.ExecContext(ctx, "PRAGMA user_version = 0") // what it is already; the page is written all the same
	return err
}

func (postgresEngine) tryWriting(ctx context.Context, db *sql.DB) error {
	_, err := db.ExecContext(ctx, "UPDATE goose_db_version SET is_applied = is_applied WHERE version_id = 0")
	return err
}
