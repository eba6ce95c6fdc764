// Package text makes the keys by which names are sorted and searched. They are the same whatever the database, the
// language of the machine, and the normal form in which a name was typed.
//
// Keys are stored. A change of what a function returns, or of the version of golang.org/x/text, needs a migration that clears
// them: the start makes missing keys. The test of examples fails without it.
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
	key = trimmed(key)
	return bytes.Clone(key[:min(len(key), keyLength)])
}

// trimmed shortens a key by the least weights at the end of the marks and of the cases: what lacks them is before what has others
// there, just as they are. Most names have nothing else, so that indexes are half as large.
func trimmed(key []byte) []byte {
	marks := 0
	for !endsAt(key, marks) {
		marks += 2
		if key[marks-2]&0x80 != 0 {
			marks++ // a large weight has three bytes
		}
	}
	cases := marks + 2
	for !endsAt(key, cases) {
		cases += 2
	}
	if cases+2 > len(key) {
		return key
	}
	short := bytes.Clone(key[:cases])
	for len(short) > marks+2 && bytes.HasSuffix(short, leastMark) {
		short = short[:len(short)-len(leastMark)]
	}
	return append(short, bytes.TrimRight(key[cases:], leastCase)...)
}

// endsAt reports whether the weights of a level end at the position, with two zeros or the key.
func endsAt(key []byte, at int) bool { return at+2 > len(key) || key[at] == 0 && key[at+1] == 0 }

// The weights of what has no mark and is in lower case.
var leastMark = []byte{0, 0x20}

const leastCase = "\x02"

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
