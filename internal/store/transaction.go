package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"

	"visavis/ent"
	"visavis/ent/branch"
)

// attempts is how often a transaction is tried that the database asks to repeat.
const attempts = 10

// longestWrite is how long a transaction may take with its repetitions, longer than one waits for the lock of an SQLite
// file: an answer comes, whatever happens.
const longestWrite = 20 * time.Second

// Tx is a transaction that writes.
type Tx struct {
	*ent.Client
	engine      engine
	sequences   map[string]int64
	afterCommit []func()
}

// AfterCommit has f run when, and only when, all of the transaction is kept.
func (tx *Tx) AfterCommit(f func()) { tx.afterCommit = append(tx.afterCommit, f) }

// Write runs do in a transaction: all of it is kept, or, when do or the commit
// fails, nothing. do may run several times and must change nothing but the
// database. A write once begun is not cancelled with ctx: its caller could not
// know how it ended. After an Outage nobody knows, and the caller has to ask again.
func (s *Store) Write(ctx context.Context, do func(ctx context.Context, tx *Tx) error) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), longestWrite)
	defer cancel()
	began := time.Now()
	var err error
	for range attempts {
		var tx *Tx
		err = s.inTransaction(ctx, s.writer, nil, func(client *ent.Client) error {
			tx = &Tx{Client: client, engine: s.engine}
			return do(ctx, tx)
		})
		if err != nil && ctx.Err() != nil {
			err = fmt.Errorf("%w in time: %w", ErrUnreachable, err)
		}
		s.doubt.learn(err)
		if err == nil {
			if s.commit != nil {
				s.commit(time.Since(began))
			}
			for _, f := range tx.afterCommit {
				f()
			}
			return nil
		}
		if !repeatable(err) {
			return err
		}
	}
	return fmt.Errorf("given up after %d attempts: %w", attempts, err)
}

// View runs do on one consistent state of the database.
func (s *Store) View(ctx context.Context, do func(client *ent.Client) error) error {
	return s.inTransaction(ctx, s.reader, s.engine.viewOptions(), do)
}

func (s *Store) inTransaction(ctx context.Context, db *sql.DB, options *sql.TxOptions, do func(*ent.Client) error) error {
	tx, err := db.BeginTx(ctx, options)
	if err != nil {
		return err
	}
	// After a commit this does nothing.
	defer func() { _ = tx.Rollback() }()
	driver := enclosed{entsql.NewDriver(s.engine.dialect(), entsql.Conn{ExecQuerier: tx})}
	if err := do(ent.NewClient(ent.Driver(s.observed(driver)))); err != nil {
		return err
	}
	return tx.Commit()
}

// enclosed keeps ent inside the transaction that is open already: some of its
// builders would open one of their own, which ent's driver answers by a panic.
type enclosed struct{ *entsql.Driver }

func (d enclosed) Tx(context.Context) (dialect.Tx, error) { return dialect.NopTx(d), nil }

func (d enclosed) BeginTx(context.Context, *sql.TxOptions) (dialect.Tx, error) {
	return dialect.NopTx(d), nil
}

// RaiseChangeSequences raises the change sequence of the branches. From then
// until the end of the transaction nobody else writes to these branches; so
// this comes first in every transaction that writes, after LockPeople and
// LockBranches where these are needed, and once.
func (tx *Tx) RaiseChangeSequences(ctx context.Context, branchIDs ...string) error {
	locked, err := tx.lockBranches(ctx, branchIDs)
	if err != nil {
		return err
	}
	if err := tx.Branch.Update().Where(branch.IDIn(branchIDs...)).AddChangeSequence(1).Exec(ctx); err != nil {
		return err
	}
	tx.sequences = make(map[string]int64, len(locked))
	for _, b := range locked {
		tx.sequences[b.ID] = b.ChangeSequence + 1
	}
	return nil
}

// ChangeSequences gives, by branch, the numbers that RaiseChangeSequences has
// reserved for this transaction's change.
func (tx *Tx) ChangeSequences() map[string]int64 { return tx.sequences }
