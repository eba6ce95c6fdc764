package demo

import (
	"slices"

	"visavis/ent"
)

// exceptions returns the day on which both branches take stock, and today, if they open against their weekly hours, with the shifts that
// differ from the plans.
func (p *planning) exceptions() (exceptions []*ent.OpeningException, overrides []*ent.ShiftOverride) {
	for _, branchID := range []string{mitte, west} {
		exceptions = append(exceptions, &ent.OpeningException{BranchID: branchID, Date: p.monday.AddDays(7*comingWeeks + 1), Reason: "Inventur"})
		if p.opensToday() {
			exceptions = append(exceptions, &ent.OpeningException{BranchID: branchID, Date: p.today, Intervals: openingHours(), Reason: "Sonderöffnung"})
		}
	}
	for _, m := range team {
		branchID, allDay := m.branchOn(p.weekdayOf(p.today)), p.worksAllDay(m)
		if !slices.Contains(m.branchIDs, branchID) || !allDay && !p.opensToday() {
			continue
		}
		hours := openingHours()
		if !allDay {
			hours = m.hours()
		}
		overrides = append(overrides, &ent.ShiftOverride{StaffID: m.staffID(), BranchID: branchID, Date: p.today, Intervals: hours})
	}
	return exceptions, overrides
}
