package compose

import (
	"fmt"
	"strings"
	"time"

	"visavis/internal/civil"
	"visavis/internal/locale"
)

// momentOf writes an instant by the wall clock of the zone, and names the zone: its
// abbreviation also tells apart the hour that comes twice when clocks are put back.
func momentOf(l locale.Locale, zone civil.Zone, at civil.Instant) string {
	local := zone.Local(at)
	return fmt.Sprintf("%s, %s (%s, %s)", locale.Weekday(l, local), shortMomentOf(l, local), abbreviationOf(l, local), zone)
}

func shortMomentOf(l locale.Locale, local time.Time) string {
	text := locale.Date(l, local) + ", " + local.Format("15:04")
	if l == locale.German {
		text += " Uhr"
	}
	return text
}

// germanAbbreviations are those that German has of its own.
var germanAbbreviations = map[string]string{
	"CET": "MEZ", "CEST": "MESZ", "WET": "WEZ", "WEST": "WESZ", "EET": "OEZ", "EEST": "OESZ",
}

// abbreviationOf names the clock. Many zones have no letters for it, but +03.
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

// durationOf writes whole minutes.
func durationOf(l locale.Locale, d time.Duration) string {
	minutes := locale.Text{German: "Minuten", English: "minutes"}
	if d == time.Minute {
		minutes = locale.Text{German: "Minute", English: "minute"}
	}
	return fmt.Sprintf("%d %s", int(d/time.Minute), minutes.In(l))
}
