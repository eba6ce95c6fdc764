package store_test

import (
	"context"
	"testing"

	"visavis/ent/branch"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

func TestTheChangeSequenceIsThatOfTheLastCommit(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		if sequence, found, err := s.ChangeSequence(t.Context(), "brn_nowhere"); found || err != nil {
			t.Errorf("no branch has %d, %v, %v", sequence, found, err)
		}
		var branchID string
		err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			branchID = tx.Branch.Create().SetName("Mitte").SetSlug("mitte").SetTimeZone("Europe/Berlin").SetLocale(branch.LocaleDE).SaveX(ctx).ID
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		for want := range int64(3) {
			if sequence, found, err := s.ChangeSequence(t.Context(), branchID); sequence != want || !found || err != nil {
				t.Errorf("it is %d, %v, %v after %d changes", sequence, found, err, want)
			}
			err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
				if err := tx.RaiseChangeSequences(ctx, branchID); err != nil {
					return err
				}
				if sequence, _, err := s.ChangeSequence(ctx, branchID); sequence != want || err != nil {
					t.Errorf("it is %d, %v before the commit of the change after %d", sequence, err, want)
				}
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
		}
	})
}
