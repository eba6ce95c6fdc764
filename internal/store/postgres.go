package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"

	"entgo.io/ent/dialect"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

// connections is how many one process holds; a PostgreSQL of usual settings
// serves six such processes.
const connections = 16

type postgresEngine struct{ config *pgx.ConnConfig }

func (postgresEngine) dialect() string { return dialect.Postgres }

func (postgresEngine) viewOptions() *sql.TxOptions {
	return &sql.TxOptions{ReadOnly: true, Isolation: sql.LevelRepeatableRead}
}

func openPostgres(ctx context.Context, source string, observe Observer) (*Store, error) {
	config, err := pgx.ParseConfig(source)
	if err != nil {
		// The parser's own error may quote the password.
		return nil, errors.New("the database URL is not understood; write postgres://user:password@host:5432/database")
	}
	config.RuntimeParams["application_name"] = "visavis"
	if !strings.Contains(source, "connect_timeout") {
		config.ConnectTimeout = longestConnecting
	}
	if err := migratePostgres(ctx, config); err != nil {
		return nil, describePostgres(config, err)
	}
	pooled := config.Copy()
	pooled.DialFunc = impatiently(pooled.DialFunc)
	db := stdlib.OpenDB(*pooled)
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	return newStore(postgresEngine{config}, db, db, func() error { return nil }, observe), nil
}
