// Package locale holds the languages of the user interface.
package locale

import (
	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/text/language"
)

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

// Negotiate returns the best language for an Accept-Language header. It remembers those of many browsers.
func Negotiate(acceptLanguage string) Locale {
	if known, ok := negotiated.Get(acceptLanguage); ok {
		return known
	}
	_, index := language.MatchStrings(matcher, acceptLanguage)
	if len(acceptLanguage) <= rememberedLength {
		negotiated.Add(acceptLanguage, offered[index])
	}
	return offered[index]
}

// Limits of what Negotiate remembers.
const (
	rememberedHeaders = 500
	rememberedLength  = 100 // in bytes
)

var negotiated = func() *lru.Cache[string, Locale] {
	cache, err := lru.New[string, Locale](rememberedHeaders)
	if err != nil {
		panic(err) // the size is a constant
	}
	return cache
}()

// Text is a sentence in every language.
type Text struct{ German, English string }

// In returns the sentence in a language.
func (t Text) In(l Locale) string {
	if l == German {
		return t.German
	}
	return t.English
}
