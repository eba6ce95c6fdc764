package salon

import (
	"visavis/internal/availability"
	"visavis/internal/civil"
)

// consultingTimes reports which preconditions of consultations a profile meets.
type consultingTimes struct {
	consults bool // video-only mode does not leave the profile out on every date
	works    bool
	open     bool // the branch takes consultations during the work; without work: at all
}

// timesOf returns the consulting times on the dates. If video-only mode excludes the profile from all of them, works and
// open are reported as if it did not.
func timesOf(branch *availability.Branch, member *availability.Staff, dates civil.DateRange) consultingTimes {
	var counting, others []stretch
	for covered, mode := range branch.Modes(dates) {
		if mode.Consults(member) {
			counting = append(counting, stretch{covered, mode})
		} else {
			others = append(others, stretch{covered, mode})
		}
	}
	consults := len(counting) > 0 || len(others) == 0
	if !consults {
		counting = others
	}
	works, open := working(branch, member, counting)
	return consultingTimes{consults, works, open}
}

// A stretch is a run of dates in the same mode; nil: video-only mode is off.
type stretch struct {
	dates civil.DateRange
	mode  *availability.VideoOnly
}

func working(branch *availability.Branch, member *availability.Staff, stretches []stretch) (works, open bool) {
	var opens, meets bool
	for _, s := range stretches {
		rostered := availability.RosteredSpans(branch, member, s.mode, s.dates)
		hours := availability.OpenSpans(branch, s.mode, s.dates)
		works = works || len(rostered) > 0
		opens = opens || len(hours) > 0
		meets = meets || availability.Meet(rostered, hours)
	}
	return works, meets || opens && !works
}
