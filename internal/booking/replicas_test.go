package booking_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"visavis/ent/appointment"
	entchange "visavis/ent/change"
	"visavis/internal/booking"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

// replicas returns fixtures with separate connections to one database.
func replicas(t *testing.T, url string, count int) []*fixture {
	t.Helper()
	var fixtures []*fixture
	for i := range count {
		d := newFixture(t, storetest.Open(t, store.Options{URL: url}))
		d.keys.Store(int64(i) << 32) // no two use the same
		fixtures = append(fixtures, d)
	}
	return fixtures
}

// A serializable database rejects nearly every simultaneous write with a serialization failure. Callers must not notice.
func TestSimultaneousBookingsOnASerializableDatabase(t *testing.T) {
	t.Parallel()
	const callers = 16 // some attempts are for nothing, and each asks for all that a booking asks for
	fixtures := replicas(t, storetest.SerializableURL(t), 2)
	starts, searches := startsThatDoNotMeet(t), readers(t, fixtures)
	acknowledged := make([]atomic.Int64, len(starts))
	served := simultaneouslyBy(t, callers, taken, func(ctx context.Context, caller int) error {
		n := caller % len(starts)
		_, err := fixtures[caller%2].tryBook(ctx, starts[n])
		if err == nil {
			acknowledged[n].Add(1)
		}
		return err
	})
	same(t, "served", served, len(starts))
	for n := range acknowledged {
		same(t, fmt.Sprint("of start ", n), acknowledged[n].Load(), 1)
	}
	same(t, "appointments", fixtures[0].count(t, appointment.StatusCONFIRMED), len(starts))

	last := start(t, cut, "2026-11-26 15:00", anna)
	request := booking.AppointmentBookInput{Start: &last, Customer: carla(), IdempotencyKey: fixtures[0].key()}
	var answers sync.Map
	simultaneouslyBy(t, callers, "", func(ctx context.Context, caller int) error {
		booked, err := fixtures[caller%2].AppointmentBook(ctx, request, "")
		if err == nil {
			answers.Store(booked.ID, true)
		}
		return err
	})
	count := 0
	answers.Range(func(any, any) bool { count++; return true })
	same(t, "answers to one request", count, 1)
	if asked := searches(); asked == 0 {
		t.Error("nobody has searched meanwhile")
	}
	fixtures[1].checkNoOverlap(t)
	fixtures[1].checkFeed(t)
}

// startsThatDoNotMeet are of different people in two branches.
func startsThatDoNotMeet(t *testing.T) (starts []booking.StartInput) {
	t.Helper()
	for _, hour := range []int{9, 11} {
		text := fmt.Sprintf("2026-11-24 %02d:00", hour)
		starts = append(starts, start(t, cut, text, anna), start(t, cut, text, ben), start(t, cut, text, clara),
			booking.StartInput{BranchID: west, ServiceID: cut, StaffID: new(david), Start: at(t, text)})
	}
	return starts
}

// readers search on each replica until stop is called, which returns the number of searches.
func readers(t *testing.T, fixtures []*fixture) (stop func() (searches int64)) {
	t.Helper()
	ended := make(chan struct{})
	var searches atomic.Int64
	var everyone sync.WaitGroup
	for _, d := range fixtures {
		everyone.Go(func() {
			for {
				select {
				case <-ended:
					return
				default:
				}
				_, err := d.BookableSalonVisits(byOwner(t), booking.Search{BranchID: mitte, Dates: week(), StaffIDs: []string{anna}})
				if err == nil {
					_, err = d.State(byOwner(t), mitte)
				}
				if err == nil {
					_, err = d.store.Client().Appointment.Query().WithCustomer().All(byOwner(t))
				}
				if err != nil {
					t.Error("a reader is told ", err)
					return
				}
				searches.Add(1)
			}
		})
	}
	return func() int64 {
		close(ended)
		everyone.Wait()
		return searches.Load()
	}
}

// checkFeed looks for gaps in the changes of each branch.
func (d *fixture) checkFeed(t *testing.T) {
	t.Helper()
	for _, branchID := range []string{mitte, west} {
		rows := must(d.store.Client().Change.Query().Where(entchange.BranchID(branchID)).Order(entchange.BySequence()).All(byOwner(t)))(t)
		for i, row := range rows {
			same(t, "the number of a change in "+branchID, row.Sequence, int64(i+1))
		}
		last := must(d.store.Client().Branch.Get(byOwner(t), branchID))(t).ChangeSequence
		same(t, "the last change in "+branchID, int64(len(rows)), last)
	}
}

func TestAnExpiredHoldIsAnnouncedOnceThoughEveryReplicaLooks(t *testing.T) {
	t.Parallel()
	for name, url := range map[string]string{"as usual": storetest.PostgresURL(t), "serializable": storetest.SerializableURL(t)} {
		fixtures := replicas(t, url, 4)
		for round := range 5 {
			for _, who := range []string{anna, ben, clara} {
				fixtures[0].hold(t, start(t, cut, tuesdayTen, who), nil)
			}
			newest := must(fixtures[0].State(byOwner(t), mitte))(t).ChangeSequence
			var all sync.WaitGroup
			for _, d := range fixtures {
				d.pass(11 * time.Minute)
				all.Go(func() {
					if err := d.AnnounceExpiredHolds(byOwner(t)); err != nil {
						t.Error(err)
					}
				})
			}
			all.Wait()
			var told []string
			for _, row := range must(fixtures[0].store.Client().Change.Query().
				Where(entchange.BranchID(mitte), entchange.SequenceGT(newest)).All(byOwner(t)))(t) {
				told = append(told, row.StaffIds...)
			}
			slices.Sort(told)
			same(t, fmt.Sprintf("told %s, in round %d", name, round), strings.Join(told, " "), anna+" "+ben+" "+clara)
			same(t, "holds that are left", must(fixtures[0].store.Client().Appointment.Query().Count(byOwner(t)))(t), 0)
		}
	}
}
