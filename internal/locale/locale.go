// Package locale holds the languages of the user interface.
package locale

import "golang.org/x/text/language"

// Locale is a language of the user interface.
type Locale string

// The supported languages.
const (
	German  Locale = "DE"
	English Locale = "EN"
)

var (
	offered = []Locale{English, German} // the first is the default
	matcher = language.NewMatcher([]language.Tag{language.English, language.German})
)

// Negotiate returns the best language for an Accept-Language header.
func Negotiate(acceptLanguage string) Locale {
	_, index := language.MatchStrings(matcher, acceptLanguage)
	return offered[index]
}

// Text is a sentence in every language.
type Text struct{ German, English string }

// In returns the sentence in a language.
func (t Text) In(l Locale) string {
	if l == German {
		return t.German
	}
	return t.English
}
