package civil_test

import "testing"

func TestAZoneNamesACountryIfThereIsOne(t *testing.T) {
	for zone, want := range map[string]string{
		"Europe/Berlin": "DE", "Europe/Vienna": "AT", "Europe/Zurich": "CH", "Europe/Kyiv": "UA", "Europe/Kiev": "UA", "America/New_York": "US", "US/Pacific": "US",
		"Asia/Tokyo": "JP", "UTC": "", "Etc/GMT+1": "", "CET": "", "EST5EDT": "", "Antarctica/South_Pole": "",
	} {
		if got := loadZone(t, zone).Country(); got != want {
			t.Errorf("%s is in %q, want %q", zone, got, want)
		}
	}
}
