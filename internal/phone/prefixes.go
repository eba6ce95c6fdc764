package phone

import (
	"slices"
	"strings"

	"github.com/nyaruka/phonenumbers"
)

// prefixes are beginnings of keys.
type prefixes []string

func (p *prefixes) add(kind rune, digits string) { *p = append(*p, string(kind)+digits) }

// foreign adds what a number may mean that was typed with a country calling code, or the beginning of one. Numbers that were
// typed without are those of the countries, or of any if none is known.
func (p *prefixes) foreign(digits string, countries []string) {
	code, rest := significant(digits)
	p.add(international, code+rest)
	isOurs := len(countries) == 0 || slices.ContainsFunc(countries, func(country string) bool { return codeOf(country) == code })
	if code == "" || rest == "" || !isOurs {
		return
	}
	p.add(local, trunkOf(code)+rest)
	p.add(local, rest)
	if _, domestic := complete("+"+digits, phonenumbers.UNKNOWN_REGION); domestic != "" {
		p.add(local, domestic)
	}
}

// local adds what a number may mean that was typed as it is dialed within one of the countries, with or without the trunk
// prefix, or with the country calling code but no plus.
func (p *prefixes) local(digits string, countries []string) {
	for _, kind := range []rune{local, national, international} {
		p.add(kind, digits)
	}
	p.within(digits, "0")
	for _, country := range countries {
		trunk := trunkIn(country)
		p.within(digits, trunk)
		if rest, is := strings.CutPrefix(digits, codeOf(country)); is && rest != "" {
			p.add(local, trunk+rest)
		}
		if foreign, domestic := complete(digits, country); foreign != "" {
			p.add(international, foreign)
			p.add(local, domestic)
		}
	}
}

// within adds the number for a country with the trunk prefix.
func (p *prefixes) within(digits, trunk string) {
	if rest, is := strings.CutPrefix(digits, trunk); is {
		p.add(national, rest)
		if rest != "" {
			p.add(local, rest)
		}
	} else {
		p.add(local, trunk+digits)
	}
}

// shortest drops prefixes that others cover.
func (p *prefixes) shortest() []string {
	slices.Sort(*p)
	var kept []string
	for _, prefix := range *p {
		if len(kept) == 0 || !strings.HasPrefix(prefix, kept[len(kept)-1]) {
			kept = append(kept, prefix)
		}
	}
	return kept
}
