package store

import (
	"context"
	"database/sql"
	"strings"

	"entgo.io/ent/dialect"
)

// watched notes whether anything but a SELECT was run, even if it failed or changed no row.
type watched struct {
	nested
	wrote *bool
}

func (d watched) Exec(ctx context.Context, statement string, arguments, result any) error {
	*d.wrote = true
	return d.nested.Exec(ctx, statement, arguments, result)
}

func (d watched) Query(ctx context.Context, statement string, arguments, rows any) error {
	d.note(statement)
	return d.nested.Query(ctx, statement, arguments, rows)
}

// ExecContext runs statements that ent does not build.
func (d watched) ExecContext(ctx context.Context, statement string, arguments ...any) (sql.Result, error) {
	*d.wrote = true
	return d.nested.ExecContext(ctx, statement, arguments...)
}

// QueryContext runs statements that ent does not build.
func (d watched) QueryContext(ctx context.Context, statement string, arguments ...any) (*sql.Rows, error) {
	d.note(statement)
	return d.nested.QueryContext(ctx, statement, arguments...)
}

func (d watched) note(statement string) {
	if !strings.HasPrefix(statement, "SELECT ") {
		*d.wrote = true
	}
}

// Tx keeps what some builders run in a transaction of their own inside the open one.
func (d watched) Tx(context.Context) (dialect.Tx, error) { return dialect.NopTx(d), nil }

// BeginTx does the same.
func (d watched) BeginTx(context.Context, *sql.TxOptions) (dialect.Tx, error) {
	return dialect.NopTx(d), nil
}
