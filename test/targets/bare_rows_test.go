package targets_test

import (
	"database/sql"
	"fmt"
	"strings"
	"testing"

	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

// bookedRows are all rows that one booking inserts.
type bookedRows []bookedRow

type bookedRow struct {
	table  string
	values []any
}

// tablesOfBookings are those that a booking inserts into, in an order that meets all references.
var tablesOfBookings = []string{"customers", "customer_words", "appointments", "audit_entries", "mails", "changes"}

// rowsOfBookings has a server book in a copy of the database, and returns the rows that each booking has added.
func rowsOfBookings(b *testing.B, empty string) []bookedRows {
	b.Helper()
	url := storetest.Copy(b, empty)
	p := harness.StartProcess(b, url)
	questions := bookingRequests(b, freeConsultations(b, p, busyBranch))[:2*rounds*halfOfThem]
	newCrowd(b, []string{p.Addr}, p.Command.Process.Pid).share(b, questions, isBooked)
	p.Kill()
	db := openBare(b, url)
	before := openBare(b, empty)
	index := map[string]int{} // of the booking, by the IDs of its appointment and customer
	var booked []bookedRows
	for _, row := range addedRows(b, db, before, "appointments") {
		index[row.text(b, db, "id")], index[row.text(b, db, "customer_id")] = len(booked), len(booked)
		booked = append(booked, nil)
	}
	for _, table := range tablesOfBookings {
		for _, row := range addedRows(b, db, before, table) {
			for _, value := range row.values {
				id, _ := value.(string)
				if i, found := index[id]; found {
					booked[i] = append(booked[i], row)
					break
				}
			}
		}
	}
	if len(booked) != len(questions) {
		b.Fatalf("%d bookings have added %d appointments", len(questions), len(booked))
	}
	return booked
}

// addedRows returns the rows of a table that it did not have before. Values are as they are stored.
func addedRows(b *testing.B, db, before *sql.DB, table string) (added []bookedRow) {
	b.Helper()
	var last int64
	if err := before.QueryRowContext(b.Context(), "SELECT coalesce(max(rowid), 0) FROM "+table).Scan(&last); err != nil {
		b.Fatal(err)
	}
	columns := columnsOf(b, db, table)
	stored := "+" + strings.Join(columns, ", +") // an expression has no type that the driver would convert to
	rows, err := db.QueryContext(b.Context(), fmt.Sprintf("SELECT %s FROM %s WHERE rowid > ? ORDER BY rowid", stored, table), last)
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		row := bookedRow{table, make([]any, len(columns))}
		pointers := make([]any, len(columns))
		for i := range pointers {
			pointers[i] = &row.values[i]
		}
		if err := rows.Scan(pointers...); err != nil {
			b.Fatal(err)
		}
		added = append(added, row)
	}
	if err := rows.Err(); err != nil {
		b.Fatal(err)
	}
	return added
}

// text returns the value of a column.
func (r bookedRow) text(b *testing.B, db *sql.DB, column string) string {
	b.Helper()
	for i, name := range columnsOf(b, db, r.table) {
		if name == `"`+column+`"` {
			text, _ := r.values[i].(string)
			return text
		}
	}
	b.Fatalf("%s has no %s", r.table, column)
	return ""
}
