package availability

import (
	"iter"
	"slices"

	"visavis/internal/civil"
)

// videoOnly returns the period that covers the date, or nil if the mode is off.
func (b *Branch) videoOnly(date civil.Date) *VideoOnly {
	for _, mode := range b.Modes(civil.DateRange{First: date, Last: date}) {
		return mode
	}
	return nil
}

// Modes splits the dates where video-only mode begins or ends. Nil means that it is off.
func (b *Branch) Modes(dates civil.DateRange) iter.Seq2[civil.DateRange, *VideoOnly] {
	return func(yield func(civil.DateRange, *VideoOnly) bool) {
		rest := dates
		for i := range b.VideoOnly {
			mode := &b.VideoOnly[i]
			covered := mode.within(rest)
			if covered.Days() == 0 {
				continue
			}
			before := civil.DateRange{First: rest.First, Last: covered.First - 1}
			if before.Days() > 0 && !yield(before, nil) {
				return
			}
			if !yield(covered, mode) {
				return
			}
			rest.First = covered.Last + 1
		}
		if rest.Days() > 0 {
			yield(rest, nil)
		}
	}
}

// within returns the dates that the period covers.
func (v *VideoOnly) within(dates civil.DateRange) civil.DateRange {
	dates.First = max(dates.First, v.From)
	if v.Until != nil {
		dates.Last = min(dates.Last, *v.Until)
	}
	return dates
}

// ignoresOpeningHours reports whether opening hours and opening exceptions do not count: they do not in video-only mode.
func (v *VideoOnly) ignoresOpeningHours() bool { return v != nil }

// roster returns when the profile works in the period: in the mode's own hours, or else as rostered.
func (v *VideoOnly) roster(staff *Staff) timetable {
	if v != nil && v.OwnHours != nil {
		return v.OwnHours.on
	}
	return staff.rostered
}

// obstacles is rule 7 for a date that the period covers.
func (v *VideoOnly) obstacles(staff *Staff, service *Service) []Obstacle {
	if v == nil {
		return nil
	}
	if !service.Video {
		return []Obstacle{VideoOnlyMode}
	}
	if !v.Consults(staff) {
		return []Obstacle{DoesNotConsult}
	}
	return nil
}

// Consults reports whether the profile consults in the period. While the mode is off, which is nil, every profile may.
func (v *VideoOnly) Consults(staff *Staff) bool {
	if v == nil {
		return true
	}
	_, consults := slices.BinarySearch(v.Staff, staff.ID)
	return consults
}
