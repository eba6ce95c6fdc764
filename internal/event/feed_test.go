package event_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"visavis/ent/branch"
	entchange "visavis/ent/change"
	"visavis/internal/civil"
	"visavis/internal/event"
	"visavis/internal/problem"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

// salon is a database with two branches and a feed of their changes.
type salon struct {
	t     *testing.T
	store *store.Store
	feed  *event.Feed
}

const mitte, west = "brn_mitte", "brn_west"

func newSalon(t *testing.T, s *store.Store) salon {
	t.Helper()
	err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
		for _, id := range []string{mitte, west} {
			err := tx.Branch.Create().SetID(id).SetName(id).SetSlug(id).SetTimeZone("Europe/Berlin").SetLocale(branch.LocaleDE).Exec(ctx)
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	feed := event.NewFeed(s, slog.New(slog.DiscardHandler))
	t.Cleanup(feed.Close)
	return salon{t, s, feed}
}

// change writes a change of the branches, then fails with the error if it is not nil.
func (s salon) change(failure error, branchIDs ...string) error {
	return s.store.Write(s.t.Context(), func(ctx context.Context, tx *store.Tx) error {
		if err := tx.RaiseChangeSequences(ctx, branchIDs...); err != nil {
			return err
		}
		first := civil.NewDate(2026, time.November, 24)
		change := event.Change{Kind: entchange.KindWORK_PLAN, StaffIDs: []string{"stf_anna"}, FirstDate: &first}
		if err := s.feed.Append(ctx, tx, change, 0); err != nil {
			return err
		}
		return failure
	})
}

func (s salon) changes(count int, branchIDs ...string) {
	s.t.Helper()
	for range count {
		if err := s.change(nil, branchIDs...); err != nil {
			s.t.Fatal(err)
		}
	}
}

func (s salon) subscribe(branchID, after string) *event.Subscription {
	s.t.Helper()
	subscription, err := s.feed.Subscribe(s.t.Context(), branchID, after)
	if err != nil {
		s.t.Fatal(err)
	}
	return subscription
}

// next receives the next changes and returns their sequences.
func (s salon) next(subscription *event.Subscription, count int) []int64 {
	s.t.Helper()
	var numbers []int64
	for range count {
		select {
		case change, open := <-subscription.Changes():
			if !open {
				s.t.Fatalf("the subscription ended after %v: %v", numbers, subscription.Err())
			}
			numbers = append(numbers, change.Sequence)
		case <-time.After(20 * time.Second):
			s.t.Fatalf("nothing comes after %v", numbers)
		}
	}
	return numbers
}

func counting(first, last int64) []int64 {
	var numbers []int64
	for n := first; n <= last; n++ {
		numbers = append(numbers, n)
	}
	return numbers
}

func (s salon) expect(subscription *event.Subscription, first, last int64) {
	s.t.Helper()
	if got, want := s.next(subscription, int(last-first)+1), counting(first, last); !slices.Equal(got, want) {
		s.t.Errorf("got %v, want %v", got, want)
	}
}

func TestAReaderSeesEveryChangeInOrder(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		salon := newSalon(t, s)
		salon.changes(3, mitte) // before the subscription
		first, second := salon.subscribe(mitte, ""), salon.subscribe(mitte, "")
		elsewhere := salon.subscribe(west, "")
		salon.changes(2, mitte)
		salon.changes(1, west, mitte)
		salon.expect(first, 4, 6)
		salon.expect(second, 4, 6)
		salon.expect(elsewhere, 1, 1)
	})
}

func TestAChangeTellsWhatItIsAbout(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		salon := newSalon(t, s)
		subscription := salon.subscribe(mitte, "")
		salon.changes(1, mitte)
		change := <-subscription.Changes()
		if change.ID() != "chg_mitte.1" || change.Kind != entchange.KindWORK_PLAN || fmt.Sprint(change.StaffIDs) != "[stf_anna]" ||
			change.FirstDate.String() != "2026-11-24" || change.LastDate != nil {
			t.Errorf("got %+v", change)
		}
	})
}

