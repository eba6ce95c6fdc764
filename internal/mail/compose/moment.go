package compose

import (
	"fmt"
	"strings"
	"time"

	"visavis/internal/civil"
	"visavis/internal/locale"
)

// momentOf formats an instant in local time with the abbreviation of the zone, which also distinguishes the hour that
// repeats when clocks are put back.
func momentOf(l locale.Locale, zone civil.Zone, at civil.Instant) string {
	local := zone.Local(at)
	return fmt.Sprintf("%s (%s, %s)", locale.LongMoment(l, local), abbreviationOf(l, local), zone)
}

// germanAbbreviations are the German names of zones that have one. French and Turkish have none.
var germanAbbreviations = map[string]string{
	"CET": "MEZ", "CEST": "MESZ", "WET": "WEZ", "WEST": "WESZ", "EET": "OEZ", "EEST": "OESZ",
}

// abbreviationOf returns the abbreviation of the zone. Many zones have only an offset such as +03.
func abbreviationOf(l locale.Locale, local time.Time) string {
	name, _ := local.Zone()
	if strings.HasPrefix(name, "+") || strings.HasPrefix(name, "-") {
		return "UTC" + strings.Replace(name, "-", "−", 1)
	}
	if german := germanAbbreviations[name]; l == locale.German && german != "" {
		return german
	}
	return name
}
