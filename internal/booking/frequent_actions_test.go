package booking_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"visavis/internal/audit"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/mail"
	"visavis/internal/pagination"
	"visavis/internal/store"
	"visavis/test/growth/chain"
)

// grown is a loaded chain, and what is frequently done in one of its branches.
type grown struct {
	*booking.Booking
	ctx      context.Context
	store    *store.Store
	trail    *audit.Trail
	branchID string
	branches []string
	customer string // an email address
	starts   []booking.StartInput
	booked   int
}

// openGrown chooses the branch in the middle.
func openGrown(t testing.TB, s *store.Store, c chain.Chain) *grown {
	t.Helper()
	g := &grown{ctx: byOwner(t), store: s, Booking: newBooking(t, s, monday), trail: audit.NewTrail(s)}
	g.scan(t, &g.branchID, fmt.Sprintf("SELECT id FROM branches WHERE slug = 'b-%d'", c.Branches/2))
	g.scan(t, &g.customer, fmt.Sprintf("SELECT email FROM customers ORDER BY id OFFSET %d LIMIT 1", c.Branches*c.Customers/2))
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

// A frequentAction is a frequent action in one branch.
type frequentAction struct {
	name string
	do   func(g *grown) error
}

func frequentActions() []frequentAction {
	key := func() string { return fmt.Sprintf("frequent-%016x", rand.Uint64()) }
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
	return []frequentAction{
		{"starts_of_a_month", func(g *grown) error { return search(g, g.branchID) }},
		{"starts_of_a_month_of_any_branch", func(g *grown) error { return search(g, g.branches[rand.IntN(len(g.branches))]) }},
		{"calendar_day", func(g *grown) error {
			day := month().First.AddDays(2)
			page, err := g.Appointments(g.ctx, booking.AppointmentSearch{BranchID: g.branchID, From: &day, To: &day, Page: pagination.Request{First: 100}})
			return found(len(page.Nodes), err)
		}},
		{"rooms_of_a_day", func(g *grown) error {
			day := month().First.AddDays(2)
			page, err := g.Appointments(g.ctx, booking.AppointmentSearch{BranchID: g.branchID, From: &day, To: &day, Page: pagination.Request{First: 100}})
			if err != nil {
				return err
			}
			ids := make([]string, len(page.Nodes))
			for i, row := range page.Nodes {
				ids[i] = row.ID
			}
			_, err = g.RoomOpenings(g.ctx, ids)
			return err
		}},
		{"customers_by_address", func(g *grown) error {
			page, err := g.Customers(g.ctx, booking.CustomerSearch{Text: &g.customer, Page: pagination.Request{First: 20}})
			return found(len(page.Nodes), err)
		}},
		{"customers_by_name", func(g *grown) error {
			name, _, _ := strings.Cut(strings.ReplaceAll(g.customer, ".", " "), "@")
			name = strings.Join(strings.Fields(name)[:2], " ")
			page, err := g.Customers(g.ctx, booking.CustomerSearch{Text: &name, Page: pagination.Request{First: 20}})
			return found(len(page.Nodes), err)
		}},
		{"audit_trail", func(g *grown) error {
			page, err := g.trail.Find(g.ctx, audit.Search{Page: pagination.Request{First: 50}})
			return found(len(page.Nodes), err)
		}},
		{"outbox", func(g *grown) error {
			page, err := mail.New(mail.Options{Database: g.store, Clock: monday}).Outbox(g.ctx, pagination.Request{First: 50})
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
			_, err = g.AppointmentBook(g.ctx, booking.AppointmentBookInput{Start: &start, Customer: who(), IdempotencyKey: key()}, "")
			return err
		}},
		{"booking_with_anyone", func(g *grown) error {
			start, err := next(g)
			if err != nil {
				return err
			}
			start.StaffID = nil
			_, err = g.AppointmentBook(g.ctx, booking.AppointmentBookInput{Start: &start, Customer: who(), IdempotencyKey: key()}, "")
			return err
		}},
	}
}
