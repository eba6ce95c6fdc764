package store

import (
	"errors"
	"fmt"

	"entgo.io/ent/dialect"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/mattn/go-sqlite3"

	"visavis/internal/problem"
	"visavis/internal/telemetry"
)

// systems maps ent's dialects to the names in OpenTelemetry's conventions.
var systems = map[string]string{dialect.SQLite: "sqlite", dialect.Postgres: "postgresql"}

func (s *Store) endSpan(span *telemetry.Span, kind string, tried int, err error) {
	if span != nil {
		outcome, failed := outcomeOf(err)
		span.EndTransaction(systems[s.engine.dialect()], kind, tried, outcome, failed)
	}
}

// outcomeOf returns a code for the outcome of a transaction and reports whether the database failed.
func outcomeOf(err error) (outcome string, failed bool) {
	var postgres *pgconn.PgError
	var sqlite sqlite3.Error
	switch problems := problem.Of(err); {
	case err == nil:
		return telemetry.OK, false
	case len(problems) > 0:
		return string(problems[0].Code), false
	case errors.As(err, &postgres):
		return postgres.Code, true
	case errors.As(err, &sqlite):
		return fmt.Sprint("SQLite ", int(sqlite.ExtendedCode)), true
	default:
		return "rolled back", false
	}
}
