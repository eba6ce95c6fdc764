package form

import (
	"time"

	"visavis/internal/locale"
	"visavis/internal/problem"
)

// Minutes validates a duration in whole minutes.
func (f *Form) Minutes(field string, given *time.Duration, least, most time.Duration) *int {
	if given == nil {
		return nil
	}
	if *given%time.Minute != 0 {
		f.Add(problem.New(problem.DurationInvalid, field))
	} else if *given < least || most < *given {
		f.Add(problem.New(problem.OutOfRange, field, locale.Duration(least), locale.Duration(most)))
	}
	minutes := int(*given / time.Minute)
	return &minutes
}
