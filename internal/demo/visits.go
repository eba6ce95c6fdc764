package demo

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"time"

	"visavis/ent"
	"visavis/ent/service"
	"visavis/internal/civil"
)

// planning is what the appointments follow from.
type planning struct {
	now           civil.Instant
	zone          civil.Zone
	today, monday civil.Date // the latter of this week
	random        *rand.Rand
	absent        []*ent.Absence
}

// visit is a time that a customer takes.
type visit struct {
	member   member
	branchID string
	service  offered
	start    civil.Instant
	isSoon   bool // whether it is the consultation to try the own room with
}

// weekdayOf returns the weekday as which a date is worked. The salon is open today, on whatever day the demo is tried.
func (p *planning) weekdayOf(date civil.Date) time.Weekday {
	if date == p.today && p.opensToday() {
		return time.Tuesday
	}
	return date.Weekday()
}

// opensToday reports whether the salon opens today against its weekly hours.
func (p *planning) opensToday() bool { return !isOpenOn(p.today.Weekday()) }

func (v visit) end() civil.Instant { return v.start.Add(v.service.length) }

func (v visit) freeAt() civil.Instant { return v.end().Add(v.service.cleanUp) }

// share returns how much of a date is booked, in percent: this week and the next are full, and the salon had less to do half a year ago.
func (p *planning) share(date civil.Date) int {
	switch week := int(date.Monday()-p.monday) / 7; {
	case week < 0:
		return 58 + week // 32 in the first week
	case week < comingWeeks-1:
		return 90
	default:
		return 40
	}
}

// visits returns the visits of all weeks in order. None of a person overlaps another, and each is in a shift.
func (p *planning) visits() (list []visit) {
	for date := p.monday.AddDays(-7 * pastWeeks); date < p.monday.AddDays(7*comingWeeks); date++ {
		for _, m := range team {
			branchID := m.branchOn(p.weekdayOf(date))
			if !slices.Contains(m.branchIDs, branchID) {
				continue
			}
			for _, interval := range m.hours() {
				list = append(list, p.visitsIn(date, m, branchID, interval)...)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b visit) int { return cmp.Compare(a.start, b.start) })
	return p.withOneSoon(p.leaveRoom(list))
}

// leaveRoom drops what keeps a colleague from taking over every third visit of who is ill.
func (p *planning) leaveRoom(list []visit) []visit {
	var toTakeOver []visit
	missed := 0
	for _, v := range list {
		if v.member.name != ill || !p.isAbsent(v.member.personID(), p.zone.Date(v.start)) {
			continue
		}
		if missed%3 == 0 {
			toTakeOver = append(toTakeOver, v)
		}
		missed++
	}
	return slices.DeleteFunc(list, func(v visit) bool {
		return v.member.name == "Clara" && slices.ContainsFunc(toTakeOver, func(other visit) bool {
			return v.start < other.freeAt() && other.start < v.freeAt()
		})
	})
}

// visitsIn returns the visits in a part of a shift. Whatever is absent is drawn all the same, so that it does not change later weeks.
func (p *planning) visitsIn(date civil.Date, m member, branchID string, interval civil.Interval) (list []visit) {
	const step = 15
	for clock := interval.From; clock < interval.To; {
		fitting := slices.DeleteFunc(slices.Clone(services), func(s offered) bool {
			return clock+minutes(s.length) > interval.To || s.delivery == service.DeliveryVIDEO && !(m.competent && m.hasLink)
		})
		if len(fitting) == 0 {
			break
		}
		chosen := fitting[max(0, p.random.IntN(len(fitting)+1)-1)] // the first one, a haircut, most often
		if p.random.IntN(100) >= p.share(date) {
			clock += 3 * step
			continue
		}
		if v := (visit{m, branchID, chosen, p.at(date, clock), false}); p.takesPlace(date, v) {
			list = append(list, v)
		}
		clock += (minutes(chosen.length+chosen.cleanUp) + step - 1) / step * step
	}
	return list
}

// takesPlace reports whether a visit was booked and kept. Who is ill today has coming appointments that nobody has rearranged yet.
func (p *planning) takesPlace(date civil.Date, v visit) bool {
	if !p.isAbsent(v.member.personID(), date) {
		return true
	}
	return v.member.name == ill && date >= p.today && v.start > p.now
}

func minutes(d time.Duration) civil.TimeOfDay { return civil.TimeOfDay(d / time.Minute) }
