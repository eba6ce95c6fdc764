package schedule

import (
	"visavis/internal/civil"
	"visavis/internal/problem"
)

// MaxDays is the largest number of local dates that one query may cover.
const MaxDays = 92

// MaxReportDays is the largest number of local dates that a report may cover: a year and the month that has begun.
const MaxReportDays = 400

// CheckDates returns a problem of the field "to" if the range is empty or covers more than most dates.
func CheckDates(dates civil.DateRange, most int) error {
	switch days := dates.Days(); {
	case days == 0:
		return problem.New(problem.RangeReversed, "to")
	case days > most:
		return problem.New(problem.RangeTooLong, "to", most)
	}
	return nil
}
