package salon

import (
	"strings"
	"testing"
)

func TestSlugsAreMadeOfNames(t *testing.T) {
	for name, want := range map[string]string{
		"Salon Mitte":                         "salon-mitte",
		"Schöne Haare Köln":                   "schoene-haare-koeln",
		"  Straße & Söhne 2 ":                 "strasse-soehne-2",
		"Café Crème":                          "cafe-creme",
		"IŞIK Işık Şişli":                     "isik-isik-sisli",
		"Ko\u0308ln":                          "koeln",
		"---":                                 "salon",
		"美容室":                                 "salon",
		"美容室 Tokyo":                           "tokyo",
		"L'Atelier d’Amélie":                  "l-atelier-d-amelie",
		"ÄÖÜ":                                 "aeoeue",
		"salon-mitte":                         "salon-mitte",
		"Salon__Mitte (neu!!)":                "salon-mitte-neu",
		strings.Repeat("ä", 100):              strings.Repeat("ae", 50),
		strings.Repeat("x", 99) + " am Anger": strings.Repeat("x", 99),
	} {
		got := slugOf(name)
		if got != want {
			t.Errorf("%q becomes %q, want %q", name, got, want)
		}
		var f setupForm
		if f.slug("slug", &got); len(f.List) > 0 {
			t.Errorf("%q is refused: %v", got, f.Err())
		}
	}
}

func TestInvalidSlugs(t *testing.T) {
	for _, slug := range []string{"", "Mitte", "salon mitte", "-mitte", "mitte-", "a--b", "köln", "mitte/west", "../etc"} {
		var f setupForm
		if f.slug("slug", &slug); len(f.List) != 1 {
			t.Errorf("%q is taken", slug)
		}
	}
}
