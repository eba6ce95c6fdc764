package booking_test

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"visavis/internal/audit"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/mail"
	"visavis/internal/page"
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
	if name := os.Getenv("GROWTH_PLANS"); name != "" {
		plans, err := os.Create(name)
		if err != nil {
			b.Fatal(err)
		}
		b.Cleanup(func() { _ = plans.Close() })
		large.plans = plans
	}
	for _, d := range deeds() {
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

// A grown chain is one that is loaded, and what is measured of it.
type grown struct {
	*booking.Booking
	ctx      context.Context
	server   *storetest.Server
	url      string
	store    *store.Store
	trail    *audit.Trail
	branchID string
	branches []string
	customer string // an e-mail address
	starts   []booking.StartInput
	booked   int
	plans    io.Writer // nil: nobody wants to see them
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

// openGrown chooses the branch in the middle.
func openGrown(t testing.TB, s *store.Store, c chain) *grown {
	t.Helper()
	g := &grown{ctx: byOwner(t), store: s, Booking: newBooking(t, s, monday), trail: audit.NewTrail(s)}
	g.scan(t, &g.branchID, fmt.Sprintf("SELECT id FROM branches WHERE slug = 'b-%d'", c.branches/2))
	g.scan(t, &g.customer, fmt.Sprintf("SELECT email FROM customers ORDER BY id OFFSET %d LIMIT 1", c.branches*c.customers/2))
	var err error
	if g.branches, err = s.Client().Branch.Query().IDs(g.ctx); err != nil {
		t.Fatal(err)
	}
	g.starts = g.freeStarts(t)
	return g
}

// scan reads one text.
func (g *grown) scan(t testing.TB, text *string, query string) {
	t.Helper()
	rows, err := g.store.Client().QueryContext(g.ctx, query)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	if !rows.Next() {
		t.Fatal("nothing is found: ", query)
	}
	if err := rows.Scan(text); err != nil {
		t.Fatal(err)
	}
}

func month() civil.DateRange {
	return civil.DateRange{First: date("2026-11-23"), Last: date("2026-12-22")}
}

// freeStarts lists starts of which each can be booked though the others are.
func (g *grown) freeStarts(t testing.TB) (starts []booking.StartInput) {
	t.Helper()
	offers, err := g.BookableVideoConsultations(g.ctx, booking.Search{
		BranchID: g.branchID, Dates: civil.DateRange{First: month().First, Last: month().First.AddDays(89)}, ServiceIDs: []string{"svc_14"},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, offer := range offers {
		var last civil.Instant
		for _, day := range offer.Days {
			for _, start := range day.Starts {
				if start >= last.Add(time.Hour) {
					starts = append(starts, booking.StartInput{BranchID: g.branchID, ServiceID: "svc_14", StaffID: &offer.Staff.ID, Start: start})
					last = start
				}
			}
		}
	}
	slices.SortStableFunc(starts, func(a, b booking.StartInput) int { return int(a.Start - b.Start) })
	return starts
}

// show logs the plans of a deed, and complains of those that read a table which grows from its beginning to its end.
func (g *grown) show(b *testing.B, d deed) {
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

// few is how many rows it may be quicker to read than to look up in an index.
const few = 500

// grows names the tables that have more rows in a larger chain.
var grows = map[string]bool{
	"appointments": true, "customers": true, "changes": true, "audit_entries": true, "mails": true, "sessions": true, "accounts": true,
	"branches": true, "persons": true, "staff": true, "branch_memberships": true, "competencies": true, "video_links": true, "absences": true,
	"work_plans": true, "shifts": true, "shift_overrides": true, "opening_hours": true, "opening_exceptions": true,
}

// A deed is something that is done often, in one branch.
type deed struct {
	name string
	do   func(g *grown) error
}

func deeds() []deed {
	key := func() string { return fmt.Sprintf("growth-%016x", rand.Uint64()) }
	who := func() booking.CustomerInput {
		customer := carla()
		customer.Email = new(key() + "@mail.example")
		return customer
	}
	next := func(g *grown) (booking.StartInput, error) {
		if g.booked == len(g.starts) {
			return booking.StartInput{}, fmt.Errorf("all of %d starts are booked", g.booked)
		}
		g.booked++
		return g.starts[g.booked-1], nil
	}
	found := func(count int, err error) error {
		if err == nil && count == 0 {
			return fmt.Errorf("nothing is found")
		}
		return err
	}
	search := func(g *grown, branchID string) error {
		offers, err := g.BookableVideoConsultations(g.ctx, booking.Search{BranchID: branchID, Dates: month()})
		return found(len(offers), err)
	}
	return []deed{
		{"starts_of_a_month", func(g *grown) error { return search(g, g.branchID) }},
		{"starts_of_a_month_of_any_branch", func(g *grown) error { return search(g, g.branches[rand.IntN(len(g.branches))]) }},
		{"calendar_day", func(g *grown) error {
			day := month().First.AddDays(2)
			page, err := g.Appointments(g.ctx, booking.AppointmentSearch{BranchID: g.branchID, From: &day, To: &day, Page: page.Request{First: 100}})
			return found(len(page.Nodes), err)
		}},
		{"customers_by_address", func(g *grown) error {
			page, err := g.Customers(g.ctx, &g.customer, page.Request{First: 20})
			return found(len(page.Nodes), err)
		}},
		{"customers_by_name", func(g *grown) error {
			name, _, _ := strings.Cut(strings.ReplaceAll(g.customer, ".", " "), "@")
			name = strings.Join(strings.Fields(name)[:2], " ")
			page, err := g.Customers(g.ctx, &name, page.Request{First: 20})
			return found(len(page.Nodes), err)
		}},
		{"audit_trail", func(g *grown) error {
			page, err := g.trail.Find(g.ctx, audit.Search{Page: page.Request{First: 50}})
			return found(len(page.Nodes), err)
		}},
		{"outbox", func(g *grown) error {
			page, err := mail.New(mail.Options{Database: g.store, Clock: monday}).Outbox(g.ctx, page.Request{First: 50})
			return found(len(page.Nodes), err)
		}},
		{"due_mails", func(g *grown) error {
			_, _, err := mail.New(mail.Options{Database: g.store, Clock: monday}).Due(g.ctx)
			return err
		}},
		{"expired_holds", func(g *grown) error { return g.AnnounceExpiredHolds(g.ctx) }},
		{"hold", func(g *grown) error {
			start, err := next(g)
			if err != nil {
				return err
			}
			hold, err := g.AppointmentHold(g.ctx, booking.AppointmentHoldInput{BranchID: start.BranchID, ServiceID: start.ServiceID, Start: start.Start}, key())
			if err != nil {
				return err
			}
			return g.AppointmentHoldRelease(g.ctx, booking.AppointmentHoldReleaseInput{Secret: *hold.Secret})
		}},
		{"booking_with_somebody", func(g *grown) error {
			start, err := next(g)
			if err != nil {
				return err
			}
			_, err = g.AppointmentBook(g.ctx, booking.AppointmentBookInput{Start: &start, Customer: who(), IdempotencyKey: key()})
			return err
		}},
		{"booking_with_anyone", func(g *grown) error {
			start, err := next(g)
			if err != nil {
				return err
			}
			start.StaffID = nil
			_, err = g.AppointmentBook(g.ctx, booking.AppointmentBookInput{Start: &start, Customer: who(), IdempotencyKey: key()})
			return err
		}},
	}
}
