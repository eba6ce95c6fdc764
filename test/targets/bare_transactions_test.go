package targets_test

import (
	"database/sql"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	_ "github.com/mattn/go-sqlite3"
)

// floor writes the rows of bookings by raw SQL, as durably as the product: what no server on this schema gets below.
type floor struct {
	db      *sql.DB
	inserts map[string]*sql.Stmt
	count   *sql.Stmt // counts the change of the branch
}

func openFloor(b *testing.B, databaseURL string) *floor {
	b.Helper()
	f := &floor{db: openBare(b, databaseURL), inserts: map[string]*sql.Stmt{}}
	prepare := func(statement string) *sql.Stmt {
		prepared, err := f.db.PrepareContext(b.Context(), statement)
		if err != nil {
			b.Fatal(err)
		}
		return prepared
	}
	for _, table := range tablesOfBookings {
		columns := columnsOf(b, f.db, table)
		f.inserts[table] = prepare(fmt.Sprintf("INSERT INTO %s (%s) VALUES (?%s)", table, strings.Join(columns, ", "), strings.Repeat(", ?", len(columns)-1)))
	}
	f.count = prepare("UPDATE branches SET change_sequence = change_sequence + 1 WHERE id = '" + busyBranch + "'")
	return f
}

// write writes bookings, so many to a transaction, and returns how many per second and the CPU of each in milliseconds.
func (f *floor) write(b *testing.B, bookings []bookedRows, group int) (perSecond, cpu float64) {
	b.Helper()
	used, began := watch(b, os.Getpid()), time.Now()
	for some := range slices.Chunk(bookings, group) {
		if err := f.transaction(b, some); err != nil {
			b.Fatal(err)
		}
	}
	lasted := time.Since(began)
	cpu, _ = used().per(len(bookings))
	return float64(len(bookings)) / lasted.Seconds(), cpu
}

func (f *floor) transaction(b *testing.B, bookings []bookedRows) error {
	tx, err := f.db.BeginTx(b.Context(), nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // no-op after a commit
	count, inserts := tx.StmtContext(b.Context(), f.count), map[string]*sql.Stmt{}
	for table, insert := range f.inserts {
		inserts[table] = tx.StmtContext(b.Context(), insert)
	}
	for _, rows := range bookings {
		for _, row := range rows {
			if _, err := inserts[row.table].ExecContext(b.Context(), row.values...); err != nil {
				return fmt.Errorf("%s: %w", row.table, err)
			}
		}
		if _, err := count.ExecContext(b.Context()); err != nil {
			return err
		}
	}
	return tx.Commit()
}

// openBare opens a database as the product does for writing, without the product.
func openBare(b *testing.B, databaseURL string) *sql.DB {
	b.Helper()
	const settings = "?_journal_mode=WAL&_synchronous=FULL&_secure_delete=on&_cache_size=-16384&_foreign_keys=1&_txlock=immediate"
	db, err := sql.Open("sqlite3", "file:"+strings.TrimPrefix(databaseURL, "sqlite:")+settings)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = db.Close() })
	db.SetMaxOpenConns(1)
	if _, err := db.ExecContext(b.Context(), "PRAGMA temp_store = MEMORY"); err != nil {
		b.Fatal(err)
	}
	return db
}

func columnsOf(b *testing.B, db *sql.DB, table string) (columns []string) {
	b.Helper()
	rows, err := db.QueryContext(b.Context(), "SELECT name FROM pragma_table_info('"+table+"')")
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			b.Fatal(err)
		}
		columns = append(columns, `"`+name+`"`)
	}
	if err := rows.Err(); err != nil {
		b.Fatal(err)
	}
	return columns
}
