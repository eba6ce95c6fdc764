package demo

import (
	"slices"

	"visavis/internal/civil"
)

// consultsSoon is who consults by video soon after the demo was opened, so that the own room can be tried at once.
const consultsSoon = "Anna"

// soonID is the ID of that appointment.
const soonID = "apt_demo-soon"

// withOneSoon adds the consultation that begins soon, in place of what overlaps it.
func (p *planning) withOneSoon(list []visit) []visit {
	soon, isToday := p.soon()
	if !isToday {
		return list
	}
	list = slices.DeleteFunc(list, func(v visit) bool {
		return v.member.name == consultsSoon && v.start < soon.freeAt() && soon.start < v.freeAt()
	})
	at := slices.IndexFunc(list, func(v visit) bool { return v.start > soon.start })
	if at < 0 {
		at = len(list)
	}
	return slices.Insert(list, at, soon)
}

// soon returns a consultation at the next full quarter of an hour of today's opening hours, and whether there is one: not late in the evening.
func (p *planning) soon() (v visit, isToday bool) {
	const quarter = 15
	m := memberNamed(consultsSoon)
	local := p.zone.Local(p.now)
	next := (civil.NewTimeOfDay(local.Hour(), local.Minute())/quarter + 1) * quarter
	advice := services[slices.IndexFunc(services, func(s offered) bool { return s.id == videoTint })]
	open := openingHours()[0]
	clock := max(open.From, next)
	return visit{m, m.branchOn(p.weekdayOf(p.today)), advice, p.at(p.today, clock), true}, clock+minutes(advice.length) <= open.To
}

// worksAllDay reports whether a member works through all opening hours today: who consults soon, in a break or in the evening.
func (p *planning) worksAllDay(m member) bool {
	soon, isToday := p.soon()
	return isToday && m.name == consultsSoon && !slices.ContainsFunc(m.hours(), func(i civil.Interval) bool {
		return p.at(p.today, i.From) <= soon.start && soon.end() <= p.at(p.today, i.To)
	})
}
