package store_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"visavis/ent"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

// worker creates a branch and a profile of a person who works there.
func worker(t *testing.T, s *store.Store) {
	t.Helper()
	err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
		for _, id := range []string{"brn_a", "brn_b"} {
			tx.Branch.Create().SetID(id).SetName(id).SetSlug(id).SetTimeZone("UTC").SetLocale("DE").ExecX(ctx)
		}
		tx.Person.Create().SetID("prs_a").ExecX(ctx)
		tx.Staff.Create().SetID("stf_a").SetPersonID("prs_a").SetFirstName("A").SetDisplayName("A").SetColor("#000000").ExecX(ctx)
		tx.BranchMembership.Create().SetStaffID("stf_a").SetBranchID("brn_a").SetActive(true).ExecX(ctx)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func orderIn(branchID string) store.Concern {
	return store.Concern{BranchID: branchID, StaffIDs: []string{"stf_a"}}
}

// ordering returns a write of an order in the branch.
func ordering(t *testing.T, s *store.Store, order func(ctx context.Context, tx *store.Tx) error) func() error {
	return func() error { return s.WriteOrder(t.Context(), orderIn("brn_a"), order) }
}

// orderTogether is together for orders of a branch.
func orderTogether(t *testing.T, s *store.Store, orders ...func(ctx context.Context, tx *store.Tx) error) []error {
	t.Helper()
	var writes []func() error
	for _, order := range orders {
		writes = append(writes, ordering(t, s, order))
	}
	return together(t, s, func(ctx context.Context, do func(ctx context.Context, tx *store.Tx) error) error {
		return s.WriteOrder(ctx, orderIn("brn_a"), do)
	}, writes...)
}

// announcing returns an order that appends a change of the branch.
func announcing(about string) func(context.Context, *store.Tx) error {
	return func(ctx context.Context, tx *store.Tx) error {
		if err := tx.RaiseChangeSequences(ctx, "brn_a"); err != nil {
			return err
		}
		return tx.InsertChanges(ctx, []*ent.Change{{
			BranchID: "brn_a", Sequence: tx.ChangeSequences()["brn_a"], Kind: "APPOINTMENT", AppointmentID: about, StaffIds: []string{"stf_a"},
		}})
	}
}

func TestOrdersShareATransaction(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		worker(t, s)
		var seen int
		told := orderTogether(t, s, category("a"), func(ctx context.Context, tx *store.Tx) error {
			seen = tx.ServiceCategory.Query().CountX(ctx) - s.Client().ServiceCategory.Query().CountX(ctx)
			return category("b")(ctx, tx)
		})
		if err := errors.Join(told...); err != nil || seen != 1 {
			t.Errorf("%v; the second sees %d rows of the first that others do not", err, seen)
		}
		expectCategories(t, s, "a", "b")
	})
}

func TestAFailedOrderDoesNotFailTheOthers(t *testing.T) {
	refused := errors.New("refused")
	for name, fails := range map[string]func(ctx context.Context, tx *store.Tx) error{
		"it is refused":        func(context.Context, *store.Tx) error { return refused },
		"it has written":       func(ctx context.Context, tx *store.Tx) error { return errors.Join(category("lost")(ctx, tx), refused) },
		"its statement failed": func(ctx context.Context, tx *store.Tx) error { return tx.Person.Create().SetID("prs_a").Exec(ctx) },
	} {
		t.Run(name, func(t *testing.T) {
			storetest.Each(t, func(t *testing.T, s *store.Store) {
				worker(t, s)
				told := orderTogether(t, s, category("a"), fails, category("b"))
				if told[0] != nil || told[1] == nil || told[2] != nil {
					t.Error("they are told", told)
				}
				expectCategories(t, s, "a", "b")
			})
		})
	}
}

// TestChangesOfOrdersAreNumberedInTheirSequence has one order among them that announces and fails.
func TestChangesOfOrdersAreNumberedInTheirSequence(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		worker(t, s)
		orderTogether(t, s, announcing("apt_a"), func(ctx context.Context, tx *store.Tx) error {
			return errors.Join(announcing("apt_lost")(ctx, tx), errors.New("refused"))
		}, announcing("apt_b"), announcing("apt_c"))
		ctx := t.Context()
		var got string
		for _, c := range s.Client().Change.Query().AllX(ctx) {
			got += fmt.Sprint(c.Sequence, " ", c.AppointmentID, "; ")
		}
		if latest := s.Client().Branch.GetX(ctx, "brn_a").ChangeSequence; got != "1 apt_a; 2 apt_b; 3 apt_c; " || latest != 3 {
			t.Errorf("the changes are %sthe branch is at %d", got, latest)
		}
	})
}

