// Package form reads user input and collects its problems.
package form

import (
	"net/mail"
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
	contactLength     = 254
	ReasonLength      = 200
	NoteLength        = 500
	DescriptionLength = 2000
)

// Text trims a text and removes invisible characters.
func (f *Form) Text(field string, given *string, most int) *string {
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

// Line reads a single-line text.
func (f *Form) Line(field string, given *string, most int) *string {
	if given == nil {
		return nil
	}
	words := strings.Join(strings.Fields(*given), " ")
	return f.Text(field, &words, most)
}

// Name reads a line with at least one visible character.
func (f *Form) Name(field string, given *string) *string {
	name := f.Line(field, given, NameLength)
	if name != nil && !strings.ContainsFunc(*name, shows) {
		f.Add(problem.New(problem.Required, field))
	}
	return name
}

// shows reports whether the character is visible by itself.
func shows(r rune) bool {
	return unicode.IsGraphic(r) && !unicode.IsSpace(r) && r != hangulFiller && r != blankBraille
}

// Blank characters that Unicode classes as a letter and a symbol.
const (
	hangulFiller = '\u3164'
	blankBraille = '\u2800'
)

// CutName truncates a generated name to the maximum length.
func CutName(name string) string {
	characters := []rune(name)
	return strings.TrimSpace(string(characters[:min(len(characters), NameLength)]))
}

// Email reads an email address without a display name, in the form of [Address]. It may be empty.
func (f *Form) Email(field string, given *string) *string {
	if given == nil {
		return nil
	}
	email := Address(*given)
	if utf8.RuneCountInString(email) > contactLength {
		f.Add(problem.New(problem.TooLong, field, contactLength))
	}
	if email != "" {
		if parsed, err := mail.ParseAddress(email); err != nil || parsed.Address != email {
			f.Add(problem.New(problem.EmailInvalid, field))
		}
	}
	return &email
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
