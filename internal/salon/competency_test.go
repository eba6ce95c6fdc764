package salon_test

import (
	"testing"

	"visavis/internal/salon"
)

func TestAServiceOverridesItsCategory(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		for _, step := range []struct {
			category, service *string
			qualified         *bool
			want              string // which services Anna offers
		}{
			{category: new(hair), qualified: new(false), want: ""},
			{service: new(cut), qualified: new(true), want: "cut"},
			{category: new(hair), qualified: new(true), want: "balayage cut"},
			{service: new(cut), qualified: new(false), want: "balayage"},
			{category: new(hair), want: ""},
			{service: new(cut), qualified: new(true), want: "cut"},
			{service: new(cut), want: ""},
			{service: new(cut), want: ""},
		} {
			s.do(t, salon.StaffCompetencySetInput{StaffID: anna, CategoryID: step.category, ServiceID: step.service, Qualified: step.qualified})
			explained := ""
			for _, service := range []struct{ id, name string }{{balayage, "balayage"}, {cut, "cut"}} {
				explanation, err := s.booking.ExplainStart(byOwner(t), mitte, anna, service.id, berlin("2026-11-26 09:00"))
				check(t, err)
				if explanation.Bookable() {
					if explained != "" {
						explained += " "
					}
					explained += service.name
				} else {
					same(t, "the obstacle", len(explanation.Obstacles), 1)
				}
			}
			same(t, "offered", explained, step.want)
		}
		competencies, err := s.CompetenciesOf(byOwner(t), []string{anna})
		check(t, err)
		same(t, "the competency that is left", *competencies[anna][0].CategoryID, video)
		same(t, "competencies", len(competencies[anna]), 1)
	})
}

func TestACompetencyIsForEitherACategoryOrAService(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.refuses(t, salon.StaffCompetencySetInput{StaffID: anna, Qualified: new(true)}, "EXACTLY_ONE categoryId")
		s.refuses(t, salon.StaffCompetencySetInput{StaffID: anna, CategoryID: new(hair), ServiceID: new(cut)}, "EXACTLY_ONE categoryId")
	})
}
