package text

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold returns the text as it is searched: without case, marks and invisible characters, with the letters of a plain keyboard.
// Müller is muller, Groß is gross, Łukasz is lukasz.
func Fold(text string) string {
	return fold(composed(text))
}

// fold is Fold of a text that is composed.
func fold(text string) string {
	var folded strings.Builder
	for _, r := range text {
		folded.WriteString(foldRune(r))
	}
	return folded.String()
}

// composed returns the text without case and invisible characters in which each accented letter is one character.
func composed(text string) string {
	text = norm.NFKC.String(strings.Map(simple, visible(text)))
	text = norm.NFKC.String(strings.ToLower(text))
	return strings.Map(simple, visible(text))
}

func foldRune(r rune) string {
	if r < 0x80 {
		return string(r)
	}
	if plain, is := plainLetters[r]; is {
		return plain
	}
	var letters strings.Builder
	for _, part := range norm.NFD.String(string(r)) {
		if plain, is := plainLetters[part]; is {
			letters.WriteString(plain)
		} else if !unicode.Is(accents, part) {
			letters.WriteRune(part)
		}
	}
	return letters.String()
}

// plainLetters are the letters that Unicode does not decompose, or not fully, in lower case.
var plainLetters = map[rune]string{
	'ß': "ss", 'ς': "σ", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ı': "i", 'ħ': "h", 'ŋ': "n", 'ŧ': "t", 'ə': "e",
	'ɓ': "b", 'ɗ': "d", 'ƙ': "k", 'ƴ': "y", 'ɨ': "i", 'ʉ': "u", 'ƒ': "f",
}

// accents are the marks that a searcher leaves out: those that combine with letters of any script, Hebrew points and Arabic
// vowels. Marks of other scripts tell words apart.
var accents = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x0300, Hi: 0x036f, Stride: 1}, {Lo: 0x0591, Hi: 0x05bd, Stride: 1}, {Lo: 0x05bf, Hi: 0x05bf, Stride: 1}, {Lo: 0x05c1, Hi: 0x05c2, Stride: 1},
		{Lo: 0x05c4, Hi: 0x05c5, Stride: 1}, {Lo: 0x05c7, Hi: 0x05c7, Stride: 1}, {Lo: 0x064b, Hi: 0x065f, Stride: 1}, {Lo: 0x0670, Hi: 0x0670, Stride: 1},
		{Lo: 0x1ab0, Hi: 0x1aff, Stride: 1}, {Lo: 0x1dc0, Hi: 0x1dff, Stride: 1}, {Lo: 0x20d0, Hi: 0x20ff, Stride: 1}, {Lo: 0xfe20, Hi: 0xfe2f, Stride: 1},
	},
}

// isInvisible reports whether the character has neither a shape nor a width: controls other than spaces, formats, and variants
// of a shape.
func isInvisible(r rune) bool {
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r) || unicode.IsControl(r) && !unicode.IsSpace(r)
}

// simple returns the ASCII character for a decimal digit of any script and for what is typed as an apostrophe, else the
// character.
func simple(r rune) rune {
	switch r {
	case '`', '´', '‘', '’', '‛', 'ʹ', 'ʻ', 'ʼ', 'ʽ', '′':
		return '\''
	}
	if r < 0x80 || !unicode.Is(unicode.Nd, r) {
		return r
	}
	for _, digits := range unicode.Nd.R16 { // each range begins with a zero
		if rune(digits.Lo) <= r && r <= rune(digits.Hi) {
			return '0' + (r-rune(digits.Lo))%10
		}
	}
	for _, digits := range unicode.Nd.R32 {
		if rune(digits.Lo) <= r && r <= rune(digits.Hi) {
			return '0' + (r-rune(digits.Lo))%10
		}
	}
	return r
}

// isPart reports whether the character is part of a word. Emoji are, since some names have nothing else.
func isPart(r rune) bool { return unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.So) }

// joins reports whether the character stands inside of a word: a hyphen or an apostrophe.
func joins(r rune) bool { return r == '\'' || unicode.Is(unicode.Pd, r) }
