package store

import (
	"context"
	"database/sql"
	"errors"

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

func openPostgres(ctx context.Context, options Options) (_ *Store, err error) {
	config, err := pgx.ParseConfig(options.URL)
	if err != nil {
		// The parser's own error may quote the password.
		return nil, errors.New("the database URL is not understood; write postgres://user:password@host:5432/database")
	}
	config.RuntimeParams["application_name"] = "visavis"
	db := stdlib.OpenDB(*config)
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	defer func() {
		if err != nil {
			err = errors.Join(describePostgres(config, err), db.Close())
		}
	}()
	if err := migratePostgres(ctx, db); err != nil {
		return nil, err
	}
	return newStore(postgresEngine{config}, db, db, func() error { return nil }, options), nil
}
