package phone_test

import (
	"slices"
	"strings"
	"testing"

	. "visavis/internal/phone"
)

func TestNumbersAreFound(t *testing.T) {
	for _, test := range []struct{ stored, countries, finds, misses string }{
		{"+49 170 1000005", "", "0170 1000005|+49 170 1000005|0049 170 1000005|+49 (0)170/1000005|(0170) 1000005|0170|+49|+4|0|1701000|49 170 1000005|0005|000005", "0171|+43|0170 1000006|005|1000|0050"},
		{"0170 1000005", "DE", "0170 1000005|+49 170 1000005|0049 170 1000005|+49 (0)170|0170-1000|170 100|49 170 1|0005", "+43 170|0171|1000"},
		{"0170/1000005", "", "0170 1000005|+49 170 1000005|170 1|0005", "0171"},
		{"170 1000005", "", "0170 1000005|+49 170 1000005|170", "0171"},
		{"+49 (0) 30 1234567", "", "030 123|+4930123|4567", "0030"},
		{"+49 030 1234567", "", "030 123|+4930123|+49 030|4567", ""},
		{"+39 06 698 12345", "IT", "06 698|+39 06 698|0669812345|2345", "698"},
		{"06 698 12345", "IT", "+39 06 698|06 698", "+39 698"},
		{"+7 912 345-67-89", "RU", "8 912 345|8 (912) 345-67-89|+7912|912 345|6789", "8 913"},
		{"8 (912) 345-67-89", "RU", "+7 912 345 67 89|912 345|8912|6789", "+7 913"},
		{"+36 30 123 4567", "HU", "06 30 123|+36 30|30 123|06301234567", "06 31"},
		{"06 30 123 4567", "HU", "+36 30 123|30 123|0630", "+36 31"},
		{"+1 (212) 555-2368", "US", "212 555|1 212 555|(212) 555-2368|+1 212|2368", "213"},
		{"(212) 555-2368", "US", "+1 212 555 2368|1-212-555-2368|212", "213"},
		{"+54 9 11 2345-6789", "AR", "011 15-2345-6789|6789", "011 15-2345-6780"},
		{"+43 660 1234567", "AT", "0660 123|0660/1234567|+43660", "0661"},
		{"+41 79 123 45 67", "CH", "079 123 45 67|079/1234567|79 123", "078"},
		{"+90 532 123 45 67", "TR", "0532 123|532", "0533"},
		{"+48 601 234 567", "PL", "601 234 567|601234|+48601", "602"},
		{"+33 6 12 34 56 78", "FR", "06 12 34 56 78|06.12.34.56.78|0612", "0613"},
		{"+380 67 123 4567", "UA", "067 123|+38067|380 67", "068"},
		{"0170 1000005, privat 030 7654321", "DE", "0170|030 765|+49 30 765|0005|4321", "031"},
		{"0170 1000005 / 030 7654321", "DE", "0170|030 765|0005|4321", "031"},
		{"030 / 7654321", "DE", "030 765|030/7654321|4321", "7654"},
		{"110", "DE", "110|11", "1100"},
	} {
		keys := Keys(test.stored)
		countries := strings.Fields(test.countries)
		for _, typed := range strings.Split(test.finds, "|") {
			if !isFound(keys, Prefixes(typed, countries)) {
				t.Errorf("%s is not found by %s: %v, %v", test.stored, typed, keys, Prefixes(typed, countries))
			}
		}
		for _, typed := range strings.Split(test.misses, "|") {
			if typed != "" && isFound(keys, Prefixes(typed, countries)) {
				t.Errorf("%s is found by %s: %v, %v", test.stored, typed, keys, Prefixes(typed, countries))
			}
		}
	}
}

func isFound(keys, prefixes []string) bool {
	return slices.ContainsFunc(keys, func(key string) bool {
		return slices.ContainsFunc(prefixes, func(prefix string) bool { return strings.HasPrefix(key, prefix) })
	})
}

func TestWhatIsNoNumberHasNoKeys(t *testing.T) {
	for _, text := range []string{"", "+", "-", "keine", "12", "ext. 5", "()", "+()"} {
		if keys := Keys(text); len(keys) > 0 {
			t.Errorf("%s has the keys %q", text, keys)
		}
	}
}

// FuzzNumbers checks that a number is found by what was typed, and by its last digits.
func FuzzNumbers(f *testing.F) {
	for _, number := range []string{"+49 170 1000005", "0170 1000005", "+54 9 11 2345-6789", "+39 06 69812345", "0049 (0)30 1", "+(0)(0)", "000", "+8 / 1", "110", "99999999999999999999999"} {
		f.Add(number, "DE")
	}
	f.Fuzz(func(t *testing.T, number, country string) {
		keys := Keys(number)
		if len(keys) == 0 || !IsTyped(number) || strings.Contains(number, " / ") {
			return
		}
		if !isFound(keys, Prefixes(number, []string{country})) {
			t.Errorf("%q is not found by itself: %v, %v", number, keys, Prefixes(number, []string{country}))
		}
	})
}
