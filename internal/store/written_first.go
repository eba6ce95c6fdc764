package store

import (
	"context"
	"database/sql"
)

// writtenFirst is a driver that writes what was inserted before each statement, so that the statement can read it and refer to it.
type writtenFirst struct {
	nested
	write func(ctx context.Context) error
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
