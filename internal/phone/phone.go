// Package phone makes the keys by which phone numbers are found, however they are typed: 0170 1000005, +49 (0)170/1000005
// and the last digits.
//
// Keys are stored. A change of what [Keys] returns needs a migration that clears them: the start makes missing keys.
package phone

import (
	"slices"
	"strings"
	"unicode"
)

// Kinds of keys, their first byte.
const (
	local         = 'l' // digits of a number typed without its country
	national      = 'n' // digits behind the country calling code
	international = 'i' // digits from the country calling code
	reversed      = 'r' // all digits, the last one first
)

// leastEnding is how many of the last digits find a number.
const leastEnding = 4

// A number is a phone number as it was typed: digits, from the country calling code if that is known.
type number struct {
	digits    string
	isForeign bool
}

// Keys returns the keys of the numbers in a text. A search for a number finds the keys that begin with one of [Prefixes].
func Keys(text string) []string {
	var keys []string
	for _, n := range numbers(text) {
		if !n.isForeign {
			keys = append(keys, string(local)+n.digits, string(reversed)+backwards(n.digits))
			continue
		}
		code, rest := significant(n.digits)
		keys = append(keys, string(international)+code+rest, string(national)+rest, string(reversed)+backwards(code+rest))
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// Prefixes returns the beginnings of keys of the numbers that a typed number, or the beginning or ending of one, may mean in
// the countries, given by their ISO 3166-1 codes.
func Prefixes(typed string, countries []string) []string {
	n := read(typed)
	var found prefixes
	if n.isForeign {
		found.foreign(n.digits, countries)
	} else if n.digits != "" {
		found.local(n.digits, countries)
	}
	if ending := digitsOf(typed); len(ending) >= leastEnding {
		found.add(reversed, backwards(ending))
	}
	return found.shortest()
}

// IsTyped reports whether the text has nothing but digits and what is typed between those of a phone number.
func IsTyped(text string) bool {
	return text != "" && !strings.ContainsFunc(text, func(r rune) bool { return !isTyped(r) })
}

func isTyped(r rune) bool {
	return '0' <= r && r <= '9' || unicode.IsSpace(r) || unicode.Is(unicode.Pd, r) || strings.ContainsRune("+/().·", r)
}

const (
	shortestNumber   = 3 // digits of a phone number
	shortestWithArea = 6 // digits of one that does not need what is before it
)

// numbers returns the phone numbers in a text, such as both of "0170 1000005, privat 030 1234".
func numbers(text string) []number {
	var found []number
	for typed := range strings.FieldsFuncSeq(text, func(r rune) bool { return !isTyped(r) }) {
		for _, one := range alternatives(typed) {
			if n := read(one); len(n.digits) >= shortestNumber {
				found = append(found, n)
			}
		}
	}
	return found
}

// alternatives splits 0170 1000005 / 0171 1000006, but not 0170 / 1000005.
func alternatives(typed string) []string {
	parts := strings.Split(typed, " / ")
	for _, part := range parts {
		if len(digitsOf(part)) < shortestWithArea {
			return []string{typed}
		}
	}
	return parts
}

// read reads a typed number. A country calling code follows + or 00, and a zero in parentheses behind it is not dialed.
func read(typed string) number {
	marks := strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' || strings.ContainsRune("+()", r) {
			return r
		}
		return -1
	}, typed)
	rest, isForeign := strings.CutPrefix(strings.TrimLeft(marks, "()"), "+")
	if !isForeign {
		rest, isForeign = strings.CutPrefix(rest, "00")
	}
	if isForeign {
		rest = strings.ReplaceAll(rest, "(0)", "")
	}
	return number{digitsOf(rest), isForeign}
}

func digitsOf(typed string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, typed)
}

func backwards(digits string) string {
	last := []byte(digits)
	slices.Reverse(last)
	return string(last)
}
