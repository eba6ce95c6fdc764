package salon_test

import (
	"context"
	"sync"
	"testing"

	"visavis/ent"
	"visavis/ent/absence"
	"visavis/internal/salon"
)

// TestAbsencesStayWithThePersonInARace has a profile go from person to person while
// absences are added to it and removed.
func TestAbsencesStayWithThePersonInARace(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		const rounds = 15
		s.write(t, func(ctx context.Context, c *ent.Client) { c.Absence.DeleteOneID(sickness).ExecX(ctx) })
		var everyone sync.WaitGroup
		repeat := func(do func() error) {
			everyone.Go(func() {
				for range rounds {
					if err := do(); err != nil {
						t.Error(err)
					}
				}
			})
		}
		update := func(staffID string, samePersonAs ...string) {
			for _, other := range samePersonAs {
				repeat(func() error {
					_, _, err := s.StaffSamePersonSet(byOwner(t), salon.StaffSamePersonSetInput{ID: staffID, SamePersonAs: &other})
					return err
				})
			}
		}
		update(clara, ella, clara)
		update(ella, clara, ella)
		for _, profile := range []string{clara, ella} {
			repeat(func() error {
				added, _, err := s.StaffAbsenceAdd(byOwner(t), salon.StaffAbsenceAddInput{
					StaffID: profile, Kind: absence.KindBREAK, Days: &salon.DaysInput{First: date("2026-12-07"), Last: date("2026-12-07")},
				})
				if err == nil {
					_, err = s.StaffAbsenceRemove(byOwner(t), salon.StaffAbsenceRemoveInput{ID: added.ID})
				}
				return err
			})
		}
		everyone.Wait()
		same(t, "absences that are left", s.store.Client().Absence.Query().CountX(byOwner(t)), 0)
	})
}

// TestNobodyIsAbsentForNobody has profiles join each other's person at once.
func TestNoAbsenceIsLeftWithoutAProfile(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		var everyone sync.WaitGroup
		for _, pair := range [][2]string{{clara, david}, {david, clara}, {clara, ella}, {ella, david}} {
			everyone.Go(func() {
				for range 10 {
					if _, _, err := s.StaffSamePersonSet(byOwner(t), salon.StaffSamePersonSetInput{ID: pair[0], SamePersonAs: &pair[1]}); err != nil {
						t.Error(err)
					}
				}
			})
		}
		everyone.Wait()
		// Clara's sickness has gone with one of them to a person who has a profile.
		if _, err := s.StaffAbsenceRemove(byOwner(t), salon.StaffAbsenceRemoveInput{ID: sickness}); err != nil {
			t.Error(err)
		}
	})
}
