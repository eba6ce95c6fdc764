package event_test

import (
	"context"
	"testing"

	entchange "visavis/ent/change"
	"visavis/internal/event"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

func TestWhetherNothingButAppointmentsHasChanged(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		newSalon(t, s)
		err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			for sequence, kind := range map[int64]entchange.Kind{
				3: entchange.KindAPPOINTMENT, 4: entchange.KindAPPOINTMENT, 5: entchange.KindWORK_PLAN, 6: entchange.KindAPPOINTMENT, 7: entchange.KindAPPOINTMENT,
			} {
				err := tx.Change.Create().SetBranchID(mitte).SetSequence(sequence).SetKind(kind).SetStaffIds([]string{}).SetAt(0).Exec(ctx)
				if err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		for name, test := range map[string]struct {
			branchID    string
			first, last int64
			want        bool
		}{
			"nothing has changed":                    {mitte, 5, 5, true},
			"two appointments":                       {mitte, 5, 7, true},
			"two appointments, and more to come":     {mitte, 2, 4, true},
			"a work plan alone":                      {mitte, 4, 5, false},
			"a work plan among appointments":         {mitte, 3, 7, false},
			"changes that are known no more":         {mitte, 1, 4, false},
			"another branch":                         {west, 5, 7, false},
			"a restore that goes back":               {mitte, 7, 5, false},
			"more changes than are worth to look at": {mitte, 5, 5005, false},
		} {
			err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
				return tx.Branch.UpdateOneID(test.branchID).SetChangeSequence(test.last).Exec(ctx)
			})
			if err != nil {
				t.Fatal(err)
			}
			last, only, err := event.OnlyAppointmentsSince(t.Context(), s.Client(), test.branchID, test.first)
			if err != nil || last != test.last || only != test.want {
				t.Errorf("%s: up to %d, %t, %v", name, last, only, err)
			}
		}
		if _, only, err := event.OnlyAppointmentsSince(t.Context(), s.Client(), "brn_nowhere", 0); only || err != nil {
			t.Errorf("no branch: %t, %v", only, err)
		}
	})
}
