package store

import (
	"context"
	"database/sql"

	"entgo.io/ent/dialect"
)

// writtenFirst is a driver that first calls write, which writes what orders have inserted: each statement can then read it and refer to
// it.
type writtenFirst struct {
	nested
	write func(ctx context.Context) error
}

// Tx stays in the open transaction, as nested does.
func (d writtenFirst) Tx(context.Context) (dialect.Tx, error) { return dialect.NopTx(d), nil }

// BeginTx does the same.
func (d writtenFirst) BeginTx(context.Context, *sql.TxOptions) (dialect.Tx, error) {
	return dialect.NopTx(d), nil
}

func (d writtenFirst) Exec(ctx context.Context, statement string, arguments, result any) error {
	if err := d.write(ctx); err != nil {
		return err
	}
	return d.nested.Exec(ctx, statement, arguments, result)
}

func (d writtenFirst) Query(ctx context.Context, statement string, arguments, rows any) error {
	if err := d.write(ctx); err != nil {
		return err
	}
	return d.nested.Query(ctx, statement, arguments, rows)
}

// ExecContext runs statements that ent does not build.
func (d writtenFirst) ExecContext(ctx context.Context, statement string, arguments ...any) (sql.Result, error) {
	if err := d.write(ctx); err != nil {
		return nil, err
	}
	return d.nested.ExecContext(ctx, statement, arguments...)
}

// QueryContext runs statements that ent does not build.
func (d writtenFirst) QueryContext(ctx context.Context, statement string, arguments ...any) (*sql.Rows, error) {
	if err := d.write(ctx); err != nil {
		return nil, err
	}
	return d.nested.QueryContext(ctx, statement, arguments...)
}
