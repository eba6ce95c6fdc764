package form

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"visavis/internal/problem"
)

// PersonName reads the name of a person as strangers write it. The salon's mails and pages show it, so it must not carry a
// web address.
func (f *Form) PersonName(field string, given *string) *string {
	name := f.Name(field, given)
	if name != nil && webAddress.MatchString(asProgramsRead(*name)) {
		f.Add(problem.New(problem.NameInvalid, field))
	}
	return name
}

// webAddress matches what mail programs make a link of. In a name, a dot is followed by a space or a capital letter.
var webAddress = regexp.MustCompile(`(?i:[a-z][a-z0-9+.-]*:/|//|\bwww\.|\b(?:callto|data|javascript|sms|tel):)|[\pL\d-]{2,}\.(?:[a-z]{2,}|[A-Z]{2,})(?:[^\pL]|$)|@`)

// asProgramsRead returns a text without invisible characters, and with plain letters and dots for those that browsers read
// as such in a web address.
func asProgramsRead(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Cf, r):
			return -1
		case r == '。':
			return '.'
		default:
			return r
		}
	}, norm.NFKC.String(text))
}
