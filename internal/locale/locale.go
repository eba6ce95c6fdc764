// Package locale holds the languages in which people are addressed: their choice, their words, and how each writes dates,
// numbers and durations.
package locale

import (
	"slices"

	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/text/language"
)

// Locale is a language in which people are addressed.
type Locale string

// The supported languages.
const (
	German  Locale = "DE"
	English Locale = "EN"
	French  Locale = "FR"
	Turkish Locale = "TR"
)

var (
	offered = []Locale{English, German, French, Turkish} // the first is the default
	tags    = map[Locale]language.Tag{English: language.English, German: language.German, French: language.French, Turkish: language.Turkish}
	matcher = language.NewMatcher([]language.Tag{language.English, language.German, language.French, language.Turkish})
)

// All returns the supported languages.
func All() []Locale { return slices.Clone(offered) }

// Tag returns the language's tag, as HTML names it: de. That of an unknown language is English.
func (l Locale) Tag() language.Tag {
	if tag, known := tags[l]; known {
		return tag
	}
	return language.English
}

// ForStaff returns the language in which staff are addressed: English unless it is German.
func (l Locale) ForStaff() Locale {
	if l == German {
		return German
	}
	return English
}

// Choose returns the language that a tag asks for, or else the best one for an Accept-Language header.
func Choose(asked, acceptLanguage string) Locale {
	if tag, err := language.Parse(asked); err == nil {
		if _, index, confidence := matcher.Match(tag); confidence >= language.High {
			return offered[index]
		}
	}
	return Negotiate(acceptLanguage)
}

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
