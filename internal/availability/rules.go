package availability

import "time"

// A requirement is met if every minute of the consultation lies within hours.
type requirement struct {
	obstacle Obstacle // when it does not
	hours    timetable
	found    []Span // the hours, if hours is nil
}

// requirements returns rules 2 and 3 for a start on a date in the mode, with the exceptions of rule 7. Open is when the branch is open.
func requirements(open []Span, staff *Staff, mode *VideoOnly) []requirement {
	rostered := requirement{obstacle: NotRostered, hours: mode.roster(staff)}
	if mode.ignoresOpeningHours() {
		return []requirement{rostered}
	}
	return []requirement{{obstacle: BranchClosed, found: open}, rostered}
}

// starts appends to the list, which is empty, the starts of consultations that lie within hours.
func (r requirement) starts(list []Span, days []localDay, duration time.Duration) []Span {
	if r.hours == nil {
		list = append(list, r.found...)
	} else {
		list = spans(list, days, r.hours)
	}
	for i := range list {
		list[i].End = list[i].End.Add(-duration) + 1
	}
	return list
}

// A prohibition forbids starts.
type prohibition struct {
	obstacle Obstacle
	starts   func([]Span) []Span // appends the starts that are forbidden, ascending
}

// prohibitions returns rules 4 and 5, and the lead time of rule 6.
func prohibitions(staff *Staff, service *Service, window window) []prohibition {
	return []prohibition{
		{Absent, func(list []Span) []Span { return staff.Person.absent(list, service) }},
		{Occupied, func(list []Span) []Span { return staff.Person.occupied(list, service) }},
		{TooSoon, window.past},
	}
}
