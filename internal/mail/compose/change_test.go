package compose_test

import (
	"strings"
	"testing"
	"time"

	"visavis/ent/mail"
	"visavis/internal/civil"
	"visavis/internal/locale"
	"visavis/internal/mail/compose"
)

func TestAMoveSaysWhatWasBefore(t *testing.T) {
	const before = "Bisheriger Termin: Montag, 23. November 2026, 10:00 Uhr (MEZ, Europe/Berlin)\n"
	for _, test := range []struct {
		name  string
		from  *compose.Known
		lines []string
		not   []string
	}{
		{"time and person", &compose.Known{Start: now.Add(25 * time.Hour), Staff: "Ben"}, []string{"Mit wem: Anna\nBisher mit: Ben\n", before}, nil},
		{"the time", &compose.Known{Start: now.Add(25 * time.Hour), Staff: "Anna"}, []string{before}, []string{"Bisher mit"}},
		{"the person", &compose.Known{Start: now.Add(49 * time.Hour), Staff: "Ben"}, []string{"Bisher mit: Ben\n"}, []string{"Bisheriger Termin"}},
		{"back to what it was", &compose.Known{Start: now.Add(49 * time.Hour), Staff: "Anna"}, nil, []string{"Bisher"}},
		{"nobody knows by whom", &compose.Known{Start: now.Add(25 * time.Hour)}, []string{before}, []string{"Bisher mit"}},
		{"the service", &compose.Known{Start: now.Add(49 * time.Hour), Staff: "Anna", Service: "Pflegeberatung", Length: 30 * time.Minute},
			[]string{"Was: Farbberatung\nBisher: Pflegeberatung\n"}, []string{"Bisherige", "Bisher mit"}},
		{"the length", &compose.Known{Start: now.Add(49 * time.Hour), Staff: "Anna", Length: 45 * time.Minute},
			[]string{"Dauer: 30 Minuten\nBisherige Dauer: 45 Minuten\n"}, []string{"Bisher:"}},
		{"unknown", nil, nil, []string{"Bisher"}},
	} {
		f := consultation(t, mail.KindMOVED, locale.German)
		f.ChangedFrom = test.from
		text := written(t, f).Text
		for _, line := range test.lines {
			if !strings.Contains(text, line) {
				t.Errorf("%s: no %q in\n%s", test.name, line, text)
			}
		}
		for _, part := range test.not {
			if strings.Contains(text, part) {
				t.Errorf("%s: there is %q in\n%s", test.name, part, text)
			}
		}
	}
}

func TestCustomersElsewhereReadTheirOwnTimeToo(t *testing.T) {
	for zone, want := range map[string]string{
		"Asia/Tokyo":       "Bei dir: Dienstag, 24. November 2026, 18:00 Uhr (JST, Asia/Tokyo)\n",
		"Pacific/Auckland": "Bei dir: Dienstag, 24. November 2026, 22:00 Uhr (NZDT, Pacific/Auckland)\n",
		"Europe/Vienna":    "", // the same clock
		"Europe/Berlin":    "",
	} {
		there, err := civil.LoadZone(zone)
		if err != nil {
			t.Fatal(err)
		}
		f := consultation(t, mail.KindREMINDER, locale.German)
		f.CustomerZone = &there
		if text := written(t, f).Text; strings.Contains(text, "Bei dir") != (want != "") || !strings.Contains(text, want) {
			t.Errorf("%s: no %q in\n%s", zone, want, text)
		}
	}
}

// The file moves the entry that the customer has; the websites would add another one.
func TestWhereTheCalendarLinksStand(t *testing.T) {
	for _, kind := range []mail.Kind{mail.KindTO_CONFIRM, mail.KindCONFIRMED, mail.KindMOVED, mail.KindOFFER, mail.KindCANCELLED, mail.KindREMINDER} {
		f := everything(t, kind, locale.German)
		text := written(t, f).Text
		hasFile, hasWebsites := kind != mail.KindTO_CONFIRM && kind != mail.KindOFFER && kind != mail.KindCANCELLED, kind == mail.KindCONFIRMED
		if strings.Contains(text, f.CalendarURL) != hasFile {
			t.Errorf("%s: the file is there: %t", kind, !hasFile)
		}
		for _, website := range []string{"Google: https://calendar.google.com/", "Outlook.com: https://outlook.live.com/", "Microsoft 365: https://outlook.office.com/"} {
			if strings.Contains(text, website) != hasWebsites {
				t.Errorf("%s: %s is there: %t", kind, website, !hasWebsites)
			}
		}
	}
}
