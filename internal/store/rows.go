package store

import (
	"context"
	"database/sql"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"

	"visavis/ent"
)

// Rows returns columns of the rows of a table to which ent's predicates apply, by the order of some columns. It is for many
// rows: ent takes twice as long to read them, so it only writes the statement, which SQLite understands as PostgreSQL does.
func Rows[P ~func(*entsql.Selector)](ctx context.Context, client *ent.Client, table string, columns, order []string, predicates ...P) (*sql.Rows, error) {
	from := entsql.Table(table)
	selector := entsql.Dialect(dialect.Postgres).Select(from.Columns(columns...)...).From(from).OrderBy(from.Columns(order...)...)
	for _, apply := range predicates {
		apply(selector)
	}
	statement, arguments := selector.Query()
	return client.QueryContext(ctx, statement, arguments...)
}
