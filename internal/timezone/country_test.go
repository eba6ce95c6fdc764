package timezone

import (
	"slices"
	"strings"
	"testing"
	"time"

	"visavis/internal/civil"
	"visavis/internal/locale"
)

func TestAllZonesOfACountryNameIt(t *testing.T) {
	const inNone = "CET CST6CDT EET EST EST5EDT HST MET MST MST7MDT PST8PDT WET Antarctica/South_Pole"
	for _, zone := range Zones(locale.English, civil.InstantOf(time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC))) {
		if countryOf(t, zone.ID) == "" {
			continue
		}
		for _, alias := range zone.Aliases {
			if isInNone := slices.Contains(strings.Fields(inNone), alias); isInNone != (countryOf(t, alias) == "") {
				t.Errorf("%s is in %q", alias, countryOf(t, alias))
			}
		}
	}
	for id, country := range map[string]string{"Iceland": "IS", "Africa/Timbuktu": "ML", "GB": "GB", "Japan": "JP", "US/Arizona": "US", "Pacific/Yap": "FM"} {
		if got := countryOf(t, id); got != country {
			t.Errorf("%s is in %q", id, got)
		}
	}
}

func countryOf(t *testing.T, id string) string {
	t.Helper()
	zone, err := civil.LoadZone(id)
	if err != nil {
		t.Fatal(err)
	}
	return zone.Country()
}
