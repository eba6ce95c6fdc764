package availability

import "visavis/internal/civil"

// WorkingSpans returns when the profile takes appointments on the date: it is rostered and consults, and the person is not
// absent. The branch may be closed.
func WorkingSpans(branch *Branch, staff *Staff, date civil.Date) []Span {
	mode := branch.videoOnly(date)
	if !mode.Consults(staff) {
		return nil
	}
	return without(nil, RosteredSpans(branch, staff, mode, oneDay(date)), staff.Person.Absences)
}

// OpeningSpans returns when the branch takes appointments on the date.
func OpeningSpans(branch *Branch, date civil.Date) []Span {
	return OpenSpans(branch, branch.videoOnly(date), oneDay(date))
}

// BookableSpans returns when both the profile and the branch take appointments on the date.
func BookableSpans(branch *Branch, staff *Staff, date civil.Date) []Span {
	return intersect(nil, WorkingSpans(branch, staff, date), OpeningSpans(branch, date))
}

func oneDay(date civil.Date) civil.DateRange { return civil.DateRange{First: date, Last: date} }
