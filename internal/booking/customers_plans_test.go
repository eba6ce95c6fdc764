package booking_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"visavis/internal/actor"
	"visavis/internal/booking"
	"visavis/internal/pagination"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

// searchers are an owner, who reaches all customers, and a receptionist of one branch.
func searchers() []actor.Actor {
	return []actor.Actor{{Role: actor.Owner, StaffID: anna}, {Role: actor.Receptionist, StaffID: anna, Branches: []string{"brn_3"}}}
}

// TestSearchesAreLookedUpOnSQLite explains every statement of searches of every kind. SQLite plans by the indexes, not by the rows.
func TestSearchesAreLookedUpOnSQLite(t *testing.T) {
	// The only scans there may be; the second of all customers of an owner.
	walks := []string{"SCAN customers USING COVERING INDEX customer_order_key_id", "SCAN customers USING INDEX customer_order_key_id"}
	var mu sync.Mutex
	var sent []string
	databaseURL := storetest.SQLiteURL(t)
	fillCustomers(t, databaseURL, 5000)
	s := storetest.Open(t, store.Options{URL: databaseURL, Read: func(statement string) {
		mu.Lock()
		defer mu.Unlock()
		sent = append(sent, statement)
	}})
	bookings := newBooking(t, s, monday)
	for _, who := range searchers() {
		for _, search := range append(searches, "") {
			sent = nil
			if _, err := bookings.Customers(actor.With(t.Context(), who), booking.CustomerSearch{Text: &search, Page: pagination.Request{First: 50}}); err != nil {
				t.Fatal(err)
			}
			for _, statement := range sent {
				sorts := 0
				for _, step := range storetest.Steps(t, databaseURL, statement) {
					if step == "USE TEMP B-TREE FOR ORDER BY" {
						sorts++
					}
					table, isScan := strings.CutPrefix(step, "SCAN ")
					if isScan && !slices.Contains(walks, step) && (strings.HasPrefix(table, "customer") || strings.HasPrefix(table, "appointment") || table == "found" || table == "other") {
						t.Errorf("%s: %s\n%s", search, step, statement)
					}
				}
				if sorts > 1 {
					t.Errorf("%s sorts %d times:\n%s", search, sorts, statement)
				}
			}
		}
	}
}

// TestSearchesAreLookedUpOnPostgreSQL runs searches of every kind among customers just many enough for the planner to prefer
// indexes, and for frequent words to be walked to.
func TestSearchesAreLookedUpOnPostgreSQL(t *testing.T) {
	server := storetest.SharedServer(t)
	databaseURL := server.URL(t)
	fillCustomers(t, databaseURL, 5000)
	if err := storetest.Open(t, store.Options{URL: databaseURL}).Ping(t.Context()); err != nil { // keys are made without explanations
		t.Fatal(err)
	}
	explained := storetest.Explained(t, databaseURL)
	s := storetest.Open(t, store.Options{URL: explained})
	vacuum(t, databaseURL)
	bookings := newBooking(t, s, monday)
	for _, who := range searchers() {
		for _, search := range append(searches, "") {
			plans := server.Plans(t, explained, func() {
				if _, err := bookings.Customers(actor.With(t.Context(), who), booking.CustomerSearch{Text: &search, Page: pagination.Request{First: 50}}); err != nil {
					t.Fatal(err)
				}
			})
			for _, plan := range plans {
				for _, table := range []string{"customers", "customer_words"} {
					if rows := plan.ReadWhole()[table]; rows > 0 {
						t.Errorf("%s reads all of %s:\n%s", search, table, plan)
					}
				}
			}
		}
	}
}
