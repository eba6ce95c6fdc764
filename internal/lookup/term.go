package lookup

import (
	"strings"

	"visavis/internal/phone"
	"visavis/internal/text"
)

// A Term is a part of a search. It matches if any of its alternatives does; of one, all prefixes of keys must be found.
type Term [][]string

// mostTerms is the maximum number of terms of a search; what follows them is ignored.
const mostTerms = 12

// Read splits a search into terms, all of which a customer must match, in any order: words, email addresses and phone
// numbers, each complete or only begun. Numbers without a country calling code are read as those of the countries.
func Read(search string, countries []string) []Term {
	chunks := strings.Fields(text.Fold(search))
	var terms []Term
	for len(chunks) > 0 && len(terms) < mostTerms {
		numbers := 0
		for numbers < len(chunks) && phone.IsTyped(chunks[numbers]) {
			numbers++
		}
		length := max(numbers, 1)
		typed := chunks[:length]
		chunk := strings.Join(typed, " ")
		chunks = chunks[length:]
		var term Term
		switch {
		case numbers > 1:
			term = append(numberTerm(chunk, countries), apart(typed, countries)...)
		case numbers > 0:
			term = numberTerm(chunk, countries)
		case strings.Contains(chunk, "@"):
			term = addressTerm(chunk)
		default:
			term = wordTerm(chunk)
		}
		if len(term) > 0 {
			terms = append(terms, term)
		}
	}
	return terms
}

// numberTerm finds a phone number, and words that begin with the digits.
func numberTerm(typed string, countries []string) Term {
	term := wordTerm(typed)
	for _, prefix := range phone.Prefixes(typed, countries) {
		term = append(term, []string{cut(prefix)})
	}
	return term
}

// apart finds numbers that are not the parts of one, in any order: all as words, or the first or the last as a word and the
// others as a phone number.
func apart(typed, countries []string) Term {
	last := len(typed) - 1
	term := Term{wordsOf(typed...)}
	for _, one := range []struct{ word, number []string }{{typed[:1], typed[1:]}, {typed[last:], typed[:last]}} {
		for _, prefix := range phone.Prefixes(strings.Join(one.number, " "), countries) {
			term = append(term, append(wordsOf(one.word...), cut(prefix)))
		}
	}
	return term
}

// wordsOf returns the keys of all words that are typed.
func wordsOf(typed ...string) (keys []string) {
	for _, one := range typed {
		for _, part := range text.Parts(one) {
			keys = append(keys, cut(word+part))
		}
	}
	return keys
}

// addressTerm finds an email address from the beginning of a part of it.
func addressTerm(typed string) Term {
	typed = strings.Trim(typed, `<>()[]{},;:"'`)
	if len(text.Parts(typed)) == 0 {
		return nil
	}
	return Term{{cut(word + typed)}}
}

// wordTerm finds all words of a text, or these as one word if they are joined.
func wordTerm(typed string) Term {
	parts := text.Parts(typed)
	if len(parts) == 0 {
		return nil
	}
	term := Term{wordsOf(typed)}
	if len(parts) > 1 && text.IsJoined(typed) {
		term = append(term, []string{cut(word + strings.Join(parts, ""))})
	}
	return term
}
