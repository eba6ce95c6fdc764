package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"

	"visavis/ent"
	"visavis/internal/lookup"
)

// Tx is a write transaction.
type Tx struct {
	*ent.Client
	engine engine
	*locked
	before      *tail       // of the orders before this one; nil: it is not an order that shares a transaction
	own         tail        // of this one
	direct      *ent.Client // which does not see the tails; nil if there are none
	sequences   map[string]int64
	afterCommit []func()
}

// AfterCommit registers f to run after a successful commit.
func (tx *Tx) AfterCommit(f func()) { tx.afterCommit = append(tx.afterCommit, f) }

// Write runs do in a transaction, which is rolled back if do or the commit fails. do may run several times, so it must
// change only the database. Canceling ctx does not cancel a write that has begun, since the caller could not know its
// outcome. After an Outage the outcome is unknown.
func (s *Store) Write(ctx context.Context, do func(ctx context.Context, tx *Tx) error) error {
	return s.write(ctx, &writer{do: do})
}

// WriteOrder is Write for an order: it changes appointments and holds, and nothing that decides about others. Its concern is locked
// before do runs. Orders that come at the same time share a transaction.
func (s *Store) WriteOrder(ctx context.Context, concern Concern, do func(ctx context.Context, tx *Tx) error) error {
	return s.write(ctx, &writer{concern: &concern, do: do})
}

func (s *Store) write(ctx context.Context, w *writer) (err error) {
	ctx, span := s.options.Traces.Transaction(context.WithoutCancel(ctx))
	tried := 0
	defer func() { s.endSpan(span, "write", tried, err) }()
	ctx, cancel := s.engine.withWriteTimeout(ctx)
	defer cancel()
	began := time.Now()
	w.ctx = ctx
	err = s.retryInTurn(ctx, func() error {
		tried++
		if s.engine.shares(w) {
			return s.groups.of(w).write(w)
		}
		return s.writeAlone(w)
	})
	if err != nil && ctx.Err() != nil {
		err = fmt.Errorf("%w in time: %w", ErrUnreachable, err)
	}
	s.writeCheck.record(err)
	if err != nil {
		s.damage.note(err)
		return err
	}
	if s.options.Commit != nil {
		s.options.Commit(time.Since(began))
	}
	for _, f := range w.tx.afterCommit {
		f()
	}
	return nil
}

// View runs do on one consistent state of the database. do may run several times.
func (s *Store) View(ctx context.Context, do func(client *ent.Client) error) (err error) {
	ctx, span := s.options.Traces.Transaction(ctx)
	tried := 0
	defer func() { s.endSpan(span, "view", tried, err) }()
	ctx, cancel := s.engine.withViewTimeout(ctx)
	defer cancel()
	err = retry(ctx, func() error {
		tried++
		return s.inTransaction(ctx, s.reader, s.engine.viewOptions(), do)
	})
	s.damage.note(err)
	return err
}

// ViewCustomPlan is View for statements whose best plan depends on their arguments, such as a text search. PostgreSQL
// would switch to a generic plan.
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
	// No-op after a commit.
	defer func() { _ = tx.Rollback() }()
	if err := do(s.clientOf(tx)); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *Store) clientOf(tx *sql.Tx) *ent.Client {
	return s.clientOn(nestedIn(s.engine.dialect(), tx))
}

func (s *Store) clientOn(driver dialect.Driver) *ent.Client {
	client := ent.NewClient(ent.Driver(s.observed(driver)))
	lookup.Keep(client)
	return client
}

func nestedIn(dialectName string, tx *sql.Tx) nested {
	return nested{entsql.NewDriver(dialectName, entsql.Conn{ExecQuerier: tx})}
}

// nested keeps ent inside the open transaction. Some builders begin a transaction themselves, on which ent's driver
// panics.
type nested struct{ *entsql.Driver }

func (d nested) Tx(context.Context) (dialect.Tx, error) { return dialect.NopTx(d), nil }

func (d nested) BeginTx(context.Context, *sql.TxOptions) (dialect.Tx, error) {
	return dialect.NopTx(d), nil
}
