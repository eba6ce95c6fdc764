package booking_test

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"

	"visavis/internal/audit"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

// BenchmarkGrowth tells by how much what a branch does takes longer in a chain of a thousand branches than in a salon that
// is alone: the ratio of the medians. Both are on one PostgreSQL and take turns, as the machine has moods. GROWTH_BRANCHES
// makes a smaller chain, GROWTH_PLANS names a file for the plans of the large one.
func BenchmarkGrowth(b *testing.B) {
	branches := 1000
	if text := os.Getenv("GROWTH_BRANCHES"); text != "" {
		var err error
		if branches, err = strconv.Atoi(text); err != nil || branches < 1 {
			b.Fatal("GROWTH_BRANCHES is not a number of branches")
		}
	}
	server := storetest.NewServer(b, "shared_buffers=1GB", "maintenance_work_mem=1GB", "max_wal_size=20GB", "checkpoint_timeout=1h", "wal_level=minimal", "max_wal_senders=0", "full_page_writes=off")
	small := newGrown(b, server, chain{branches: 1, appointments: 500, customers: 2000})
	large := newGrown(b, server, chain{branches: branches, appointments: 500, customers: 2000})
	if len(small.starts) != len(large.starts) {
		b.Fatalf("the branches differ: %d starts are free in the small one, %d in the large one", len(small.starts), len(large.starts))
	}
	if name := os.Getenv("GROWTH_PLANS"); name != "" {
		plans, err := os.Create(name)
		if err != nil {
			b.Fatal(err)
		}
		b.Cleanup(func() { _ = plans.Close() })
		large.plans = plans
	}
	for _, d := range growthActions() {
		b.Run(d.name, func(b *testing.B) {
			var took [2][]time.Duration
			for b.Loop() {
				for round := range rounds + warmUp {
					for i, g := range []*grown{small, large} {
						began := time.Now()
						if err := d.do(g); err != nil {
							b.Fatal(err)
						}
						if round >= warmUp {
							took[i] = append(took[i], time.Since(began))
						}
					}
				}
			}
			b.StopTimer()
			of, in := median(took[0]), median(took[1])
			b.ReportMetric(of.Seconds()*1000, "small-ms")
			b.ReportMetric(in.Seconds()*1000, "large-ms")
			b.ReportMetric(float64(in)/float64(of), "ratio")
			large.show(b, d)
		})
	}
}

const (
	rounds = 100
	warmUp = 20
)

func median(took []time.Duration) time.Duration {
	slices.Sort(took)
	return took[len(took)/2]
}

func newGrown(b *testing.B, server *storetest.Server, c chain) *grown {
	b.Helper()
	began := time.Now()
	databaseURL := server.URL(b)
	c.load(b, databaseURL)
	g := openGrown(b, storetest.Open(b, store.Options{URL: databaseURL}), c)
	g.server, g.url = server, databaseURL
	var size string
	g.scan(b, &size, "SELECT pg_size_pretty(pg_database_size(current_database()))")
	_, _ = fmt.Fprintf(os.Stderr, "%d branches, %d staff, %d appointments: loaded in %v, %s\n",
		c.branches, c.branches*staffOfBranch, c.size(), time.Since(began).Round(time.Second), size)
	return g
}

// show prints the plans of an action and fails on sequential scans of tables that grow.
func (g *grown) show(b *testing.B, d growthAction) {
	b.Helper()
	explained := *g
	explained.url = storetest.Explained(b, g.url)
	explained.store = storetest.Open(b, store.Options{URL: explained.url})
	explained.Booking = newBooking(b, explained.store, monday)
	explained.trail = audit.NewTrail(explained.store)
	plans := g.server.Plans(b, explained.url, func() {
		if err := d.do(&explained); err != nil {
			b.Error(err)
		}
	})
	g.booked = explained.booked
	if len(plans) == 0 {
		b.Error("no plan was told")
	}
	for _, plan := range plans {
		if g.plans != nil {
			_, _ = fmt.Fprintf(g.plans, "%s: %s\n", d.name, plan)
		}
		for table, rows := range plan.ReadWhole() {
			if grows[table] && rows > few {
				b.Errorf("%s reads all of %s, %d rows", d.name, table, rows)
			}
		}
		if discarded := plan.Discarded(); discarded > few {
			b.Errorf("%s reads %d rows in vain", d.name, discarded)
		}
	}
}

// few is how many rows PostgreSQL may think quicker to read than to look twenty of them up in an index.
const few = 10_000

// grows names the tables that have more rows in a larger chain.
var grows = map[string]bool{
	"appointments": true, "customers": true, "changes": true, "audit_entries": true, "mails": true, "sessions": true, "accounts": true,
	"branches": true, "persons": true, "staff": true, "branch_memberships": true, "competencies": true, "video_links": true, "absences": true,
	"work_plans": true, "shifts": true, "shift_overrides": true, "opening_hours": true, "opening_exceptions": true,
}
