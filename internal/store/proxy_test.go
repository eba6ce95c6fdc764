package store_test

import (
	"context"
	"testing"
	"time"

	"visavis/ent/branch"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

// A machine that loses its power says nothing to the database: what it has locked must become free all the same.
func TestWhoVanishesAmidAWriteHoldsNobodyUpForLong(t *testing.T) {
	t.Parallel() // it waits until the database has had enough
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

// A network forgets connections that rest, and tells nobody.
func TestAForgottenConnectionIsReplaced(t *testing.T) {
	t.Parallel() // it waits until a connection has rested
	line, over := storetest.NewProxy(t, storetest.PostgresURL(t))
	s := storetest.Open(t, store.Options{URL: over})
	addBranch(t, s, "brn_mitte")
	line.Blackhole()
	<-time.After(1100 * time.Millisecond) // what was used a moment ago is trusted
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	if err := s.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		return tx.Branch.Update().Where(branch.ID("brn_mitte")).SetName("Mitte").Exec(ctx)
	}); err != nil {
		t.Error(err)
	}
}