func TestWhatIsTakenBackIsNeverTold(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		salon := newSalon(t, s)
		subscription := salon.subscribe(mitte, "")
		takenBack := errors.New("taken back")
		if err := salon.change(takenBack, mitte); !errors.Is(err, takenBack) {
			t.Fatal(err)
		}
		salon.changes(1, mitte)
		salon.expect(subscription, 1, 1) // its sequence was reused
	})
}

func TestAReaderResumesWhereItStopped(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		salon := newSalon(t, s)
		salon.changes(5, mitte)
		for after := int64(0); after <= 5; after++ {
			resumed := salon.subscribe(mitte, event.PositionID(mitte, after))
			if after < 5 {
				salon.expect(resumed, after+1, 5)
			}
		}
		all := salon.subscribe(mitte, event.PositionID(mitte, 5))
		salon.changes(1, mitte)
		salon.expect(all, 6, 6)
	})
}

func TestNoReaderMissesAChangeUnderLoad(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		salon := newSalon(t, s)
		const writers, each, readers = 4, 25, 6
		var load, audience sync.WaitGroup
		for range writers {
			load.Go(func() {
				for range each {
					if err := salon.change(nil, mitte); err != nil {
						t.Error(err)
					}
				}
			})
		}
		for range readers {
			audience.Go(func() {
				// Each reader disconnects repeatedly and resumes.
				position := int64(0)
				for position < writers*each {
					ctx, leave := context.WithCancel(t.Context())
					subscription, err := salon.feed.Subscribe(ctx, mitte, event.PositionID(mitte, position))
					if err != nil {
						t.Error(err)
						leave()
						return
					}
					for range 7 {
						if position == writers*each {
							break
						}
						change := <-subscription.Changes()
						if change.Sequence != position+1 {
							t.Errorf("%d comes after %d", change.Sequence, position)
						}
						position = change.Sequence
					}
					leave()
				}
			})
		}
		load.Wait()
		audience.Wait()
	})
}

func TestAPlaceThatIsNotKnownMeansReadEverythingAnew(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		salon := newSalon(t, s)
		salon.changes(4, mitte)
		forgotten := entchange.And(entchange.BranchID(mitte), entchange.SequenceLTE(3))
		if err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			_, err := tx.Change.Delete().Where(forgotten).Exec(ctx)
			return err
		}); err != nil {
			t.Fatal(err)
		}
		for name, position := range map[string]int64{"forgotten": 1, "of the future": 4711} {
			subscription := salon.subscribe(mitte, event.PositionID(mitte, position))
			change := <-subscription.Changes()
			if change.Kind != event.Resync || change.Sequence != 4 {
				t.Errorf("a position %s gives %+v", name, change)
			}
		}
		salon.expect(salon.subscribe(mitte, event.PositionID(mitte, 3)), 4, 4)
	})
}

func TestWhoListensToABranchThatIsTakenAwayReadsAnew(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		t.Parallel() // waits for a poll
		salon := newSalon(t, s)
		subscription := salon.subscribe(west, "")
		if err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error { return tx.Branch.DeleteOneID(west).Exec(ctx) }); err != nil {
			t.Fatal(err)
		}
		if change := <-subscription.Changes(); change.Kind != event.Resync || change.Sequence != 1 {
			t.Errorf("got %+v", change)
		}
	})
}

func TestASlowReaderIsCutAndNobodyWaits(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		salon := newSalon(t, s)
		slow, quick := salon.subscribe(mitte, ""), salon.subscribe(mitte, "")
		const many = 300 // more than a reader's buffer holds
		for n := range int64(many) {
			salon.changes(1, mitte)
			salon.expect(quick, n+1, n+1)
		}
		last := int64(0)
		for change := range slow.Changes() {
			last = change.Sequence
		}
		if !errors.Is(slow.Err(), event.ErrSlow) {
			t.Errorf("it ended with %v", slow.Err())
		}
		salon.expect(salon.subscribe(mitte, event.PositionID(mitte, last)), last+1, many)
	})
}

