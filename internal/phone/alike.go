package phone

import (
	"slices"
	"strings"
)

// Alike returns the keys of the numbers in a text however they are typed: with the country calling code or without. Numbers that do not
// need what is before them alone, so that extensions find nobody.
func Alike(text string) []string {
	var keys []string
	for _, n := range numbers(text) {
		if len(n.digits) < shortestWithArea {
			continue
		}
		if n.isForeign {
			code, rest := significant(n.digits)
			keys = append(keys, string(international)+code+rest, string(local)+trunkOf(code)+rest, string(local)+rest)
			continue
		}
		keys = append(keys, string(local)+n.digits, string(national)+strings.TrimPrefix(n.digits, "0"))
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}
