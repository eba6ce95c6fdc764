package phone

import (
	"strconv"
	"strings"

	"github.com/nyaruka/phonenumbers"
)

// longestCode is the maximum number of digits of a country calling code.
const longestCode = 3

// split returns the country calling code at the beginning of a number and what follows it. The code is empty if there is
// none, for example because it is not complete yet.
func split(digits string) (code, rest string) {
	for length := 1; length <= min(longestCode, len(digits)); length++ {
		number, err := strconv.Atoi(digits[:length])
		if err == nil && phonenumbers.GetRegionCodeForCountryCode(number) != phonenumbers.UNKNOWN_REGION {
			return digits[:length], digits[length:]
		}
	}
	return "", digits
}

// significant is split, without a trunk prefix that does not belong behind a country calling code.
func significant(digits string) (code, rest string) {
	code, rest = split(digits)
	if parsed, err := phonenumbers.Parse("+"+digits, phonenumbers.UNKNOWN_REGION); err == nil && phonenumbers.IsValidNumber(parsed) {
		return code, phonenumbers.GetNationalSignificantNumber(parsed)
	}
	if trunk := trunkOf(code); strings.HasPrefix(trunk, "0") {
		rest = strings.TrimPrefix(rest, trunk)
	}
	return code, rest
}

// trunkOf returns what is dialed before a number within the countries with a calling code.
func trunkOf(code string) string {
	number, err := strconv.Atoi(code)
	if err != nil {
		return ""
	}
	return trunkIn(phonenumbers.GetRegionCodeForCountryCode(number))
}

// trunkIn returns what is dialed before a number within a country.
func trunkIn(country string) string { return phonenumbers.GetNddPrefixForRegion(country, true) }

// codeOf returns the calling code of a country; empty if it has none.
func codeOf(country string) string {
	if number := phonenumbers.GetCountryCodeForRegion(country); number > 0 {
		return strconv.Itoa(number)
	}
	return ""
}

// complete returns the ways to write a complete number: with the country calling code, and as typed within the country. It
// returns nothing for other numbers.
func complete(typed, country string) (foreign, domestic string) {
	parsed, err := phonenumbers.Parse(typed, country)
	if err != nil || !phonenumbers.IsValidNumber(parsed) {
		return "", ""
	}
	foreign = strconv.Itoa(int(parsed.GetCountryCode())) + phonenumbers.GetNationalSignificantNumber(parsed)
	return foreign, digitsOf(phonenumbers.Format(parsed, phonenumbers.NATIONAL))
}
