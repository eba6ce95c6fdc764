package store

import (
	"context"
	"database/sql"
	"database/sql/driver"

	"entgo.io/ent/dialect"
)

// observed wraps the driver to call the observers of the options.
func (s *Store) observed(driver dialect.Driver) dialect.Driver {
	if s.options.Observe == nil && s.options.Read == nil {
		return driver
	}
	return observedBy(driver, func(ctx context.Context, statement string) error {
		if s.options.Observe != nil {
			s.options.Observe(ctx)
		}
		if s.options.Read != nil {
			s.options.Read(statement)
		}
		return nil
	})
}

// observedBy wraps a driver to call notify before every statement, which fails if notify does.
func observedBy(driver dialect.Driver, notify func(ctx context.Context, statement string) error) dialect.Driver {
	return observedDriver{driver, statements{driver, notify}}
}

type observedDriver struct {
	dialect.Driver
	statements
}

func (d observedDriver) Exec(ctx context.Context, statement string, arguments, result any) error {
	return d.statements.Exec(ctx, statement, arguments, result)
}

func (d observedDriver) Query(ctx context.Context, statement string, arguments, rows any) error {
	return d.statements.Query(ctx, statement, arguments, rows)
}

func (d observedDriver) Tx(ctx context.Context) (dialect.Tx, error) {
	tx, err := d.Driver.Tx(ctx)
	if err != nil {
		return nil, err
	}
	return observedTx{tx, statements{tx, d.notify}}, nil
}

type observedTx struct {
	driver.Tx
	statements
}

// statements calls notify before each statement. ent's debug driver would format the arguments, which are
// personal data.
type statements struct {
	dialect.ExecQuerier
	notify func(ctx context.Context, statement string) error
}

func (s statements) Exec(ctx context.Context, statement string, arguments, result any) error {
	if err := s.notify(ctx, statement); err != nil {
		return err
	}
	return s.ExecQuerier.Exec(ctx, statement, arguments, result)
}

func (s statements) Query(ctx context.Context, statement string, arguments, rows any) error {
	if err := s.notify(ctx, statement); err != nil {
		return err
	}
	return s.ExecQuerier.Query(ctx, statement, arguments, rows)
}

// QueryContext runs statements that ent does not build.
func (s statements) QueryContext(ctx context.Context, statement string, arguments ...any) (*sql.Rows, error) {
	if err := s.notify(ctx, statement); err != nil {
		return nil, err
	}
	return s.ExecQuerier.(interface {
		QueryContext(context.Context, string, ...any) (*sql.Rows, error)
	}).QueryContext(ctx, statement, arguments...)
}

// ExecContext runs statements that ent does not build.
func (s statements) ExecContext(ctx context.Context, statement string, arguments ...any) (sql.Result, error) {
	if err := s.notify(ctx, statement); err != nil {
		return nil, err
	}
	return s.ExecQuerier.(interface {
		ExecContext(context.Context, string, ...any) (sql.Result, error)
	}).ExecContext(ctx, statement, arguments...)
}
