// Package locale knows the languages in which visavis speaks to people.
package locale

import "golang.org/x/text/language"

// Locale is a language in which visavis speaks to people.
type Locale string

// The languages there are.
const (
	German  Locale = "DE"
	English Locale = "EN"
)

var (
	offered = []Locale{English, German} // the first is for those who ask for neither
	matcher = language.NewMatcher([]language.Tag{language.English, language.German})
)

// Negotiate chooses the language that an Accept-Language header asks for.
func Negotiate(acceptLanguage string) Locale {
	_, index := language.MatchStrings(matcher, acceptLanguage)
	return offered[index]
}

// Text is one sentence in every language there is.
type Text struct{ German, English string }

// In returns the sentence in one language.
func (t Text) In(l Locale) string {
	if l == German {
		return t.German
	}
	return t.English
}
