package availability

import "visavis/internal/civil"

// WorkingSpans lists when the profile takes appointments on the date: it is
// rostered and consults, and the person is not absent. The branch may be closed.
func WorkingSpans(branch *Branch, staff *Staff, date civil.Date) []Span {
	mode := branch.videoOnly(date)
	if !mode.Consults(staff) {
		return nil
	}
	return without(nil, RosteredSpans(branch, staff, mode, oneDay(date)), staff.Person.Absences)
}

// OpeningSpans lists when the branch takes appointments on the date.
func OpeningSpans(branch *Branch, date civil.Date) []Span {
	return OpenSpans(branch, branch.videoOnly(date), oneDay(date))
}

// BookableSpans lists when the profile takes appointments on the date and the branch does, too.
func BookableSpans(branch *Branch, staff *Staff, date civil.Date) []Span {
	return intersect(nil, WorkingSpans(branch, staff, date), OpeningSpans(branch, date))
}

func oneDay(date civil.Date) civil.DateRange { return civil.DateRange{First: date, Last: date} }
