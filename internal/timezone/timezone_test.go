package timezone

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	_ "time/tzdata"

	"visavis/internal/civil"
	"visavis/internal/locale"
)

const november civil.Instant = 1795420800 // 2026-11-23

func find(t *testing.T, l locale.Locale, id string) string {
	t.Helper()
	for _, z := range Zones(l, november) {
		if z.ID == id {
			return fmt.Sprintf("%s, %d minutes, alias %s", z.Name, z.OffsetMinutes, strings.Join(z.Aliases, " "))
		}
	}
	t.Fatalf("%s is not listed", id)
	return ""
}

func TestZonesHaveNamesOffsetsAndAliases(t *testing.T) {
	for _, test := range []struct{ id, german, english string }{
		{"Europe/Berlin", "Berlin (Deutschland), 60 minutes, alias Atlantic/Jan_Mayen", "Berlin (Germany), 60 minutes, alias Atlantic/Jan_Mayen"},
		{"Europe/Kyiv", "Kiew (Ukraine), 120 minutes, alias Europe/Kiev Europe/Uzhgorod Europe/Zaporozhye", "Kyiv (Ukraine), 120 minutes, alias Europe/Kiev Europe/Uzhgorod Europe/Zaporozhye"},
		{"Asia/Kolkata", "Kalkutta (Indien), 330 minutes, alias Asia/Calcutta", "Kolkata (India), 330 minutes, alias Asia/Calcutta"},
		{"Asia/Singapore", "Singapur, 480 minutes, alias Singapore", "Singapore, 480 minutes, alias Singapore"},
		{"Europe/Oslo", "Oslo (Norwegen), 60 minutes, alias ", "Oslo (Norway), 60 minutes, alias "},
		{"America/St_Johns", "St. John’s (Kanada), -210 minutes, alias Canada/Newfoundland", "St. John’s (Canada), -210 minutes, alias Canada/Newfoundland"},
		{"UTC", "UTC, 0 minutes, alias Etc/UCT Etc/UTC Etc/Universal Etc/Zulu UCT Universal Zulu", "UTC, 0 minutes, alias Etc/UCT Etc/UTC Etc/Universal Etc/Zulu UCT Universal Zulu"},
		{"Etc/GMT+5", "UTC−05:00, -300 minutes, alias ", "UTC−05:00, -300 minutes, alias "},
	} {
		if got := find(t, locale.German, test.id); got != test.german {
			t.Errorf("in German, %s is %s", test.id, got)
		}
		if got := find(t, locale.English, test.id); got != test.english {
			t.Errorf("in English, %s is %s", test.id, got)
		}
	}
}

func TestZonesAreSortedAsNamesAre(t *testing.T) {
	german := Zones(locale.German, november)
	place := func(id string) int { return slices.IndexFunc(german, func(z *Zone) bool { return z.ID == id }) }
	// Tokio, Ürümqi, Wien
	if tokyo, urumqi, vienna := place("Asia/Tokyo"), place("Asia/Urumqi"), place("Europe/Vienna"); tokyo < 0 || tokyo > urumqi || urumqi > vienna {
		t.Errorf("Tokyo is number %d, Urumqi %d, Vienna %d", tokyo, urumqi, vienna)
	}
}

func TestEveryZoneAndAliasIsKnownOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, z := range Zones(locale.English, november) {
		for _, id := range append([]string{z.ID}, z.Aliases...) {
			if _, err := civil.LoadZone(id); err != nil || seen[id] {
				t.Errorf("%s: %v, seen %t", id, err, seen[id])
			}
			seen[id] = true
		}
	}
	if len(seen) < 590 || len(zones()) < 440 {
		t.Errorf("%d IDs of %d zones", len(seen), len(zones()))
	}
}

func TestOthers(t *testing.T) {
	for id, want := range map[string]string{
		"Europe/Kiev": "Europe/Kyiv Europe/Uzhgorod Europe/Zaporozhye", "Asia/Calcutta": "Asia/Kolkata", "Asia/Kolkata": "Asia/Calcutta",
		"Europe/Oslo": "", "Mars/Olympus": "",
	} {
		if got := strings.Join(Others(id), " "); got != want {
			t.Errorf("others of %s: %s", id, got)
		}
	}
}
