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

// Tx is a transaction that writes.
type Tx struct {
	*ent.Client
	engine      engine
	branches    map[string]*ent.Branch // that are locked
	sequences   map[string]int64
	afterCommit []func()
}

// AfterCommit has f run when, and only when, all of the transaction is kept.
func (tx *Tx) AfterCommit(f func()) { tx.afterCommit = append(tx.afterCommit, f) }

// Write runs do in a transaction: all of it is kept, or, when do or the commit
// fails, nothing. do may run several times and must change nothing but the
// database. A write once begun is not cancelled with ctx: its caller could not
// know how it ended. After an Outage nobody knows, and the caller has to ask again.
func (s *Store) Write(ctx context.Context, do func(ctx context.Context, tx *Tx) error) (err error) {
	ctx, span := s.options.Traces.Transaction(context.WithoutCancel(ctx))
	tried := 0
	defer func() { s.endSpan(span, "write", tried, err) }()
	ctx, cancel := s.engine.withWriteTimeout(ctx)
	defer cancel()
	began := time.Now()
	var tx *Tx
	err = s.retryInTurn(ctx, func() error {
		tried++
		return s.engine.write(ctx, s, func(client *ent.Client) error {
			tx = &Tx{Client: client, engine: s.engine, branches: map[string]*ent.Branch{}}
			return do(ctx, tx)
		})
	})
	if err != nil && ctx.Err() != nil {
		err = fmt.Errorf("%w in time: %w", ErrUnreachable, err)
	}
	s.writeCheck.record(err)
	if err != nil {
		return err
	}
	if s.options.Commit != nil {
		s.options.Commit(time.Since(began))
	}
	for _, f := range tx.afterCommit {
		f()
	}
	return nil
}

// View runs do on one consistent state of the database; do may run several times.
func (s *Store) View(ctx context.Context, do func(client *ent.Client) error) (err error) {
	ctx, span := s.options.Traces.Transaction(ctx)
	tried := 0
	defer func() { s.endSpan(span, "view", tried, err) }()
	return retry(ctx, func() error {
		tried++
		return s.inTransaction(ctx, s.reader, s.engine.viewOptions(), do)
	})
}

// ViewAnew is View for statements whose best plan depends on what is asked, such as a search for a text: PostgreSQL would
// come to make one for all texts.
func (s *Store) ViewCustomPlan(ctx context.Context, do func(client *ent.Client) error) error {
	return s.View(ctx, func(client *ent.Client) error {
		if s.engine.dialect() == dialect.Postgres {
			if _, err := client.ExecContext(ctx, "SET LOCAL plan_cache_mode = force_custom_plan"); err != nil {
				return err
			}
		}
		return do(client)
	})
}

func (s *Store) inTransaction(ctx context.Context, db *sql.DB, options *sql.TxOptions, do func(*ent.Client) error) error {
	tx, err := db.BeginTx(ctx, options)
	if err != nil {
		return err
	}
	// After a commit this does nothing.
	defer func() { _ = tx.Rollback() }()
	if err := do(s.clientOf(tx)); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *Store) clientOf(tx *sql.Tx) *ent.Client {
	driver := nested{entsql.NewDriver(s.engine.dialect(), entsql.Conn{ExecQuerier: tx})}
	return ent.NewClient(ent.Driver(s.observed(driver)))
}

// enclosed keeps ent inside the transaction that is open already: some of its
// builders would open one of their own, which ent's driver answers by a panic.
type nested struct{ *entsql.Driver }

func (d nested) Tx(context.Context) (dialect.Tx, error) { return dialect.NopTx(d), nil }

func (d nested) BeginTx(context.Context, *sql.TxOptions) (dialect.Tx, error) {
	return dialect.NopTx(d), nil
}

// RaiseChangeSequences raises the change sequence of the branches. From then
// until the end of the transaction nobody else writes to these branches; so
// this comes first in every transaction that writes, after LockPeople and
// LockBranches where these are needed, and once.
func (tx *Tx) RaiseChangeSequences(ctx context.Context, branchIDs ...string) error {
	locked, err := tx.LockBranches(ctx, branchIDs...)
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
