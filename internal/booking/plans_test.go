package booking_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"visavis/internal/audit"
	"visavis/internal/demo/demotest"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
	"visavis/test/growth/chain"
)

// TestFrequentActionsNeverScanAppointmentsOnPostgreSQL runs every frequent action in a chain just large enough for
// the planner to prefer indexes.
func TestFrequentActionsNeverScanAppointmentsOnPostgreSQL(t *testing.T) {
	server := storetest.SharedServer(t)
	c := chain.Chain{Branches: 20, Appointments: 10, Customers: 20}
	databaseURL := server.URL(t)
	c.Load(t, databaseURL)
	explained := storetest.Explained(t, databaseURL)
	s := storetest.Open(t, store.Options{URL: explained})
	g := openGrown(t, s, c)
	for _, d := range frequentActions() {
		plans := server.Plans(t, explained, func() {
			if err := d.do(g); err != nil {
				t.Errorf("%s: %v", d.name, err)
			}
		})
		if len(plans) == 0 {
			t.Errorf("%s: no plan is told", d.name)
		}
		for _, plan := range plans {
			for _, table := range []string{"appointments", "audit_entries", "changes"} {
				if rows := plan.ReadWhole()[table]; rows > 0 {
					t.Errorf("%s reads all of %s:\n%s", d.name, table, plan)
				}
			}
		}
	}
}

// TestFrequentActionsNeverScanAppointmentsOnSQLite explains every statement. SQLite plans by the available indexes, not by
// the rows. Scanning all appointments of a person fails as well.
func TestFrequentActionsNeverScanAppointmentsOnSQLite(t *testing.T) {
	var mu sync.Mutex
	var sent []string
	databaseURL := demotest.Salon.SQLiteURL(t)
	s := storetest.Open(t, store.Options{URL: databaseURL, Read: func(statement string) {
		mu.Lock()
		defer mu.Unlock()
		sent = append(sent, statement)
	}})
	g := &grown{ctx: byOwner(t), store: s, Booking: newBooking(t, s, monday), trail: audit.NewTrail(s), branchID: mitte, branches: []string{mitte}, customer: "carla@mail.example"}
	for _, day := range []string{"2026-11-25", "2026-11-26"} {
		for _, time := range []string{"09:00", "10:00", "11:00"} {
			tint := start(t, videoTint, day+" "+time)
			g.starts = append(g.starts, tint)
		}
	}
	for _, d := range slices.Backward(frequentActions()) { // the bookings come first
		if strings.HasPrefix(d.name, "customers") {
			continue // as TestSearchesAreLookedUpOnSQLite does
		}
		mu.Lock()
		sent = nil
		mu.Unlock()
		if err := d.do(g); err != nil {
			t.Errorf("%s: %v", d.name, err)
		}
		mu.Lock()
		statements := slices.Clone(sent)
		mu.Unlock()
		if len(statements) == 0 {
			t.Errorf("%s: nothing is sent", d.name)
		}
		for _, statement := range statements {
			for _, step := range storetest.Steps(t, databaseURL, statement) {
				whole := strings.HasPrefix(step, "SCAN appointments") && !strings.HasSuffix(step, "hold_expires_at") // of holds there are few
				if whole || strings.HasPrefix(step, "SEARCH appointments") && strings.HasSuffix(step, "(person_id=?)") {
					t.Errorf("%s: %s\n%s", d.name, step, statement)
				}
			}
		}
	}
}
