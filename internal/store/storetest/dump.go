package storetest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"visavis/ent/migrate"
	"visavis/internal/store"
)

// Dump returns every row of every table, each as table: value|value, in order.
func Dump(t testing.TB, s *store.Store) (lines []string) {
	t.Helper()
	rows, err := s.Client().QueryContext(t.Context(), everyRow)
	if err != nil {
		t.Fatal(err)
	}
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			t.Fatal(err)
		}
		lines = append(lines, line)
	}
	if err := rows.Close(); err != nil {
		t.Fatal(err)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	slices.Sort(lines)
	return lines
}

// everyRow is one statement, because tests dump often.
var everyRow = func() string {
	var tables []string
	for _, table := range migrate.Tables {
		var columns []string
		for _, column := range table.Columns {
			columns = append(columns, fmt.Sprintf(`COALESCE(CAST("%s" AS text), 'NULL')`, column.Name))
		}
		tables = append(tables, fmt.Sprintf("SELECT '%s: ' || %s FROM %s", table.Name, strings.Join(columns, " || '|' || "), table.Name))
	}
	return strings.Join(tables, " UNION ALL ")
}()
