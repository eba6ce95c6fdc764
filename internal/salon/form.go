package salon

import (
	"math"
	"regexp"
	"slices"
	"strings"

	"visavis/internal/availability"
	"visavis/internal/civil"
	"visavis/internal/form"
	"visavis/internal/money"
	"visavis/internal/problem"
)

// setupForm validates the input of set-up mutations.
type setupForm struct{ form.Form }

var colorForm = regexp.MustCompile(`^#[0-9a-f]{6}$`)

func (f *setupForm) color(field string, given *string) *string {
	if given == nil {
		return nil
	}
	color := strings.ToLower(form.Copied(*given))
	if !colorForm.MatchString(color) {
		f.Add(problem.New(problem.ColorInvalid, field))
	}
	return &color
}

// optionalColor is color for a field that may be empty.
func (f *setupForm) optionalColor(field string, given *string) *string {
	if given != nil && form.Copied(*given) == "" {
		return new("")
	}
	return f.color(field, given)
}

func (f *setupForm) currency(field string, given *string) *string {
	if given == nil {
		return nil
	}
	code := currencyCode(*given)
	if !money.InUse(code) {
		f.Add(problem.New(problem.CurrencyUnknown, field))
	}
	return &code
}

// currencyCode returns a code as ISO 4217 writes it.
func currencyCode(given string) string { return strings.ToUpper(form.Copied(given)) }

func (f *setupForm) number(field string, given *int, least, most int) *int {
	if given != nil && (*given < least || most < *given) {
		f.Add(problem.New(problem.OutOfRange, field, least, most))
	}
	return given
}

// addWithin adds the problems of a part of the input, which stands at the place.
func (f *setupForm) addWithin(place string, part setupForm) {
	for _, wrong := range part.List {
		f.Add(problem.New(wrong.Code, place+"."+strings.Join(wrong.Field, "."), wrong.Arguments...))
	}
}

// atMost adds a problem if a list has more elements.
func (f *setupForm) atMost(field string, count, most int) {
	if count > most {
		f.Add(problem.New(problem.TooMany, field, most))
	}
}

// amount validates an amount of money.
func (f *setupForm) amount(field string, given MoneyInput) *int {
	if given.MinorUnits < 0 || highestPrice < given.MinorUnits {
		least, most := money.Amount{}, money.Amount{MinorUnits: highestPrice}
		if given.Currency != nil && money.InUse(currencyCode(*given.Currency)) {
			least.Currency, most.Currency = currencyCode(*given.Currency), currencyCode(*given.Currency)
		}
		f.Add(problem.New(problem.OutOfRange, field, least, most))
	}
	return &given.MinorUnits
}

// highestPrice is what an Int of GraphQL can hold, in the currency's smallest unit.
const highestPrice = math.MaxInt32

// intervals validates the intervals of one day; fieldOf returns the field of each.
func (f *setupForm) intervals(given []civil.Interval, fieldOf func(i int) string) civil.Intervals {
	intervals, err := civil.NewIntervals(given...)
	switch wrong := err.(type) {
	case *civil.EmptyIntervalError:
		f.Add(problem.New(problem.IntervalEmpty, fieldOf(slices.Index(given, wrong.Interval))+".to", wrong.Interval))
	case *civil.OverlapError:
		f.Add(problem.New(problem.IntervalsOverlap, fieldOf(lastIndex(given, wrong.Later))+".from", wrong.Earlier, wrong.Later))
	}
	return intervals
}

func lastIndex[T comparable](list []T, wanted T) int {
	for i, element := range slices.Backward(list) {
		if element == wanted {
			return i
		}
	}
	return -1
}

// day validates the intervals of one date.
func (f *setupForm) day(field string, given []civil.Interval) civil.Intervals {
	f.Few(field, len(given))
	return f.intervals(given, func(i int) string { return place(field, i) })
}

// week validates the intervals of a week.
func (f *setupForm) week(field string, given []WeeklyInterval) availability.Week {
	f.Few(field, len(given))
	return f.byWeekday(given, func(i int) string { return place(field, i) })
}

// byWeekday groups intervals by weekday; fieldOf returns the field of each.
func (f *setupForm) byWeekday(given []WeeklyInterval, fieldOf func(i int) string) availability.Week {
	var week availability.Week
	for weekday := range week {
		var ofDay []civil.Interval
		var places []int
		for i, interval := range given {
			if int(interval.Weekday) == weekday {
				ofDay = append(ofDay, civil.Interval{From: interval.From, To: interval.To})
				places = append(places, i)
			}
		}
		week[weekday] = f.intervals(ofDay, func(i int) string { return fieldOf(places[i]) })
	}
	return week
}

// ordered adds a problem if the last date is before the first.
func (f *setupForm) ordered(field string, first, last *civil.Date) {
	if first != nil && last != nil && *last < *first {
		f.Add(problem.New(problem.RangeReversed, field))
	}
}

func (f *setupForm) zone(field string, given *string) *string {
	if given == nil {
		return nil
	}
	name := form.Copied(*given)
	if _, err := civil.LoadZone(name); err != nil {
		f.Add(problem.New(problem.TimeZoneUnknown, field))
	}
	return &name
}
