package store

import (
	"context"
	"database/sql"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"

	"visavis/ent"
)

// Rows returns columns of the rows that match the predicates, ordered by some columns. It is for many rows: scanning
// them with ent takes twice as long, so ent only builds the statement.
func Rows[P ~func(*entsql.Selector)](ctx context.Context, client *ent.Client, table string, columns, order []string, predicates ...P) (*sql.Rows, error) {
	from := entsql.Table(table)
	selector := entsql.Dialect(dialect.Postgres).Select(from.Columns(columns...)...).From(from).OrderBy(from.Columns(order...)...)
	for _, apply := range predicates {
		apply(selector)
	}
	statement, arguments := selector.Query()
	return client.QueryContext(ctx, statement, arguments...)
}
