package chain

import (
	"context"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"
)

// definition is an index or a constraint, as statements.
type definition struct{ name, drop, create string }

// Queries of the catalog of PostgreSQL that find definitions.
const (
	constraintQuery = `
		SELECT conname, format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
			format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
		FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('f', 'p', 'u')
			AND conrelid::regclass::text <> 'goose_db_version' ORDER BY contype <> 'f', conrelid::regclass::text, conname`
	indexQuery = `
		SELECT c.relname, format('DROP INDEX %I', c.relname), pg_get_indexdef(c.oid)
		FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
		WHERE c.relnamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = c.oid AND contype IN ('p', 'u', 'x'))
			AND i.indrelid::regclass::text <> 'goose_db_version' ORDER BY i.indrelid::regclass::text, c.relname`
	guardQuery = `
		SELECT conname, format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname), ''
		FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype = 'x'`
)

// withoutIndexes calls do while there are neither indexes nor constraints except guards.
func (l *loading) withoutIndexes(do func()) {
	l.t.Helper()
	before := l.definitions(constraintQuery, indexQuery) // in the order in which they can be dropped: references first
	for _, d := range before {
		l.execute(d.drop)
	}
	do()
	var indexes, keys, references []definition
	for _, d := range before {
		switch {
		case strings.Contains(d.create, "FOREIGN KEY"):
			references = append(references, d)
		case strings.Contains(d.create, "ADD CONSTRAINT"):
			keys = append(keys, d)
		default:
			indexes = append(indexes, d)
		}
	}
	for _, group := range [][]definition{indexes, keys} {
		l.together(len(group), func(i int) {
			l.execute(group[i].create)
			l.report(group[i].name)
		})
	}
	for _, d := range references {
		l.execute(d.create)
		l.report(d.name)
	}
	if after := l.definitions(constraintQuery, indexQuery); fmt.Sprint(after) != fmt.Sprint(before) {
		l.t.Fatalf("the indexes were\n%v\nand are\n%v", before, after)
	}
}

// definitions returns what the queries find.
func (l *loading) definitions(queries ...string) (all []definition) {
	l.t.Helper()
	session := <-l.sessions
	defer func() { l.sessions <- session }()
	for _, query := range queries {
		rows, err := session.Query(context.Background(), query)
		if err != nil {
			l.t.Fatal(err)
		}
		found, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (d definition, err error) {
			return d, row.Scan(&d.name, &d.drop, &d.create)
		})
		if err != nil {
			l.t.Fatal(err)
		}
		all = append(all, found...)
	}
	return all
}
