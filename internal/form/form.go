// Package form reads user input and collects its problems.
package form

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"visavis/internal/problem"
)

// Form collects the problems of an input. Its readers return nil for fields that were not given.
type Form struct{ problem.List }

// Maximum lengths in characters.
const (
	NameLength        = 100
	ReasonLength      = 200
	NoteLength        = 500
	DescriptionLength = 2000
)

// Text trims a text and removes invisible characters.
func (f *Form) Text(field string, given *string, most int) *string {
	if given == nil {
		return nil
	}
	text := strings.TrimSpace(lines.Replace(Visible(*given)))
	if utf8.RuneCountInString(text) > most {
		f.Add(problem.New(problem.TooLong, field, most))
	}
	return &text
}

// lines keeps nothing but line feeds of the control characters that are white space.
var lines = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", " ", "\v", "\n", "\f", "\n", "\u0085", "\n")

// Line reads a single-line text.
func (f *Form) Line(field string, given *string, most int) *string {
	if given == nil {
		return nil
	}
	words := strings.Join(strings.Fields(Visible(*given)), " ")
	return f.Text(field, &words, most)
}

// Name reads a line with at least one visible character.
func (f *Form) Name(field string, given *string) *string {
	name := f.Line(field, given, NameLength)
	if name != nil && !strings.ContainsFunc(*name, unicode.IsGraphic) {
		f.Add(problem.New(problem.Required, field))
	}
	return name
}

// CutName truncates a generated name to the maximum length.
func CutName(name string) string {
	characters := []rune(name)
	return strings.TrimSpace(string(characters[:min(len(characters), NameLength)]))
}

// ListLength is the maximum number of elements of a list.
const ListLength = 1000

// Few adds a problem if a list is too long.
func (f *Form) Few(field string, count int) {
	if count > ListLength {
		f.Add(problem.New(problem.TooMany, field, ListLength))
	}
}

// IsText reports whether both databases can store the text.
func IsText(text string) bool { return utf8.ValidString(text) && !strings.Contains(text, "\x00") }
