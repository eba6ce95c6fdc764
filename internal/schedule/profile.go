package schedule

import (
	"slices"

	"visavis/ent"
	"visavis/internal/availability"
	"visavis/internal/civil"
)

func staffOf(row *ent.Staff, branch *ent.Branch, person *availability.Person, services []*ent.Service) availability.Staff {
	s := EligibilityOf(row, branch, services)
	s.Person, s.Plans = person, plansOf(row.Edges.WorkPlans)
	for _, m := range row.Edges.Memberships {
		s.Active = m.Active
	}
	for _, o := range row.Edges.ShiftOverrides {
		s.Overrides = append(s.Overrides, availability.DayPlan{Date: o.Date, Intervals: o.Intervals})
	}
	return s
}

// EligibilityOf returns what rule 1 needs to know of a profile in a branch, except whether it is active there. Its competencies and its
// video link must be loaded.
func EligibilityOf(row *ent.Staff, branch *ent.Branch, services []*ent.Service) availability.Staff {
	return availability.Staff{
		ID:         row.ID,
		Archived:   row.ArchivedAt != nil,
		Online:     row.BookableOnline,
		VideoLink:  LinkOf(row.Edges.VideoLink, branch) != nil,
		Competence: Competence(row.Edges.Competencies, services),
	}
}

// Competence returns by service ID whether the profile is competent: by the competency for the service, else that for its
// category, else no.
func Competence(competencies []*ent.Competency, services []*ent.Service) map[string]bool {
	byCategory, byService := map[string]bool{}, map[string]bool{}
	for _, c := range competencies {
		if c.ServiceID != nil {
			byService[*c.ServiceID] = c.Qualified
		} else {
			byCategory[*c.CategoryID] = c.Qualified
		}
	}
	competence := make(map[string]bool, len(services))
	for _, s := range services {
		qualified, own := byService[s.ID]
		if !own {
			qualified = byCategory[s.CategoryID]
		}
		competence[s.ID] = qualified
	}
	return competence
}

func plansOf(rows []*ent.WorkPlan) []availability.WorkPlan {
	plans := make([]availability.WorkPlan, len(rows))
	for i, row := range rows {
		plans[i] = availability.WorkPlan{
			From:  row.ValidFrom,
			Until: row.ValidUntil,
			Start: row.RotationStart,
			Weeks: make([]availability.Week, row.RotationWeeks),
		}
		for _, s := range row.Edges.Shifts {
			plans[i].Weeks[s.Week-1][s.Weekday] = s.Intervals
		}
	}
	slices.SortFunc(plans, func(a, b availability.WorkPlan) int {
		switch {
		case a.From == nil && b.From == nil:
			return 0
		case a.From == nil:
			return -1
		case b.From == nil:
			return 1
		default:
			return int(*a.From - *b.From)
		}
	})
	return plans
}

func personOf(row *ent.Person, zone civil.Zone) *availability.Person {
	p := &availability.Person{}
	for _, a := range row.Edges.Absences {
		p.Absences = append(p.Absences, AbsenceSpan(a, zone))
	}
	slices.SortFunc(p.Absences, func(a, b availability.Span) int { return int(a.Start - b.Start) })
	return p
}

// AbsenceSpan returns the span of an absence; whole days are those of the branch's calendar.
func AbsenceSpan(row *ent.Absence, zone civil.Zone) availability.Span {
	if row.FirstDay == nil {
		return availability.Span{Start: *row.StartsAt, End: *row.EndsAt}
	}
	return availability.Span{Start: zone.StartOf(*row.FirstDay), End: zone.StartOf(row.LastDay.AddDays(1))}
}
