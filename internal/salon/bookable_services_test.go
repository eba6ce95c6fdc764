package salon_test

import (
	"strings"
	"testing"

	"visavis/internal/salon"
)

func TestBookableServicesAreThoseThatAnEligibleProfileOffers(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		offered := func(branchID string) string {
			services, err := s.BookableServicesOf(t.Context(), []string{mitte, west})
			check(t, err)
			names := []string{}
			for _, row := range services[branchID] {
				names = append(names, row.Name)
			}
			return strings.Join(names, ", ")
		}
		const all = "Balayage, Farbberatung, Haarschnitt, Pflegeberatung"
		same(t, "at first", offered(mitte), all)
		for _, step := range []struct {
			what  string
			do    any
			mitte string
			west  string
		}{
			{"Anna's room is gone, Ella and David have theirs", salon.StaffVideoLinkRemoveInput{StaffID: anna}, all, all},
			{"Ella cannot be booked online", salon.StaffUpdateInput{ID: ella, BookableOnline: new(false)}, "Balayage, Haarschnitt", all},
			{"a service is not offered online", salon.ServiceUpdateInput{ID: cut, BookableOnline: new(false)},
				"Balayage", "Balayage, Farbberatung, Pflegeberatung"},
			{"David leaves", salon.StaffArchiveInput{ID: david}, "Balayage", "Balayage"},
			{"Anna leaves West", salon.StaffBranchSetInput{StaffID: anna, BranchID: west}, "Balayage", ""},
			{"Anna is not competent, others in Mitte are", salon.StaffCompetencySetInput{StaffID: anna, CategoryID: new(hair), Qualified: new(false)},
				"Balayage", ""},
		} {
			s.do(t, step.do)
			same(t, step.what+", in Mitte", offered(mitte), step.mitte)
			same(t, step.what+", in West", offered(west), step.west)
		}
	})
}
