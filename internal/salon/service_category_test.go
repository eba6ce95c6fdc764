package salon_test

import (
	"slices"
	"strings"
	"testing"

	"visavis/ent"
	"visavis/internal/salon"
)

func TestServiceCategories(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		row, err := s.ServiceCategoryCreate(byOwner(t), salon.ServiceCategoryCreateInput{Name: " Bärte "})
		check(t, err)
		same(t, "the name", row.Name, "Bärte")
		row, err = s.ServiceCategoryUpdate(byOwner(t), salon.ServiceCategoryUpdateInput{ID: row.ID, Name: "Bart"})
		check(t, err)
		same(t, "the new name", row.Name, "Bart")
		s.do(t, salon.ServiceCategoryUpdateInput{ID: row.ID, Name: "Bart"}) // its own

		for _, name := range []string{"", " "} {
			s.refuses(t, salon.ServiceCategoryCreateInput{Name: name}, "REQUIRED name")
			s.refuses(t, salon.ServiceCategoryUpdateInput{ID: row.ID, Name: name}, "REQUIRED name")
		}
		s.refuses(t, salon.ServiceCategoryCreateInput{Name: strings.Repeat("x", 101)}, "TOO_LONG name")
		s.refuses(t, salon.ServiceCategoryCreateInput{Name: "Haare"}, "TAKEN name")
		s.refuses(t, salon.ServiceCategoryUpdateInput{ID: row.ID, Name: "Haare"}, "TAKEN name")
		s.refuses(t, salon.ServiceCategoryCreateInput{Name: "hAARE"}, "TAKEN name")
		s.refuses(t, salon.ServiceCategoryUpdateInput{ID: row.ID, Name: "HAARE"}, "TAKEN name")
		s.do(t, salon.ServiceCategoryUpdateInput{ID: row.ID, Name: "BART"}) // its own, in another case

		s.do(t, salon.StaffCompetencySetInput{StaffID: anna, CategoryID: &row.ID, Qualified: new(true)})
		removed, err := s.ServiceCategoryRemove(byOwner(t), salon.ServiceCategoryRemoveInput{ID: row.ID})
		check(t, err)
		same(t, "removed", removed, row.ID)
		s.refuses(t, salon.ServiceCategoryRemoveInput{ID: row.ID}, "NOT_FOUND id")
		s.refuses(t, salon.ServiceCategoryRestoreInput{ID: "cat_unknown"}, "NOT_FOUND id")
		other, err := s.ServiceCategoryCreate(byOwner(t), salon.ServiceCategoryCreateInput{Name: "bart"})
		check(t, err)
		s.refuses(t, salon.ServiceCategoryRestoreInput{ID: row.ID}, "TAKEN id")
		s.do(t, salon.ServiceCategoryRemoveInput{ID: other.ID})
		for range 2 { // the second time it is there
			restored, err := s.ServiceCategoryRestore(byOwner(t), salon.ServiceCategoryRestoreInput{ID: row.ID})
			check(t, err)
			same(t, "restored", restored.ID+" "+restored.Name, row.ID+" BART")
		}
		competencies, err := s.CompetenciesOf(byOwner(t), []string{anna})
		check(t, err)
		same(t, "with the competency for it", slices.ContainsFunc(competencies[anna], func(c *ent.Competency) bool {
			return c.CategoryID != nil && *c.CategoryID == row.ID && c.Qualified
		}), true)

		s.refuses(t, salon.ServiceCategoryRemoveInput{ID: hair}, "IN_USE id")
		s.do(t, salon.ServiceArchiveInput{ID: cut})
		s.refuses(t, salon.ServiceCategoryRemoveInput{ID: hair}, "IN_USE id")
	})
}