// TestAnOrderFollowsWhatAWriteBeforeItChanged is about SQLite, where orders and other writes share transactions.
func TestAnOrderFollowsWhatAWriteBeforeItChanged(t *testing.T) {
	s := openFile(t)
	worker(t, s)
	var before, after []string
	var sequence int64
	told := together(t, s, s.Write,
		ordering(t, s, func(ctx context.Context, tx *store.Tx) error {
			before = tx.Presence("prs_a").BranchIDs
			return announcing("apt_a")(ctx, tx)
		}),
		func() error {
			return s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
				sequence = tx.Branch.GetX(ctx, "brn_a").ChangeSequence
				return tx.BranchMembership.Create().SetStaffID("stf_a").SetBranchID("brn_b").SetActive(true).Exec(ctx)
			})
		},
		ordering(t, s, func(_ context.Context, tx *store.Tx) error {
			after = tx.Presence("prs_a").BranchIDs
			return nil
		}),
	)
	if err := errors.Join(told...); err != nil || len(before) != 1 || sequence != 1 || len(after) != 2 {
		t.Errorf("%v; the order before locks %v, the write sees sequence %d, the order behind locks %v", err, before, sequence, after)
	}
}

// lockBranch has another writer lock a branch until the release, whose error it then returns.
func lockBranch(t *testing.T, s *store.Store, branchID string) (release func() error) {
	t.Helper()
	locked, released, done := make(chan struct{}), make(chan struct{}), make(chan error)
	begun := sync.OnceFunc(func() { close(locked) })
	go func() {
		done <- s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			_, err := tx.LockBranches(ctx, branchID)
			begun()
			<-released
			return err
		})
	}()
	<-locked
	return func() error {
		close(released)
		return <-done
	}
}

// TestOrdersDoNotWaitForThoseThatOthersLock is about PostgreSQL, where another process may have locked a branch. More orders wait for
// it than there are connections.
func TestOrdersDoNotWaitForThoseThatOthersLock(t *testing.T) {
	s := storetest.Open(t, store.Options{URL: storetest.PostgresURL(t)})
	store.DivideWriters(s, 1)
	worker(t, s)
	release := lockBranch(t, s, "brn_b")
	const waiting = 20
	waited := make(chan error, waiting)
	var writes []func() error
	for i := range waiting {
		writes = append(writes, func() error {
			err := s.WriteOrder(t.Context(), store.Concern{BranchID: "brn_b"}, category(fmt.Sprint("b", i)))
			waited <- err
			return err
		})
	}
	other := func() error {
		err := s.WriteOrder(t.Context(), orderIn("brn_a"), category("a"))
		if len(waited) > 0 {
			t.Error("an order of the locked branch did not wait")
		}
		return errors.Join(err, release())
	}
	told := together(t, s, func(ctx context.Context, do func(ctx context.Context, tx *store.Tx) error) error {
		return s.WriteOrder(ctx, orderIn("brn_a"), do)
	}, append(writes, other)...)
	if err := errors.Join(told...); err != nil {
		t.Error(err)
	}
	if count := s.Client().ServiceCategory.Query().CountX(t.Context()); count != waiting+1 {
		t.Errorf("there are %d categories, want %d", count, waiting+1)
	}
}

// TestAnOrderWaitsAloneForWhatOthersLock has an order need a row that another writer locks, after the group has begun.
func TestAnOrderWaitsAloneForWhatOthersLock(t *testing.T) {
	s := storetest.Open(t, store.Options{URL: storetest.PostgresURL(t)})
	store.DivideWriters(s, 1)
	worker(t, s)
	release := sync.OnceValue(lockBranch(t, s, "brn_b"))
	told := together(t, s, func(ctx context.Context, do func(ctx context.Context, tx *store.Tx) error) error {
		return s.WriteOrder(ctx, orderIn("brn_a"), do)
	}, ordering(t, s, func(ctx context.Context, tx *store.Tx) error {
		return tx.Branch.UpdateOneID("brn_b").SetName("renamed").Exec(ctx)
	}), func() error {
		return s.WriteOrder(t.Context(), store.Concern{}, func(ctx context.Context, tx *store.Tx) error {
			return errors.Join(category("a")(ctx, tx), release())
		})
	})
	if err := errors.Join(told...); err != nil {
		t.Error(err)
	}
	if row := s.Client().Branch.GetX(t.Context(), "brn_b"); row.Name != "renamed" {
		t.Error("the branch is", row.Name)
	}
	expectCategories(t, s, "a")
}

func TestBranchesDoNotWaitForEachOther(t *testing.T) {
	s := storetest.Open(t, store.Options{URL: storetest.PostgresURL(t)})
	store.DivideWriters(s, 2)
	worker(t, s)
	err := s.WriteOrder(t.Context(), orderIn("brn_a"), func(context.Context, *store.Tx) error {
		return s.WriteOrder(t.Context(), store.Concern{BranchID: "brn_b"}, category("b"))
	})
	if err != nil {
		t.Error(err)
	}
	expectCategories(t, s, "b")
}
