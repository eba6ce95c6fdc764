package chain

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
	_ "github.com/mattn/go-sqlite3"
)

// copyToSQLite copies the rows of every table into a migrated and empty file. Indexes and triggers are created after the
// rows, for speed.
func copyToSQLite(t testing.TB, source *pgx.Conn, file string) {
	t.Helper()
	ctx := context.Background()
	db, err := sql.Open("sqlite3", "file:"+file+"?_foreign_keys=0&_synchronous=OFF&_cache_size=-262144")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	db.SetMaxOpenConns(1)
	extras := texts(ctx, t, db, "SELECT sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL")
	for _, extra := range texts(ctx, t, db, "SELECT type || ' ' || name FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL") {
		execute(ctx, t, db, "DROP "+extra)
	}
	for _, table := range texts(ctx, t, db, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'goose_db_version'") {
		copyTable(ctx, t, source, db, table)
	}
	for _, extra := range extras {
		execute(ctx, t, db, extra)
	}

}

// copyTable copies all rows in one transaction.
func copyTable(ctx context.Context, t testing.TB, source *pgx.Conn, db *sql.DB, table string) {
	t.Helper()
	columns := texts(ctx, t, db, "SELECT name FROM pragma_table_info('"+table+"')")
	read := make([]string, len(columns))
	for i, column := range columns {
		read[i] = fmt.Sprintf("(%q)%s", column, asStoredBySQLite[typeOf(ctx, t, source, table, column)])
	}
	rows, err := source.Query(ctx, fmt.Sprintf("SELECT %s FROM %q", strings.Join(read, ", "), table))
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	insert, err := tx.PrepareContext(ctx, fmt.Sprintf(`INSERT INTO %q ("%s") VALUES (%s)`, table, strings.Join(columns, `", "`), strings.TrimSuffix(strings.Repeat("?, ", len(columns)), ", ")))
	if err != nil {
		t.Fatal(err)
	}
	for rows.Next() {
		values, err := rows.Values()
		if err == nil {
			_, err = insert.ExecContext(ctx, values...)
		}
		if err != nil {
			t.Fatal(table, err)
		}
	}
	if err := rows.Err(); err != nil {
		t.Fatal(table, err)
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(table, err)
	}
}

// asStoredBySQLite converts the types that SQLite does not have.
var asStoredBySQLite = map[string]string{"boolean": "::int", "jsonb": "::text", "date": "::text"}

func typeOf(ctx context.Context, t testing.TB, source *pgx.Conn, table, column string) (name string) {
	t.Helper()
	const query = `SELECT data_type FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1 AND column_name = $2`
	if err := source.QueryRow(ctx, query, table, column).Scan(&name); err != nil {
		t.Fatal(table, column, err)
	}
	return name
}

func texts(ctx context.Context, t testing.TB, db *sql.DB, query string) (all []string) {
	t.Helper()
	rows, err := db.QueryContext(ctx, query)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			t.Fatal(err)
		}
		all = append(all, text)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}

func execute(ctx context.Context, t testing.TB, db *sql.DB, statement string) {
	t.Helper()
	if _, err := db.ExecContext(ctx, statement); err != nil {
		t.Fatal(statement, err)
	}
}
