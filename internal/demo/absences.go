package demo

import (
	"slices"
	"time"

	"visavis/ent"
	"visavis/ent/absence"
	"visavis/ent/absencerequest"
	"visavis/internal/civil"
)

// ill is who is ill today, and still on the next day of work, so that somebody waits for another appointment at any hour.
const ill = "Ben"

// memberNamed returns the member of the team.
func memberNamed(name string) member {
	return team[slices.IndexFunc(team, func(m member) bool { return m.name == name })]
}

// absences returns holidays of the past and the future, a training, and the illness of today.
func (p *planning) absences() []*ent.Absence {
	illUntil := p.today.AddDays(1)
	for memberNamed(ill).branchOn(illUntil.Weekday()) == "" {
		illUntil = illUntil.AddDays(1)
	}
	return []*ent.Absence{
		p.absence("demo-ill", ill, absence.KindSICK, "Grippe", p.today, illUntil),
		p.absence("demo-holiday-past", "David", absence.KindHOLIDAY, "", p.monday.AddDays(-42), p.monday.AddDays(-37)),
		p.absence("demo-training", "Anna", absence.KindTRAINING, "Farbseminar", p.monday.AddDays(-18), p.monday.AddDays(-17)),
		p.absence("demo-holiday", "Clara", absence.KindHOLIDAY, "", p.monday.AddDays(15), p.monday.AddDays(19)),
	}
}

func (p *planning) absence(id, name string, kind absence.Kind, note string, first, last civil.Date) *ent.Absence {
	return &ent.Absence{ID: "abs_" + id, PersonID: memberNamed(name).personID(), Kind: kind, Note: note, FirstDay: &first, LastDay: &last}
}

// absenceRequests returns what managers have not answered yet: somebody in each branch asks.
func (p *planning) absenceRequests() []*ent.AbsenceRequest {
	request := func(id, name string, kind absencerequest.Kind, note string, first, last civil.Date) *ent.AbsenceRequest {
		return &ent.AbsenceRequest{
			ID: "arq_" + id, StaffID: memberNamed(name).staffID(), Kind: kind, Note: note, FirstDay: &first, LastDay: &last,
			CreatedAt: p.now.Add(-26 * time.Hour),
		}
	}
	return []*ent.AbsenceRequest{
		request("demo-holiday", "Ben", absencerequest.KindHOLIDAY, "Familienfest", p.monday.AddDays(29), p.monday.AddDays(33)),
		request("demo-training", "David", absencerequest.KindTRAINING, "Messe in Düsseldorf", p.monday.AddDays(36), p.monday.AddDays(37)),
	}
}

// isAbsent reports whether somebody is absent on a date.
func (p *planning) isAbsent(personID string, date civil.Date) bool {
	return slices.ContainsFunc(p.absent, func(a *ent.Absence) bool {
		return a.PersonID == personID && *a.FirstDay <= date && date <= *a.LastDay
	})
}
