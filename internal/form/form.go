// Package fields reads what people have written and collects what is wrong with it.
package form

import (
	"net/mail"
	"strings"
	"unicode"
	"unicode/utf8"

	"visavis/internal/problem"
)

// Form collects what is wrong with an input. What was left out of it stays nil.
type Form struct{ problem.List }

// How many characters texts may have.
const (
	NameLength        = 100
	contactLength     = 254
	ReasonLength      = 200
	NoteLength        = 500
	DescriptionLength = 2000
)

// Text trims a text and takes out what nobody can see.
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

// Line reads a text of one line.
func (f *Form) Line(field string, given *string, most int) *string {
	if given == nil {
		return nil
	}
	words := strings.Join(strings.Fields(*given), " ")
	return f.Text(field, &words, most)
}

// Name reads a line that shows something.
func (f *Form) Name(field string, given *string) *string {
	name := f.Line(field, given, NameLength)
	if name != nil && !strings.ContainsFunc(*name, shows) {
		f.Add(problem.New(problem.Required, field))
	}
	return name
}

// shows reports whether one can see the character by itself.
func shows(r rune) bool {
	return unicode.IsGraphic(r) && !unicode.IsSpace(r) && r != hangulFiller && r != blankBraille
}

// These two pass for a letter and a symbol, and are blank.
const (
	hangulFiller = '\u3164'
	blankBraille = '\u2800'
)

// CutName cuts a name that we have made ourselves to the length that one may have.
func CutName(name string) string {
	characters := []rune(name)
	return strings.TrimSpace(string(characters[:min(len(characters), NameLength)]))
}

// Email reads an e-mail address without a name beside it; it may be empty.
func (f *Form) Email(field string, given *string) *string {
	email := f.Line(field, given, contactLength)
	if email != nil && *email != "" {
		if parsed, err := mail.ParseAddress(*email); err != nil || parsed.Address != *email {
			f.Add(problem.New(problem.EmailInvalid, field))
		}
	}
	return email
}

// ListLength is how many elements a list may have.
const ListLength = 1000

// Few refuses a list that is too long.
func (f *Form) Few(field string, count int) {
	if count > ListLength {
		f.Add(problem.New(problem.TooMany, field, ListLength))
	}
}

// IsText reports whether every database takes the text.
func IsText(text string) bool { return utf8.ValidString(text) && !strings.Contains(text, "\x00") }
