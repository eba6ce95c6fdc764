package store

import (
	"context"
	"database/sql"
	"sync"
	"time"
)

// A doubt says whether the database can be written, from the first write that an outage has made fail.
type writeCheck struct {
	mu    sync.Mutex
	err   error // nil: there is no doubt
	tried time.Time
}

// tryEvery is how often it is tried to write while there is a doubt, whoever asks: everybody may.
const writeCheckInterval = time.Second

// learn hears how a write has ended.
func (c *writeCheck) record(err error) {
	if err != nil && Outage(err) == nil {
		return // that says nothing of the database
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.err = err
}

// resolve returns why the database cannot be written, nil when it can. What nobody doubts is not tried.
func (c *writeCheck) check(try func() error) error {
	mine, err := c.claim()
	if !mine {
		return err
	}
	err = try() // which may take a while; nobody who writes waits for it
	c.mu.Lock()
	defer c.mu.Unlock()
	c.err = err
	return err
}

// turn returns the doubt there is, and tells whether whoever asks is the one to try.
func (c *writeCheck) claim() (mine bool, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.err == nil || time.Since(c.tried) < writeCheckInterval {
		return false, c.err
	}
	c.tried = time.Now()
	return true, c.err
}

// tryWriting goes all the way to the disk, and changes nothing.
func (sqliteEngine) tryWriting(ctx context.Context, db *sql.DB) error {
	_, err := db.ExecContext(ctx, "PRAGMA user_version = 0") // what it is already; the page is written all the same
	return err
}

func (postgresEngine) tryWriting(ctx context.Context, db *sql.DB) error {
	_, err := db.ExecContext(ctx, "UPDATE goose_db_version SET is_applied = is_applied WHERE version_id = 0")
	return err
}
