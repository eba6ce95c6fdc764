// Package lookup keeps the keys by which lists are sorted and customers are found, and finds customers by them. The keys are
// bytes that are made here, so that both databases sort and find alike.
package lookup

import (
	"slices"

	"visavis/internal/phone"
	"visavis/internal/text"
)

// word is the first byte of the keys of names and email addresses. Those of phone numbers have others, see [phone.Keys].
const word = "w"

// keyLength is the maximum length of a key in bytes.
const keyLength = 100

// keysOf returns the keys by which a customer is found, sorted.
func keysOf(name, email, number string) []string {
	keys := phone.Keys(text.Fold(number))
	for _, found := range slices.Concat(text.Words(name), text.AddressWords(email)) {
		keys = append(keys, word+found)
	}
	for i, key := range keys {
		keys[i] = cut(key)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

func cut(key string) string { return key[:min(len(key), keyLength)] }
