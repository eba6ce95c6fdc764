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

	"visavis/ent"
)

// connections is how many one process holds; a PostgreSQL of usual settings
// serves six such processes.
const connections = 16

type postgresEngine struct{ config *pgx.ConnConfig }

func (postgresEngine) dialect() string { return dialect.Postgres }

func (postgresEngine) viewOptions() *sql.TxOptions {
	return &sql.TxOptions{ReadOnly: true, Isolation: sql.LevelRepeatableRead}
}

// longestWrite is how long a transaction may take with its repetitions: an answer comes, whatever happens.
const writeTimeout = 20 * time.Second

func (postgresEngine) withWriteTimeout(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(ctx, writeTimeout)
}

// PostgreSQL has writers share commits by itself.
func (postgresEngine) write(ctx context.Context, s *Store, do func(*ent.Client) error) error {
	return s.inTransaction(ctx, s.writer, nil, do)
}

// idle is for how long a connection is trusted that nobody has used.
const idle = time.Second

// isDoubtful reports whether a connection is to be given up for another one. A network may forget one that rests, and tell
// nobody: then a statement would wait for a quarter of an hour.
func isDoubtful(ctx context.Context, p stdlib.ShouldPingParams) bool {
	if p.IdleDuration <= idle {
		return false
	}
	ctx, cancel := context.WithTimeout(ctx, answer)
	defer cancel()
	return p.Conn.Ping(ctx) != nil // which has closed it: to ping it again fails at once
}

// limitIdling has the database end a transaction whose process says nothing more, be it that its machine is gone: others
// wait for what it has locked, and no longer than longestSilence.
func limitIdling(ctx context.Context, connection *pgx.Conn) error {
	_, err := connection.Exec(ctx, "SET idle_in_transaction_session_timeout = '5s'")
	return err
}

func openPostgres(ctx context.Context, options Options) (*Store, error) {
	config, err := pgx.ParseConfig(options.URL)
	if err != nil {
		// The parser's own error may quote the password.
		return nil, errors.New("VISAVIS_DATABASE_URL is malformed; write postgres://user:password@host:5432/database")
	}
	config.RuntimeParams["application_name"] = "visavis"
	if !strings.Contains(options.URL, "connect_timeout") {
		config.ConnectTimeout = connectTimeout
	}
	if err := migratePostgres(ctx, config); err != nil {
		return nil, describePostgres(config, err)
	}
	pooled := config.Copy()
	pooled.DialFunc = withReadTimeout(pooled.DialFunc)
	db := stdlib.OpenDB(*pooled, stdlib.OptionShouldPing(isDoubtful), stdlib.OptionAfterConnect(limitIdling))
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	return newStore(postgresEngine{config}, db, db, func() error { return nil }, options), nil
}
