package availability

import "visavis/internal/civil"

// RosteredSpans returns when the profile is rostered on the dates, which the mode covers: by rule 3, or by the mode's own
// hours.
func RosteredSpans(branch *Branch, staff *Staff, mode *VideoOnly, dates civil.DateRange) []Span {
	return spans(nil, localDays(branch.Zone, dates), mode.roster(staff))
}

// rostered is rule 3: an override replaces its whole date. Without a valid plan, the profile does not work.
func (s *Staff) rostered(date civil.Date) civil.Intervals {
	if override, found := planOf(date, s.Overrides); found {
		return override
	}
	for i := range s.Plans {
		if plan := &s.Plans[i]; plan.valid(date) {
			return plan.week(date).on(date)
		}
	}
	return nil
}

func (p *WorkPlan) valid(date civil.Date) bool {
	return (p.From == nil || *p.From <= date) && (p.Until == nil || date <= *p.Until)
}

// week returns the week of the rotation that contains the date. The rotation extends backwards: Start need not be before the
// plan's validity.
func (p *WorkPlan) week(date civil.Date) *Week {
	weeks := len(p.Weeks)
	if weeks == 1 {
		return &p.Weeks[0]
	}
	passed := int(date.Monday()-p.Start.Monday()) / 7
	return &p.Weeks[(passed%weeks+weeks)%weeks]
}
