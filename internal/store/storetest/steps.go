package storetest

import (
	"database/sql"
	"strings"
	"testing"
)

// Steps returns how SQLite runs a statement, whatever its arguments.
func Steps(t testing.TB, databaseURL, statement string) (steps []string) {
	t.Helper()
	db, err := sql.Open("sqlite3", strings.Replace(databaseURL, "sqlite:", "file:", 1))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.QueryContext(t.Context(), "EXPLAIN QUERY PLAN "+statement, make([]any, strings.Count(statement, "?")+strings.Count(statement, "$"))...)
	if err != nil {
		t.Fatal(statement, err)
	}
	defer rows.Close()
	for rows.Next() {
		var id, parent, unused int
		var step string
		if err := rows.Scan(&id, &parent, &unused, &step); err != nil {
			t.Fatal(err)
		}
		steps = append(steps, step)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return steps
}
