package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words returns the words by which a text is found, sorted: [Fold] of the beginning of one finds it. A word
// with an umlaut, or with an e in its place, has both spellings; words joined by a hyphen or an apostrophe are also one word;
// what is written without spaces is found from each character.
func Words(text string) []string {
	whole := composed(text)
	var found []string
	for chunk := range strings.FieldsFuncSeq(whole, separates) {
		parts := strings.FieldsFunc(chunk, joins)
		for _, part := range parts {
			found = append(found, spellings(part)...)
		}
		if len(parts) > 1 {
			found = append(found, spellings(strings.Join(parts, ""))...)
		}
	}
	return distinct(append(found, endings(whole)...))
}

// AddressWords returns the words by which an email address is found, sorted: the address, and its rest from each part.
func AddressWords(address string) []string {
	whole := strings.TrimSpace(composed(address))
	var found []string
	follows := false
	for i, r := range whole {
		if r == '@' || isPart(r) && !follows {
			found = append(found, spellings(whole[i:])...)
		}
		follows = isPart(r)
	}
	return distinct(found)
}

// Parts splits a text that is searched into the folded words of it that are separated or joined.
func Parts(text string) []string {
	var parts []string
	for part := range strings.FieldsFuncSeq(composed(text), func(r rune) bool { return !isPart(r) }) {
		if folded := fold(part); folded != "" {
			parts = append(parts, folded)
		}
	}
	return parts
}

// IsJoined reports whether nothing but hyphens and apostrophes separates the words of the text.
func IsJoined(text string) bool { return !strings.ContainsFunc(composed(text), separates) }

// separates reports whether the character stands between words.
func separates(r rune) bool { return !isPart(r) && !joins(r) }

// otherSpellings are the second spellings of letters, which may be written as two. The first is what they are folded to.
var otherSpellings = map[[2]rune]string{
	{'ä'}: "ae", {'ö'}: "oe", {'ü'}: "ue", {'å'}: "aa", {'ø'}: "oe", {'æ'}: "a", {'œ'}: "o",
	{'a', 'e'}: "a", {'o', 'e'}: "o", {'u', 'e'}: "u", {'a', 'a'}: "a",
}

// mostSpellings is the maximum number of spellings of a word. One with more such letters has two, all short and all long.
const mostSpellings = 8

// spellings returns a word in each spelling of its umlauts: muller and mueller, for Müller as for Mueller.
func spellings(word string) []string {
	if isPlain(word) {
		return []string{word}
	}
	var ways [][]string // to write each letter that has two spellings, and each part of the word between these
	count := 1
	letters, folded := []rune(word), 0
	foldUntil := func(end int) {
		if end > folded {
			ways = append(ways, []string{fold(string(letters[folded:end]))})
		}
	}
	for i := 0; i < len(letters); {
		length, other := otherSpelling(letters[i:])
		if other == "" {
			i++
			continue
		}
		foldUntil(i)
		written := []string{fold(string(letters[i : i+length])), other}
		slices.SortFunc(written, func(a, b string) int { return len(a) - len(b) })
		ways = append(ways, written)
		count *= 2
		i += length
		folded = i
	}
	foldUntil(len(letters))
	if count > mostSpellings {
		return []string{spelled(ways, 0), spelled(ways, -1), fold(word)}
	}
	all := make([]string, count)
	for choices := range all {
		all[choices] = spelled(ways, choices)
	}
	return all
}

// otherSpelling returns the second spelling of the letter with which a text begins, "" if it has none, and as how many it is written.
func otherSpelling(letters []rune) (length int, other string) {
	if len(letters) > 1 {
		if other := otherSpellings[[2]rune(letters)]; other != "" {
			return 2, other
		}
	}
	return 1, otherSpellings[[2]rune{letters[0]}]
}

// isPlain reports whether a word, which is composed, has one spelling and is folded. Most are.
func isPlain(word string) bool {
	var before rune
	for _, letter := range word {
		if letter >= utf8.RuneSelf || otherSpellings[[2]rune{before, letter}] != "" {
			return false
		}
		before = letter
	}
	return true
}

// spelled writes a word. Each bit of the choices chooses between the two ways of a letter.
func spelled(ways [][]string, choices int) string {
	var word strings.Builder
	for _, written := range ways {
		if len(written) == 1 {
			word.WriteString(written[0])
			continue
		}
		word.WriteString(written[choices&1])
		choices >>= 1
	}
	return word.String()
}

// unspaced are the scripts that are written without spaces between words.
var unspaced = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
}

// endings returns the rest of the text from each letter of an unspaced script, as if nothing separated such words: the given
// name in 山田太郎 and 山田 太郎 alike.
func endings(whole string) []string {
	var joined strings.Builder
	last := ' '
	for word := range strings.FieldsFuncSeq(whole, func(r rune) bool { return !isPart(r) }) {
		first, _ := utf8.DecodeRuneInString(word)
		if !unicode.In(first, unspaced...) || !unicode.In(last, unspaced...) {
			joined.WriteByte(' ')
		}
		joined.WriteString(word)
		last, _ = utf8.DecodeLastRuneInString(word)
	}
	var found []string
	for word := range strings.FieldsSeq(joined.String()) {
		for i, r := range word {
			if unicode.In(r, unspaced...) && !unicode.Is(unicode.M, r) {
				found = append(found, fold(word[i:]))
			}
		}
	}
	return found
}

// distinct sorts the words and drops those that occur twice, and what was nothing but marks.
func distinct(words []string) []string {
	slices.Sort(words)
	return slices.DeleteFunc(slices.Compact(words), func(word string) bool { return word == "" })
}
