package salon_test

import (
	"context"
	"testing"

	"visavis/ent/branch"
	"visavis/internal/civil"
	"visavis/internal/demo"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

func clock() civil.Instant { return 1_795_420_800 } // 2026-11-23T08:00:00Z

func TestTheDemoSalonIsCreatedOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		for range 2 {
			if err := demo.Fill(t.Context(), s, clock); err != nil {
				t.Fatal(err)
			}
		}
		branches, people, links := s.Client().Branch.Query().CountX(t.Context()), s.Client().Staff.Query().CountX(t.Context()), s.Client().VideoLink.Query().CountX(t.Context())
		if branches != 2 || people != 6 || links != 4 {
			t.Errorf("%d branches, %d people and %d links", branches, people, links)
		}
	})
}

func TestASalonThatExistsIsLeftAlone(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			return tx.Branch.Create().SetName("Nord").SetSlug("nord").SetTimeZone("Europe/Berlin").SetLocale(branch.LocaleDE).Exec(ctx)
		})
		if err != nil {
			t.Fatal(err)
		}
		if err := demo.Fill(t.Context(), s, clock); err != nil {
			t.Fatal(err)
		}
		if branches, people := s.Client().Branch.Query().CountX(t.Context()), s.Client().Staff.Query().CountX(t.Context()); branches != 1 || people != 0 {
			t.Errorf("%d branches and %d people", branches, people)
		}
	})
}
