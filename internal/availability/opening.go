package availability

import "visavis/internal/civil"

// OpenSpans returns when the branch is open for video consultations on the dates, which the mode covers: by rule 2, and
// always in video-only mode.
func OpenSpans(branch *Branch, mode *VideoOnly, dates civil.DateRange) []Span {
	hours := branch.open
	if mode.ignoresOpeningHours() {
		hours = always
	}
	return spans(nil, localDays(branch.Zone, dates), hours)
}

func always(civil.Date) civil.Intervals { return civil.Intervals{{To: civil.EndOfDay}} }

// open is rule 2: an exception replaces its whole date.
func (b *Branch) open(date civil.Date) civil.Intervals {
	if exception, found := planOf(date, b.Exceptions); found {
		return exception
	}
	return b.Hours.on(date)
}
