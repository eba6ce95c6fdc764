package phone_test

import (
	"slices"
	"testing"

	. "visavis/internal/phone"
)

func TestANumberIsAlikeHoweverItIsTyped(t *testing.T) {
	for _, test := range []struct {
		one, other string
		isAlike    bool
	}{
		{"0170 1000005", "0170/1000005", true},
		{"0170 1000005", "+49 (0)170 1000005", true},
		{"+49 170 1000005", "0049170 1000005", true},
		{"+49 170 1000005", "0170 1000005", true},
		{"privat 0170 1000005 / 030 1234567", "+49 30 1234567", true},
		{"(202) 555-0123", "+1 202 555 0123", true},
		{"+49 170 1000005", "+43 170 1000005", false},
		{"0170 1000005", "0170 100000", false},
		{"0170 1000005", "0171 1000005", false},
		{"1234", "1234", false}, // an extension
		{"", "", false},
	} {
		for _, pair := range [][2]string{{test.one, test.other}, {test.other, test.one}} {
			kept := Keys(pair[1])
			found := slices.ContainsFunc(Alike(pair[0]), func(key string) bool { return slices.Contains(kept, key) })
			if found != test.isAlike {
				t.Errorf("%q and %q are alike: %v, want %v", pair[0], pair[1], found, test.isAlike)
			}
		}
	}
}
