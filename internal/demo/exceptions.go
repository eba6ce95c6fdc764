package demo

import (
	"slices"

	"visavis/ent"
)

// exceptions returns the day on which both branches take stock, and today, if they open against their weekly hours, with the shifts of the
// team.
func (p *planning) exceptions() (exceptions []*ent.OpeningException, overrides []*ent.ShiftOverride) {
	for _, branchID := range []string{mitte, west} {
		exceptions = append(exceptions, &ent.OpeningException{BranchID: branchID, Date: p.monday.AddDays(7*comingWeeks + 1), Reason: "Inventur"})
		if p.opensToday() {
			exceptions = append(exceptions, &ent.OpeningException{BranchID: branchID, Date: p.today, Intervals: day("09:00-19:00"), Reason: "Sonderöffnung"})
		}
	}
	if !p.opensToday() {
		return exceptions, nil
	}
	for _, m := range team {
		if branchID := m.branchOn(p.weekdayOf(p.today)); slices.Contains(m.branchIDs, branchID) {
			overrides = append(overrides, &ent.ShiftOverride{StaffID: m.staffID(), BranchID: branchID, Date: p.today, Intervals: m.hours()})
		}
	}
	return exceptions, overrides
}
