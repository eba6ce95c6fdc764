package civil

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// zoneCountries lists countries by their ISO 3166-1 codes, each with the time zones that are in no other: those of the
// IANA's zone.tab, and former names of them.
//
//go:embed zone_countries.txt
var zoneCountries string

var countryOfZone = sync.OnceValue(func() map[string]string {
	countries := map[string]string{}
	for line := range strings.Lines(zoneCountries) {
		country, zones, _ := strings.Cut(line, " ")
		for zone := range strings.FieldsSeq(zones) {
			countries[zone] = country
		}
	}
	return countries
})

// Country returns the ISO 3166-1 code of the country that the zone is in; empty if it is in none or several, as UTC and CET are.
func (z Zone) Country() string { return countryOfZone()[z.String()] }

// Countries returns the ISO 3166-1 codes of the countries with a time zone, sorted.
func Countries() []string {
	var codes []string
	for line := range strings.Lines(zoneCountries) {
		codes = append(codes, line[:2])
	}
	return codes
}

// IsCountry reports whether the text is one of [Countries].
func IsCountry(code string) bool { return slices.Contains(Countries(), code) }
