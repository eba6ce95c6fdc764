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

func TestAWriteIsKeptWholeOrNotAtAll(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		broken := errors.New("broken")
		var told []string
		err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			tx.AfterCommit(func() { told = append(told, "of the broken one") })
			tx.ServiceCategory.Create().SetName("Haare").SaveX(ctx)
			return broken
		})
		if !errors.Is(err, broken) {
			t.Error(err)
		}
		func() {
			defer func() { _ = recover() }()
			_ = s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
				tx.ServiceCategory.Create().SetName("Haare").SaveX(ctx)
				panic("broken")
			})
		}()
		if count := s.Client().ServiceCategory.Query().CountX(t.Context()); count != 0 {
			t.Errorf("%d categories are left", count)
		}
		err = s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			tx.AfterCommit(func() {
				told = append(told, fmt.Sprint("of ", s.Client().ServiceCategory.Query().CountX(ctx)))
			})
			return tx.ServiceCategory.Create().SetName("Haare").Exec(ctx)
		})
		if err != nil || fmt.Sprint(told) != "[of 1]" {
			t.Errorf("%v, told %v", err, told)
		}
	})
}

func TestAWriteOnceBegunIsNotCancelled(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		impatient, leave := context.WithCancel(t.Context())
		err := s.Write(impatient, func(ctx context.Context, tx *store.Tx) error {
			leave()
			return tx.ServiceCategory.Create().SetName("Haare").Exec(ctx)
		})
		if err != nil || s.Client().ServiceCategory.Query().CountX(t.Context()) != 1 {
			t.Error(err)
		}
	})
}

func TestAViewSeesOneState(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		err := s.View(t.Context(), func(client *ent.Client) error {
			before := client.ServiceCategory.Query().CountX(t.Context())
			if err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
				return tx.ServiceCategory.Create().SetName("Haare").Exec(ctx)
			}); err != nil {
				return err
			}
			if after := client.ServiceCategory.Query().CountX(t.Context()); after != before {
				t.Errorf("it sees %d categories, then %d", before, after)
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	})
}

func TestAViewCannotWrite(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		err := s.View(t.Context(), func(client *ent.Client) error {
			return client.ServiceCategory.Create().SetName("Haare").Exec(t.Context())
		})
		if err == nil || s.Client().ServiceCategory.Query().CountX(t.Context()) != 0 {
			t.Error("it has written")
		}
	})
}

func TestChangesAreNumberedWithoutAGap(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		newPeople(t, s)
		const writers, each = 8, 10
		var mu sync.Mutex
		seen := map[string]map[int64]bool{"brn_mitte": {}, "brn_west": {}}
		var load sync.WaitGroup
		for writer := range writers {
			load.Go(func() {
				branches := []string{"brn_mitte", "brn_west"}
				if writer%2 == 1 { // the opposite order must not deadlock
					branches = []string{"brn_west", "brn_mitte"}
				}
				for range each {
					err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
						if err := tx.RaiseChangeSequences(ctx, branches...); err != nil {
							return err
						}
						tx.AfterCommit(func() {
							mu.Lock()
							defer mu.Unlock()
							for branch, sequence := range tx.ChangeSequences() {
								seen[branch][sequence] = true
							}
						})
						return nil
					})
					if err != nil {
						t.Error(err)
					}
				}
			})
		}
		load.Wait()
		for branch, sequences := range seen {
			for sequence := int64(1); sequence <= writers*each; sequence++ {
				if !sequences[sequence] {
					t.Errorf("%s has no change %d", branch, sequence)
				}
			}
		}
	})
}
