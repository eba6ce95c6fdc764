package ical

import (
	"net/url"
	"strings"
	"testing"

	"visavis/internal/civil"
)

func TestDeepLinksSayWhatTheEntrySays(t *testing.T) {
	a := Appointment{
		Start: civil.Instant(1795510800), End: civil.Instant(1795512600), Summary: "Schnitt + Farbe & „Glanz“ · Salon Mitte", Location: "Salon Mitte, Auguststraße 12",
	}
	for link, want := range map[string]map[string]string{
		GoogleURL(a): {"action": "TEMPLATE", "text": a.Summary, "dates": "20261124T090000Z/20261124T093000Z", "location": a.Location},
		OutlookURL(Outlook, a): {
			"path": "/calendar/action/compose", "rru": "addevent", "subject": a.Summary, "startdt": "2026-11-24T09:00:00Z", "enddt": "2026-11-24T09:30:00Z", "location": a.Location,
		},
		OutlookURL(Microsoft365, a): {"subject": a.Summary, "startdt": "2026-11-24T09:00:00Z"},
	} {
		parsed, err := url.Parse(link)
		if err != nil || parsed.Scheme != "https" || strings.Contains(link, "+") {
			t.Errorf("%s: %v", link, err)
			continue
		}
		for name, value := range want {
			if got := parsed.Query()[name]; len(got) != 1 || got[0] != value {
				t.Errorf("%s: %s is %q, want %q", parsed.Host, name, got, value)
			}
		}
	}
}
