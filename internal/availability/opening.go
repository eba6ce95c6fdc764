package availability

import "visavis/internal/civil"

// OpenSpans lists when the branch is open on the dates, by rule 2 alone:
// video-only mode does not count.
func OpenSpans(branch *Branch, dates civil.DateRange) []Span {
	return spans(nil, localDays(nil, branch.Zone, dates), branch.open)
}

// open is rule 2: an exception replaces the whole of its date.
func (b *Branch) open(date civil.Date) civil.Intervals {
	if exception, found := planOf(date, b.Exceptions); found {
		return exception
	}
	return b.Hours.on(date)
}
