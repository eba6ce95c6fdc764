package salon

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"visavis/internal/form"
	"visavis/internal/problem"
)

var slugForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// slug validates the name of a branch in URLs.
func (f *setupForm) slug(field string, given *string) *string {
	slug := f.Line(field, given, form.NameLength)
	if slug != nil && !slugForm.MatchString(*slug) {
		f.Add(problem.New(problem.SlugInvalid, field))
	}
	return slug
}

// plainLetters are letters that Unicode does not decompose, and those that German writes with two.
var plainLetters = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "ı", "i")

// slugOf returns a slug for a name: schoene-haare-koeln for Schöne Haare Köln, and salon for a name without Latin letters
// and digits.
func slugOf(name string) string {
	letters := plainLetters.Replace(norm.NFC.String(strings.ToLower(name)))
	words := strings.FieldsFunc(norm.NFD.String(letters), func(r rune) bool {
		return r > unicode.MaxASCII && !unicode.Is(unicode.Mn, r) || r <= unicode.MaxASCII && !('a' <= r && r <= 'z' || '0' <= r && r <= '9')
	})
	slug := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, strings.Join(words, "-"))
	slug = strings.Trim(slug[:min(len(slug), form.NameLength)], "-")
	if !slugForm.MatchString(slug) {
		return "salon"
	}
	return slug
}
