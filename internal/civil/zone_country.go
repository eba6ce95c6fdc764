package civil

import (
	_ "embed"
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
