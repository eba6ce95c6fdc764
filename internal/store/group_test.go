package store_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

// A transact is one of the ways to write.
type transact func(ctx context.Context, do func(ctx context.Context, tx *store.Tx) error) error

// together queues the writes in this order while another one is written, and returns their errors.
func together(t *testing.T, s *store.Store, other transact, writes ...func() error) (told []error) {
	t.Helper()
	writing, release := make(chan struct{}), make(chan struct{})
	begun := sync.OnceFunc(func() { close(writing) }) // the write may run again
	told = make([]error, len(writes))
	var all sync.WaitGroup
	all.Go(func() {
		err := other(t.Context(), func(context.Context, *store.Tx) error {
			begun()
			<-release
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	})
	<-writing
	for i, write := range writes {
		all.Go(func() {
			defer func() {
				if p := recover(); p != nil {
					told[i] = fmt.Errorf("panic: %v", p)
				}
			}()
			told[i] = write()
		})
		for deadline := time.Now().Add(10 * time.Second); store.Waiting(s) <= i; time.Sleep(time.Millisecond) {
			if time.Now().After(deadline) {
				t.Fatal("a writer does not come")
			}
		}
	}
	close(release)
	all.Wait()
	return told
}

// writeTogether is together for writers that call Write.
func writeTogether(t *testing.T, s *store.Store, writers ...func(ctx context.Context, tx *store.Tx) error) []error {
	t.Helper()
	var writes []func() error
	for _, writer := range writers {
		writes = append(writes, func() error { return s.Write(t.Context(), writer) })
	}
	return together(t, s, s.Write, writes...)
}

// category returns a writer that creates a category.
func category(name string) func(context.Context, *store.Tx) error {
	return func(ctx context.Context, tx *store.Tx) error {
		return tx.ServiceCategory.Create().SetName(name).Exec(ctx)
	}
}

func expectCategories(t *testing.T, s *store.Store, want ...string) {
	t.Helper()
	var names []string
	for _, row := range s.Client().ServiceCategory.Query().AllX(t.Context()) {
		names = append(names, row.Name)
	}
	slices.Sort(names)
	if !slices.Equal(names, want) {
		t.Errorf("there are %v, want %v", names, want)
	}
}

func openFile(t *testing.T) *store.Store {
	return storetest.Open(t, store.Options{URL: storetest.SQLiteURL(t)})
}

func TestConcurrentWritersShareACommit(t *testing.T) {
	s := openFile(t)
	var seen int
	told := writeTogether(t, s, category("a"), func(ctx context.Context, tx *store.Tx) error {
		seen = s.Client().ServiceCategory.Query().CountX(ctx) // as others see it: only committed rows
		return category("b")(ctx, tx)
	})
	if err := errors.Join(told...); err != nil || seen != 0 {
		t.Errorf("%v; the second sees %d of the first committed before it", err, seen)
	}
	expectCategories(t, s, "a", "b")
}

func TestAFailedWriterDoesNotFailItsGroup(t *testing.T) {
	s := openFile(t)
	broken := errors.New("broken")
	told := writeTogether(t, s,
		category("a"),
		func(ctx context.Context, tx *store.Tx) error { return errors.Join(category("lost")(ctx, tx), broken) },
		category("b"),
		func(ctx context.Context, tx *store.Tx) error {
			_ = category("lost, too")(ctx, tx)
			panic("at a loss")
		},
		category("c"),
	)
	if got := fmt.Sprint(told); got != "[<nil> broken <nil> panic: at a loss <nil>]" {
		t.Error("they are told", got)
	}
	expectCategories(t, s, "a", "b", "c")
}

// TestWhoFailsBeforeItWritesCostsTheOthersNothing counts how often writers run whose group has one that fails in some way.
func TestWhoFailsBeforeItWritesCostsTheOthersNothing(t *testing.T) {
	refused := errors.New("refused")
	for name, test := range map[string]struct {
		fails func(ctx context.Context, tx *store.Tx) error
		runs  int32 // of each of the others
	}{
		"it has only read": {func(ctx context.Context, tx *store.Tx) error {
			_, err := tx.ServiceCategory.Query().Count(ctx)
			return errors.Join(refused, err)
		}, 1},
		"it has only read by its own statement": {func(ctx context.Context, tx *store.Tx) error {
			rows, err := tx.QueryContext(ctx, "SELECT 1")
			return errors.Join(refused, err, rows.Close())
		}, 1},
		"it has written": {func(ctx context.Context, tx *store.Tx) error { return errors.Join(category("lost")(ctx, tx), refused) }, 2},
		"it has written by its own statement": {func(ctx context.Context, tx *store.Tx) error {
			_, err := tx.ExecContext(ctx, "INSERT INTO service_categories (id, name) VALUES ('cat_lost', 'lost')")
			return errors.Join(refused, err)
		}, 2},
		"its statement failed": {func(ctx context.Context, tx *store.Tx) error { return category("there")(ctx, tx) }, 2},
		"SQLite rolled back": {func(ctx context.Context, tx *store.Tx) error {
			_, err := tx.ExecContext(ctx, "INSERT OR ROLLBACK INTO service_categories (id, name) VALUES ('cat_lost', 'there')")
			return err
		}, 2},
	} {
		t.Run(name, func(t *testing.T) {
			s := openFile(t)
			if err := s.Write(t.Context(), category("there")); err != nil {
				t.Fatal(err)
			}
			var runs [2]atomic.Int32
			counted := func(i int, name string) func(context.Context, *store.Tx) error {
				return func(ctx context.Context, tx *store.Tx) error {
					runs[i].Add(1)
					return category(name)(ctx, tx)
				}
			}
			told := writeTogether(t, s, counted(0, "a"), test.fails, counted(1, "b"))
			if told[0] != nil || told[1] == nil || told[2] != nil {
				t.Error("they are told", told)
			}
			if a, b := runs[0].Load(), runs[1].Load(); a != test.runs || b != 1 {
				t.Errorf("the one before ran %d times, want %d, the one behind %d times, want 1", a, test.runs, b)
			}
			expectCategories(t, s, "a", "b", "there")
		})
	}
}

// An error such as a full disk may roll back the whole transaction.
func TestALostTransactionIsRunAgainForTheOthers(t *testing.T) {
	s := openFile(t)
	told := writeTogether(t, s,
		category("a"),
		func(ctx context.Context, tx *store.Tx) error {
			_, err := tx.ExecContext(ctx, "ROLLBACK")
			return err
		},
		category("b"),
	)
	if told[0] != nil || told[1] == nil || told[2] != nil {
		t.Error("they are told", told)
	}
	expectCategories(t, s, "a", "b")
}

func TestAnExitedLeaderHandsOver(t *testing.T) {
	s := openFile(t)
	var gone sync.WaitGroup
	gone.Go(func() {
		_ = s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			_ = category("lost")(ctx, tx)
			runtime.Goexit() // like a failing test
			return nil
		})
	})
	gone.Wait()
	if err := s.Write(t.Context(), category("a")); err != nil {
		t.Error(err)
	}
	expectCategories(t, s, "a")
}

// A leader may lose the processor for longer than its group admits writers.
func TestTheFirstOfAGroupWritesHoweverLateItIs(t *testing.T) {
	s := storetest.Open(t, store.Options{URL: storetest.SQLiteURL(t)})
	store.AdmitFor(s, 0)
	const writers = 20
	var all sync.WaitGroup
	for i := range writers {
		all.Go(func() {
			if err := s.Write(t.Context(), category(fmt.Sprint(i))); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if kept := s.Client().ServiceCategory.Query().CountX(t.Context()); kept != writers {
		t.Errorf("%d of %d acknowledged writes are kept", kept, writers)
	}
}
