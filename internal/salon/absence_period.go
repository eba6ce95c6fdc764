package salon

import (
	"visavis/ent"
	"visavis/ent/absencerequest"
	"visavis/ent/predicate"
	"visavis/internal/civil"
	"visavis/internal/problem"
)

// absencePeriod validates the period of an absence: either days or times.
func (f *setupForm) absencePeriod(days *DaysInput, times *TimesInput) {
	switch {
	case (days == nil) == (times == nil):
		f.Add(problem.New(problem.ExactlyOne, "days", "days, times"))
	case days != nil:
		f.ordered("days.last", &days.First, &days.Last)
	case times.End <= times.Start:
		f.Add(problem.New(problem.RangeReversed, "times.end"))
	}
}

// An absencePeriod is that of an absence: either whole days or the time between two instants.
type absencePeriod struct {
	FirstDay, LastDay *civil.Date
	StartsAt, EndsAt  *civil.Instant
}

func periodOf(days *DaysInput, times *TimesInput) absencePeriod {
	if days != nil {
		return absencePeriod{FirstDay: &days.First, LastDay: &days.Last}
	}
	return absencePeriod{StartsAt: &times.Start, EndsAt: &times.End}
}

func periodOfAbsence(row *ent.Absence) absencePeriod {
	return absencePeriod{row.FirstDay, row.LastDay, row.StartsAt, row.EndsAt}
}

func periodOfRequest(row *ent.AbsenceRequest) absencePeriod {
	return absencePeriod{row.FirstDay, row.LastDay, row.StartsAt, row.EndsAt}
}

// hasEnded reports whether the period has ended in every time zone.
func (p absencePeriod) hasEnded(now civil.Instant) bool {
	if p.LastDay != nil {
		return *p.LastDay < civil.PossibleDates(now, now).First
	}
	return *p.EndsAt <= now
}

// hasBegun reports whether the period has begun in one of the time zones.
func (p absencePeriod) hasBegun(now civil.Instant, zones []civil.Zone) bool {
	if p.FirstDay == nil {
		return *p.StartsAt <= now
	}
	for _, zone := range zones {
		if *p.FirstDay <= zone.Date(now) {
			return true
		}
	}
	return false
}

// dates returns the local dates that the period may touch in any time zone.
func (p absencePeriod) dates() (first, last *civil.Date) {
	if p.FirstDay != nil {
		return p.FirstDay, p.LastDay
	}
	dates := civil.PossibleDates(*p.StartsAt, *p.EndsAt)
	return &dates.First, &dates.Last
}

// beginning returns by what periods are ordered, those in days among those in times.
func (p absencePeriod) beginning() int64 {
	if p.FirstDay != nil {
		return p.FirstDay.Midnight()
	}
	return int64(*p.StartsAt)
}

// notEnded selects the requests for absences that have not ended.
func notEnded(now civil.Instant) predicate.AbsenceRequest {
	return absencerequest.Or(absencerequest.LastDayGTE(civil.PossibleDates(now, now).First), absencerequest.EndsAtGT(now))
}
