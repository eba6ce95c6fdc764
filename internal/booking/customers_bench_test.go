package booking_test

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"visavis/internal/actor"
	"visavis/internal/booking"
	"visavis/internal/pagination"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

//go:embed testdata/customers.sql
var manyCustomers string

// fillCustomers writes customers and their appointments. They have no keys, so that the next start makes them.
func fillCustomers(t testing.TB, databaseURL string, count int) {
	t.Helper()
	s, err := store.Open(t.Context(), store.Options{URL: databaseURL})
	if err != nil {
		t.Fatal(err)
	}
	statements := strings.ReplaceAll(manyCustomers, ":customers", strconv.Itoa(count))
	if strings.HasPrefix(databaseURL, "postgres") {
		execute(t, databaseURL, statements) // for longer than the store waits
	} else {
		err = s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			_, err := tx.ExecContext(ctx, statements)
			return err
		})
	}
	if err := errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
}

// searches are of every kind: of one letter and of whole names, rare and common, of two words, of numbers and addresses.
var searches = []string{
	"m", "a", "mu", "müller", "mueller", "zoe", "özlem", "sofia kowal", "kowal s", "x123", "a m", "anna müller", "kowalx", "lindenhauer", "marie luise groß",
	"0170 1000005", "+49 170 1000005", "0170", "+49", "0005", "1000005", "0151 2", "0",
	"0049170 1000005", "+49 (0)170/1000005", "170 1000005", "0151 a 0660", "0151 anna", "mail.example", "mail.exam özl", "f s", "w x", "k77.433@mail.example", "k77", "example", "@post7", "xyz", "anna xyz", "example müller anna",
}

func BenchmarkCustomerSearch(b *testing.B) {
	b.Run("SQLite", func(b *testing.B) { benchmarkCustomerSearch(b, storetest.SQLiteURL(b)) })
	b.Run("PostgreSQL", func(b *testing.B) { benchmarkCustomerSearch(b, storetest.NewServer(b, "shared_buffers=512MB").URL(b)) })
}

// BenchmarkCustomerList reads the first pages and a page far behind of lists by visit.
func BenchmarkCustomerList(b *testing.B) {
	b.Run("SQLite", func(b *testing.B) { benchmarkCustomerList(b, storetest.SQLiteURL(b)) })
	b.Run("PostgreSQL", func(b *testing.B) { benchmarkCustomerList(b, storetest.NewServer(b, "shared_buffers=512MB").URL(b)) })
}

func benchmarkCustomerList(b *testing.B, databaseURL string) {
	fillCustomers(b, databaseURL, 100_000)
	s := storetest.Open(b, store.Options{URL: databaseURL})
	if strings.HasPrefix(databaseURL, "postgres") {
		vacuum(b, databaseURL)
	}
	bookings := newBooking(b, s, monday)
	for role, who := range map[string]actor.Actor{
		"owner":        {Role: actor.Owner, StaffID: anna},
		"receptionist": {Role: actor.Receptionist, StaffID: anna, Branches: []string{"brn_3"}},
	} {
		for i, search := range lists() {
			b.Run(fmt.Sprint(role, "/", search.Sort, "/filter ", i%4), func(b *testing.B) {
				ctx := actor.With(b.Context(), who)
				for page := range 40 { // far behind
					began := time.Now()
					found, err := bookings.Customers(ctx, search)
					if err != nil {
						b.Fatal(err)
					}
					if page == 0 || page == 39 {
						b.ReportMetric(time.Since(began).Seconds()*1000, fmt.Sprintf("ms-of-page-%d", page+1))
					}
					search.Page.After = found.PageInfo.EndCursor
				}
			})
		}
	}
}

func benchmarkCustomerSearch(b *testing.B, databaseURL string) {
	fillCustomers(b, databaseURL, 100_000)
	began := time.Now()
	s := storetest.Open(b, store.Options{URL: databaseURL})
	_, _ = fmt.Fprintf(os.Stderr, "keys made in %v\n", time.Since(began).Round(time.Second))
	if strings.HasPrefix(databaseURL, "postgres") {
		vacuum(b, databaseURL)
	}
	bookings := newBooking(b, s, monday)
	for role, who := range map[string]actor.Actor{
		"owner":        {Role: actor.Owner, StaffID: anna},
		"receptionist": {Role: actor.Receptionist, StaffID: anna, Branches: []string{"brn_3"}},
	} {
		for _, search := range searches {
			b.Run(role+"/"+search, func(b *testing.B) {
				var first, second []time.Duration
				for b.Loop() {
					request := pagination.Request{First: 50}
					for _, took := range []*[]time.Duration{&first, &second} {
						began := time.Now()
						page, err := bookings.Customers(actor.With(b.Context(), who), booking.CustomerSearch{Text: &search, Page: request})
						if err != nil {
							b.Fatal(err)
						}
						*took = append(*took, time.Since(began))
						request.After = page.PageInfo.EndCursor
					}
				}
				for unit, took := range map[string][]time.Duration{"median-ms": first, "median-of-page-2-ms": second} {
					slices.Sort(took)
					b.ReportMetric(took[len(took)/2].Seconds()*1000, unit)
				}
			})
		}
	}
}

// vacuum does at once what PostgreSQL does by itself some time after many rows are written.
func vacuum(t testing.TB, databaseURL string) {
	t.Helper()
	execute(t, databaseURL, "VACUUM (ANALYZE)")
}

// execute runs statements on PostgreSQL.
func execute(t testing.TB, databaseURL, statements string) {
	t.Helper()
	connection, err := pgx.Connect(t.Context(), databaseURL)
	if err != nil {
		t.Fatal(err)
	}
	_, err = connection.Exec(t.Context(), statements)
	if err := errors.Join(err, connection.Close(t.Context())); err != nil {
		t.Fatal(err)
	}
}
