package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"time"

	"entgo.io/ent/dialect"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

// connections is the size of the pool. A PostgreSQL with default settings serves six such processes.
const connections = 16

type postgresEngine struct{ config *pgx.ConnConfig }

func (postgresEngine) dialect() string { return dialect.Postgres }

func (postgresEngine) viewOptions() *sql.TxOptions {
	return &sql.TxOptions{ReadOnly: true, Isolation: sql.LevelRepeatableRead}
}

// withViewTimeout returns ctx: each statement has a timeout, see readTimeout.
func (postgresEngine) withViewTimeout(ctx context.Context) (context.Context, context.CancelFunc) {
	return ctx, func() {}
}

// writeTimeout limits a write transaction with all of its retries.
const writeTimeout = 15 * time.Second

func (postgresEngine) withWriteTimeout(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(ctx, writeTimeout)
}

// Orders share transactions. Other writes do not: they would wait for each other, and PostgreSQL groups commits itself.
func (postgresEngine) shares(w *writer) bool { return w.concern != nil }

// forOrders sets up a transaction of several orders. Each of their statements finds few rows by an index, also where the tables were
// small when it was planned, so that no plan depends on what the rows are. If somebody else locks what one of them concerns, for longer
// than a group takes, all write alone, and only that one waits.
const forOrders = `SELECT set_config('enable_seqscan', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true),
	set_config('lock_timeout', '500ms', true)`

// idle is how long an unused connection is trusted.
const idle = time.Second

// isDoubtful reports whether a connection should be replaced. A network may drop an idle connection silently; a
// statement on it would hang for a quarter of an hour.
func isDoubtful(ctx context.Context, p stdlib.ShouldPingParams) bool {
	if p.IdleDuration <= idle {
		return false
	}
	ctx, cancel := context.WithTimeout(ctx, answer)
	defer cancel()
	return p.Conn.Ping(ctx) != nil // which has closed it: a second ping fails at once
}

// prepareSession makes the database roll back a transaction whose process is silent, for example because its machine is
// gone: its locks block others no longer than readTimeout. No statement is compiled or shared with workers, since to start either
// takes longer than to run it.
func prepareSession(ctx context.Context, connection *pgx.Conn) error {
	_, err := connection.Exec(ctx, "SET idle_in_transaction_session_timeout = '5s'; SET jit = off; SET max_parallel_workers_per_gather = 0")
	return err
}

// errMalformedURL replaces the parser's error, which may contain the password.
var errMalformedURL = errors.New("VISAVIS_DATABASE_URL is malformed; write postgres://user:password@host:5432/database")

func openPostgres(ctx context.Context, options Options) (*Store, error) {
	config, err := pgx.ParseConfig(options.URL)
	if err != nil {
		return nil, errMalformedURL
	}
	config.RuntimeParams["application_name"] = "visavis"
	if !strings.Contains(options.URL, "connect_timeout") {
		config.ConnectTimeout = connectTimeout
	}
	if err := migratePostgres(ctx, config); err != nil {
		return nil, describePostgres(config, err)
	}
	if err := writeMissingKeysPostgres(ctx, config, options.Logger); err != nil {
		return nil, describePostgres(config, err)
	}
	pooled := config.Copy()
	pooled.DialFunc = withReadTimeout(pooled.DialFunc)
	db := stdlib.OpenDB(*pooled, stdlib.OptionShouldPing(isDoubtful), stdlib.OptionAfterConnect(prepareSession))
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	s := newStore(postgresEngine{config}, db, db, func() error { return nil }, options)
	s.groups = newGroups(groupsAtOnce(), s, func() error { return nil }, 0)
	return s, nil
}
