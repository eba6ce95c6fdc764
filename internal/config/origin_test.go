package config

import (
	"reflect"
	"testing"
)

func TestThePublicOriginIsWrittenAsBrowsersDo(t *testing.T) {
	for publicURL, want := range map[string]string{
		"":                             "",
		"https://booking.example":      "https://booking.example",
		"https://booking.example/":     "https://booking.example",
		"HTTPS://Booking.Example":      "https://booking.example",
		"https://booking.example:443":  "https://booking.example",
		"http://booking.example:80/":   "http://booking.example",
		"http://booking.example:443":   "http://booking.example:443",
		"https://booking.example:8443": "https://booking.example:8443",
		"https://booking.example:":     "https://booking.example",
		"https://Frisör.example":       "https://xn--frisr-mua.example",
		"http://salon_server:8080":     "http://salon_server:8080",
		"http://192.0.2.7":             "http://192.0.2.7",
		"http://[2001:DB8::7]:80":      "http://[2001:db8::7]",
		"https://[2001:db8::7]:8443":   "https://[2001:db8::7]:8443",
	} {
		c, err := read(map[string]string{"VISAVIS_PUBLIC_URL": publicURL})
		if got := c.PublicOrigin(); err != nil || got != want {
			t.Errorf("%q has the origin %q (%v), want %q", publicURL, got, err, want)
		}
	}
}

func TestTrustedAreTheOwnOriginAndTheConfiguredOnes(t *testing.T) {
	for _, test := range []struct {
		publicURL, origins string
		want               []string
	}{
		{"", "", nil},
		{"https://booking.example", "", []string{"https://booking.example"}},
		{"", "https://Salon.example:443", []string{"https://salon.example"}},
		{"https://booking.example", "https://salon.example", []string{"https://booking.example", "https://salon.example"}},
	} {
		c, err := read(map[string]string{"VISAVIS_PUBLIC_URL": test.publicURL, "VISAVIS_CORS_ORIGINS": test.origins})
		if got := c.TrustedOrigins(); err != nil || !reflect.DeepEqual(got, test.want) {
			t.Errorf("%q and %q: got %q, %v", test.publicURL, test.origins, got, err)
		}
	}
}

func TestLinksCarryTheHostAsMailProgramsReadIt(t *testing.T) {
	c, err := read(map[string]string{"VISAVIS_PUBLIC_URL": "https://Termine.MÜLLER.example:443/"})
	if want := "https://termine.xn--mller-kva.example"; err != nil || c.PublicURL != want {
		t.Errorf("the links begin with %s, %v; want %s", c.PublicURL, err, want)
	}
}
