package form

import (
	"strings"
	"unicode"
)

// Visible returns a text without the characters that show nothing and move nothing: programs copy them along, and nobody can
// see that they are there. White space stays. So do joiners and variation selectors where they shape what is seen, as in Persian
// names, Japanese names and emoji.
func Visible(text string) string {
	if isPlain(text) {
		return text
	}
	characters := []rune(text)
	var visible strings.Builder
	previous := rune(0)
	for i, r := range characters {
		next := rune(0)
		if i+1 < len(characters) {
			next = characters[i+1]
		}
		switch {
		case r == blankBraille:
			r = ' '
		case isInvisible(r) && !shapes(r, previous, next):
			continue
		}
		visible.WriteRune(r)
		previous = r
	}
	return visible.String()
}

// isPlain reports whether the text is printable ASCII, as almost all are.
func isPlain(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] > '~' {
			return false
		}
	}
	return true
}

func isInvisible(r rune) bool {
	switch {
	case unicode.IsSpace(r):
		return false
	case unicode.IsControl(r):
		return true
	default:
		return unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
	}
}

// shapes reports whether an invisible character changes how its neighbors look.
func shapes(r, previous, next rune) bool {
	switch {
	case r == zeroWidthJoiner || r == zeroWidthNonJoiner:
		return joins(previous) && joins(next)
	case unicode.Is(unicode.Variation_Selector, r):
		return previous != 0 && !unicode.IsSpace(previous) && !isInvisible(previous) && !unicode.In(previous, unicode.Latin, unicode.Greek, unicode.Cyrillic)
	default:
		return false
	}
}

// joins reports whether the character looks different beside a joiner: letters and marks of connected scripts, and symbols.
func joins(r rune) bool {
	return r > unicode.MaxLatin1 && !unicode.IsSpace(r) && !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Punct, unicode.Cf)
}

const (
	zeroWidthNonJoiner = '\u200c'
	zeroWidthJoiner    = '\u200d'
	// blankBraille is a space, though Unicode classes it as a symbol.
	blankBraille = '\u2800'
)
