package salon

import (
	"fmt"
	"net/mail"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/currency"

	"visavis/internal/availability"
	"visavis/internal/civil"
	"visavis/internal/problem"
)

// A form reads an input and collects what is wrong with it. What was left out
// stays nil.
type form struct{ problem.List }

// How many characters texts may have.
const (
	nameLength        = 100
	contactLength     = 254
	reasonLength      = 200
	noteLength        = 500
	descriptionLength = 2000
)

// text trims a text and takes out what nobody can see.
func (f *form) text(field string, given *string, most int) *string {
	if given == nil {
		return nil
	}
	visible := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' {
			return -1
		}
		return r
	}, *given)
	visible = strings.TrimSpace(visible)
	if utf8.RuneCountInString(visible) > most {
		f.Add(problem.New(problem.TooLong, field, most))
	}
	return &visible
}

// line reads a text of one line.
func (f *form) line(field string, given *string, most int) *string {
	if given == nil {
		return nil
	}
	words := strings.Join(strings.Fields(*given), " ")
	return f.text(field, &words, most)
}

// name reads a line that shows something.
func (f *form) name(field string, given *string) *string {
	name := f.line(field, given, nameLength)
	if name != nil && !strings.ContainsFunc(*name, shows) {
		f.Add(problem.New(problem.Required, field))
	}
	return name
}

// shows tells whether one can see the character by itself.
func shows(r rune) bool {
	return unicode.IsGraphic(r) && !unicode.IsSpace(r) && r != hangulFiller && r != blankBraille
}

// These two pass for a letter and a symbol, and are blank.
const (
	hangulFiller = '\u3164'
	blankBraille = '\u2800'
)

// cutName cuts a name that we have made to the length that one may have.
func cutName(name string) string {
	characters := []rune(name)
	return strings.TrimSpace(string(characters[:min(len(characters), nameLength)]))
}

// email reads an e-mail address without a name beside it; it may be empty.
func (f *form) email(field string, given *string) *string {
	email := f.line(field, given, contactLength)
	if email != nil && *email != "" {
		if parsed, err := mail.ParseAddress(*email); err != nil || parsed.Address != *email {
			f.Add(problem.New(problem.EmailInvalid, field))
		}
	}
	return email
}

var colorForm = regexp.MustCompile(`^#[0-9a-f]{6}$`)

func (f *form) color(field string, given *string) *string {
	if given == nil {
		return nil
	}
	color := strings.ToLower(strings.TrimSpace(*given))
	if !colorForm.MatchString(color) {
		f.Add(problem.New(problem.ColorInvalid, field))
	}
	return &color
}

func (f *form) currency(field string, given string) string {
	unit, err := currency.ParseISO(strings.TrimSpace(given))
	if err != nil {
		f.Add(problem.New(problem.CurrencyUnknown, field))
	}
	return unit.String()
}

func (f *form) number(field string, given *int, least, most int) *int {
	if given != nil && (*given < least || most < *given) {
		f.Add(problem.New(problem.OutOfRange, field, least, most))
	}
	return given
}

// minutes reads a duration of whole minutes.
func (f *form) minutes(field string, given *time.Duration, least, most time.Duration) *int {
	if given == nil {
		return nil
	}
	if *given < least || most < *given {
		f.Add(problem.New(problem.OutOfRange, field, isoMinutes(least), isoMinutes(most)))
	}
	minutes := int(*given / time.Minute)
	return &minutes
}

func isoMinutes(d time.Duration) string { return fmt.Sprintf("PT%dM", int(d/time.Minute)) }

// intervals reads the intervals of one day; fieldOf names that of each.
func (f *form) intervals(given []civil.Interval, fieldOf func(i int) string) civil.Intervals {
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

// day reads the intervals of one date.
func (f *form) day(field string, given []civil.Interval) civil.Intervals {
	f.few(field, len(given))
	return f.intervals(given, func(i int) string { return place(field, i) })
}

// week reads the intervals of a week.
func (f *form) week(field string, given []WeeklyInterval) availability.Week {
	f.few(field, len(given))
	return f.byWeekday(given, func(i int) string { return place(field, i) })
}

// byWeekday sorts intervals by their weekday; fieldOf names that of each.
func (f *form) byWeekday(given []WeeklyInterval, fieldOf func(i int) string) availability.Week {
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

// listLength is how many elements a list may have.
const listLength = 1000

func (f *form) few(field string, count int) {
	if count > listLength {
		f.Add(problem.New(problem.TooMany, field, listLength))
	}
}

// ordered refuses a range whose last date lies before its first.
func (f *form) ordered(field string, first, last *civil.Date) {
	if first != nil && last != nil && *last < *first {
		f.Add(problem.New(problem.RangeReversed, field))
	}
}

func (f *form) zone(field string, given *string) *string {
	if given != nil {
		if _, err := civil.LoadZone(*given); err != nil {
			f.Add(problem.New(problem.TimeZoneUnknown, field))
		}
	}
	return given
}
