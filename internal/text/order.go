// Package text makes the keys by which names are sorted and searched. They are the same whatever the database, the
// language of the machine, and the normal form in which a name was typed.
//
// Keys are stored. Whoever changes what a function returns, or the version of golang.org/x/text, adds a migration that
// clears them: the start makes missing keys. The test of examples tells.
package text

import (
	"bytes"
	"strings"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// keyLength is the maximum length of a stored key in bytes. PostgreSQL indexes no value of more than 2,704 bytes, and a
// single character may have dozens of weights.
const keyLength = 600

// OrderKey returns the bytes by which lists sort a name: letters before marks before case, and numbers by their value, such as
// anna, Ärzte, Filiale 2, Filiale 10, Zoë.
func OrderKey(name string) []byte {
	collator := collators.Get().(*collate.Collator)
	defer collators.Put(collator)
	var buffer collate.Buffer
	key := collator.KeyFromString(&buffer, norm.NFKD.String(visible(name)))
	return bytes.Clone(key[:min(len(key), keyLength)])
}

// collators are not safe for concurrent use.
var collators = sync.Pool{New: func() any { return collate.New(language.Und, collate.Numeric) }}

// visible drops invisible characters and what is no UTF-8, with which the collator would never end.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		if isInvisible(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, " "))
}
