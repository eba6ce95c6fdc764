package store_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"visavis/ent/branch"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

// A machine that loses power does not close its connections; its locks must still be released.
func TestLocksOfAVanishedWriterAreReleased(t *testing.T) {
	t.Parallel() // waits for the database's timeout
	url := storetest.PostgresURL(t)
	line, over := storetest.NewProxy(t, url)
	vanishing, staying := storetest.Open(t, store.Options{URL: over}), storetest.Open(t, store.Options{URL: url})
	addBranch(t, staying, "brn_mitte")
	locked, ended := make(chan struct{}), make(chan error, 1)
	go func() {
		ended <- vanishing.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			if err := tx.RaiseChangeSequences(ctx, "brn_mitte"); err != nil {
				return err
			}
			line.Blackhole()
			close(locked)
			return tx.Branch.UpdateOneID("brn_mitte").SetName("lost").Exec(ctx)
		})
	}()
	<-locked
	addChange(t, staying, "brn_mitte")
	line.Cut()
	if err := <-ended; err == nil {
		t.Error("a write is kept that the database has never heard of")
	}
	if row := staying.Client().Branch.GetX(t.Context(), "brn_mitte"); row.Name != "brn_mitte" || row.ChangeSequence != 1 {
		t.Errorf("the branch is %s after change %d", row.Name, row.ChangeSequence)
	}
}

// Networks forget idle connections without notifying either end.
func TestADroppedConnectionIsReplaced(t *testing.T) {
	t.Parallel() // waits until a connection is idle
	line, over := storetest.NewProxy(t, storetest.PostgresURL(t))
	s := storetest.Open(t, store.Options{URL: over})
	addBranch(t, s, "brn_mitte")
	line.Blackhole()
	<-time.After(1100 * time.Millisecond) // recently used connections are trusted
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	if err := s.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		return tx.Branch.Update().Where(branch.ID("brn_mitte")).SetName("Mitte").Exec(ctx)
	}); err != nil {
		t.Error(err)
	}
}

// Each of those who wait for a silent database would otherwise wait until it was silent to them, too.
func TestWhoWaitsBehindASilentDatabaseIsToldOnce(t *testing.T) {
	t.Parallel() // waits for the database's timeout
	line, over := storetest.NewProxy(t, storetest.PostgresURL(t))
	s := storetest.Open(t, store.Options{URL: over})
	worker(t, s)
	var first error
	waited := together(t, s, func(ctx context.Context, release func(ctx context.Context, tx *store.Tx) error) error {
		first = s.WriteOrder(ctx, orderIn("brn_a"), func(ctx context.Context, tx *store.Tx) error {
			line.Blackhole()
			return errors.Join(release(ctx, tx), category("lost")(ctx, tx))
		})
		return nil
	}, ordering(t, s, category("late")), ordering(t, s, category("late, too")))
	for _, err := range append(waited, first) {
		if store.Outage(err) != store.ErrUnreachable {
			t.Error("they are told", err)
		}
	}
	expectCategories(t, s)
}
