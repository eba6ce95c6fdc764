package form

import (
	_ "embed"
	"strings"
)

// providers are the domains of well-known mail providers, the most frequent first, one a line. It also lists real domains that
// look like mistyped ones.
//
//go:embed providers.txt
var providers string

// ProviderMeant returns the domain of the mail provider that a mistyped domain probably means, such as gmail.com for
// gmial.com. It returns "" if the domain is a provider's, or looks like none.
func ProviderMeant(domain string) string {
	_, domain, _ = cutAddress(Address("@" + domain))
	meant, least := "", maximalTypos(domain)+1
	for provider := range strings.Lines(providers) {
		provider = strings.TrimSpace(provider)
		if provider == domain {
			return ""
		}
		if typos := typosBetween(domain, provider, least); typos < least {
			meant, least = provider, typos
		}
	}
	return meant
}

// maximalTypos returns how many typos a domain of that length may have: the shorter it is, the more names lie around it.
func maximalTypos(domain string) int {
	const short, long = 6, 9
	switch length := len(domain); {
	case length < short-1:
		return 0
	case length < long-1:
		return 1
	default:
		return 2
	}
}

// typosBetween returns the number of characters that are missing, too many, wrong or swapped with their neighbor. From the
// limit on it may return any number above.
func typosBetween(a, b string, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			wrong := 1
			if a[i-1] == b[j-1] {
				wrong = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+wrong)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
