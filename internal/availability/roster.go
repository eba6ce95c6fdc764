package availability

import "visavis/internal/civil"

// RosteredSpans lists when the profile is rostered on the dates, which the mode
// covers: by rule 3, or by the mode's own hours.
func RosteredSpans(branch *Branch, staff *Staff, mode *VideoOnly, dates civil.DateRange) []Span {
	return spans(nil, localDays(nil, branch.Zone, dates), mode.roster(staff))
}

// rostered is rule 3: an override replaces the whole of its date, and without a
// plan that is valid on the date nobody works.
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

// week gives the week of the rotation that the date lies in. The rotation runs
// backwards, too: Start need not lie before the plan's validity.
func (p *WorkPlan) week(date civil.Date) *Week {
	weeks := len(p.Weeks)
	if weeks == 1 {
		return &p.Weeks[0]
	}
	passed := int(date.Monday()-p.Start.Monday()) / 7
	return &p.Weeks[(passed%weeks+weeks)%weeks]
}
