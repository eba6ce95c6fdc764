package store

import (
	"context"
	"database/sql"
	"sync"
	"time"
)

// A doubt says whether the database can be written, from the first write that an outage has made fail.
type doubt struct {
	mu    sync.Mutex
	err   error // nil: there is no doubt
	tried time.Time
}

// tryEvery is how often it is tried to write while there is a doubt, whoever asks: everybody may.
const tryEvery = time.Second

// learn hears how a write has ended.
func (d *doubt) learn(err error) {
	if err != nil && Outage(err) == nil {
		return // that says nothing of the database
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.err = err
}

// resolve gives why the database cannot be written, nil when it can. What nobody doubts is not tried.
func (d *doubt) resolve(try func() error) error {
	mine, err := d.turn()
	if !mine {
		return err
	}
	err = try() // which may take a while; nobody who writes waits for it
	d.mu.Lock()
	defer d.mu.Unlock()
	d.err = err
	return err
}

// turn gives the doubt there is, and tells whether whoever asks is the one to try.
func (d *doubt) turn() (mine bool, err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.err == nil || time.Since(d.tried) < tryEvery {
		return false, d.err
	}
	d.tried = time.Now()
	return true, d.err
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
