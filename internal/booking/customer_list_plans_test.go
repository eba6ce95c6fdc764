package booking_test

import (
	"strings"
	"sync"
	"testing"

	"visavis/internal/actor"
	"visavis/internal/booking"
	"visavis/internal/pagination"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
	"visavis/internal/visit"
)

// lists are of every order, with every filter that leaves few.
func lists() []booking.CustomerSearch {
	var all []booking.CustomerSearch
	for _, sort := range []booking.CustomerSort{booking.ByName, booking.ByLastVisit, booking.ByNextVisit} {
		for _, filter := range []visit.Filter{{}, {HasComing: new(true)}, {HasNoShows: new(true)}, {Confirmed: new(false)}} {
			all = append(all, booking.CustomerSearch{Sort: sort, Filter: &filter, Page: pagination.Request{First: 50}})
		}
	}
	return all
}

// TestListsByVisitAreReadInOrderOnSQLite explains the statements of two pages of every list: no appointment is read that is not in the order.
func TestListsByVisitAreReadInOrderOnSQLite(t *testing.T) {
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
		for _, search := range lists() {
			for range 2 {
				sent = nil
				page, err := bookings.Customers(actor.With(t.Context(), who), search)
				if err != nil {
					t.Fatal(err)
				}
				search.Page.After = page.PageInfo.EndCursor
				for _, statement := range sent {
					for _, step := range storetest.Steps(t, databaseURL, statement) {
						table, isScan := strings.CutPrefix(step, "SCAN ")
						if isScan && (table == "a" || table == "b" || strings.HasPrefix(table, "a ") || strings.HasPrefix(table, "b ") || strings.HasPrefix(table, "appointment")) {
							t.Errorf("%s %+v: %s\n%s", search.Sort, *search.Filter, step, statement)
						}
					}
				}
				if len(sent) > 10 {
					t.Errorf("%s %+v takes %d statements", search.Sort, *search.Filter, len(sent))
				}
			}
		}
	}
}

// TestListsByVisitAreReadInOrderOnPostgreSQL runs every list among customers just many enough for the planner to prefer indexes.
func TestListsByVisitAreReadInOrderOnPostgreSQL(t *testing.T) {
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
		for _, search := range lists() {
			plans := server.Plans(t, explained, func() {
				if _, err := bookings.Customers(actor.With(t.Context(), who), search); err != nil {
					t.Fatal(err)
				}
			})
			for _, plan := range plans {
				for _, table := range []string{"appointments", "customers"} {
					if rows := plan.ReadWhole()[table]; rows > 0 {
						t.Errorf("%s %+v reads all of %s:\n%s", search.Sort, *search.Filter, table, plan)
					}
				}
			}
		}
	}
}