func TestClosingTheFeedEndsEverySubscription(t *testing.T) {
	salon := newSalon(t, storetest.Open(t, store.Options{URL: storetest.SQLiteURL(t)}))
	waiting, unread := salon.subscribe(mitte, ""), salon.subscribe(west, "")
	salon.changes(1, west)
	salon.feed.Close()
	for _, subscription := range []*event.Subscription{waiting, unread} {
		for range subscription.Changes() {
		}
		if !errors.Is(subscription.Err(), event.ErrClosed) {
			t.Errorf("it ended with %v", subscription.Err())
		}
	}
	if _, err := salon.feed.Subscribe(t.Context(), mitte, ""); !errors.Is(err, event.ErrClosed) {
		t.Errorf("a new subscription: %v", err)
	}
}

func TestASubscriptionEndsWithItsContext(t *testing.T) {
	salon := newSalon(t, storetest.Open(t, store.Options{URL: storetest.SQLiteURL(t)}))
	ctx, leave := context.WithCancel(t.Context())
	subscription, err := salon.feed.Subscribe(ctx, mitte, "")
	if err != nil {
		t.Fatal(err)
	}
	leave()
	for range subscription.Changes() {
	}
	if !errors.Is(subscription.Err(), context.Canceled) {
		t.Error(subscription.Err())
	}
}

func TestWhatCannotBeSubscribedTo(t *testing.T) {
	salon := newSalon(t, storetest.Open(t, store.Options{URL: storetest.SQLiteURL(t)}))
	for _, test := range []struct{ branchID, after, want string }{
		{"stf_anna", "", "ID_OF_ANOTHER_KIND branchId"},
		{"brn_unknown", "", "NOT_FOUND branchId"},
		{mitte, "stf_anna", "ID_OF_ANOTHER_KIND after"},
		{mitte, event.PositionID(west, 1), "NOT_FOUND after"},
		{mitte, "chg_mitte.x", "NOT_FOUND after"},
		{mitte, "chg_mitte.-1", "NOT_FOUND after"},
	} {
		_, err := salon.feed.Subscribe(t.Context(), test.branchID, test.after)
		problems := problem.Of(err)
		if len(problems) != 1 {
			t.Errorf("%s after %q: %v", test.branchID, test.after, err)
			continue
		}
		if got := string(problems[0].Code) + " " + strings.Join(problems[0].Field, "."); got != test.want {
			t.Errorf("%s after %q: %s, want %s", test.branchID, test.after, got, test.want)
		}
	}
}

func TestOtherProcessesAreHeardToo(t *testing.T) {
	url := storetest.PostgresURL(t)
	here := newSalon(t, storetest.Open(t, store.Options{URL: url}))
	other := storetest.Open(t, store.Options{URL: url})
	there := salon{t, other, event.NewFeed(other, slog.New(slog.DiscardHandler))}
	t.Cleanup(there.feed.Close)
	subscription := there.subscribe(mitte, "")
	here.changes(2, mitte)
	there.expect(subscription, 1, 2)
}

// TestAChangeOfManyBranchesTakesNoMoreStatements counts the statements of a change of one branch and of two.
func TestAChangeOfManyBranchesTakesNoMoreStatements(t *testing.T) {
	storetest.EachURL(t, func(t *testing.T, url string) {
		var statements atomic.Int64
		s := newSalon(t, storetest.Open(t, store.Options{URL: url, Observe: func(context.Context) { statements.Add(1) }}))
		count := func(branchIDs ...string) int64 {
			statements.Store(0)
			if err := s.change(nil, branchIDs...); err != nil {
				t.Fatal(err)
			}
			return statements.Load()
		}
		if one, both := count(mitte), count(mitte, west); one != both {
			t.Errorf("one branch takes %d statements, two take %d", one, both)
		}
	})
}
