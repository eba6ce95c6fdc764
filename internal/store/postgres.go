package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"entgo.io/ent/dialect"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
)

// connections is how many one process holds; a PostgreSQL of usual settings
// serves six such processes.
const connections = 16

type postgresEngine struct{}

func (postgresEngine) dialect() string { return dialect.Postgres }

func (postgresEngine) viewOptions() *sql.TxOptions {
	return &sql.TxOptions{ReadOnly: true, Isolation: sql.LevelRepeatableRead}
}

func openPostgres(ctx context.Context, source string, observe Observer) (_ *Store, err error) {
	config, err := pgx.ParseConfig(source)
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
	return newStore(postgresEngine{}, db, db, func() error { return nil }, observe), nil
}

func describePostgres(config *pgx.ConnConfig, err error) error {
	server := fmt.Sprintf("the PostgreSQL database %s at %s:%d", config.Database, config.Host, config.Port)
	var unreachable *pgconn.ConnectError
	if errors.As(err, &unreachable) {
		reason := strings.Join(strings.Fields(err.Error()), " ") // of several lines
		return fmt.Errorf("%s cannot be reached: %s", server, reason)
	}
	var answered *pgconn.PgError
	const readOnlyTransaction, insufficientPrivilege = "25006", "42501"
	if errors.As(err, &answered) && (answered.Code == readOnlyTransaction || answered.Code == insufficientPrivilege) {
		return fmt.Errorf("%s cannot be written: %w", server, err)
	}
	return err
}
