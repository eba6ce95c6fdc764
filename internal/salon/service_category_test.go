package salon_test

import (
	"strings"
	"testing"

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
		s.refuses(t, salon.ServiceCategoryRemoveInput{ID: hair}, "IN_USE id")
		s.do(t, salon.ServiceArchiveInput{ID: cut})
		s.refuses(t, salon.ServiceCategoryRemoveInput{ID: hair}, "IN_USE id")
	})
}
