package locale

import (
	"strings"
	"testing"

	"golang.org/x/text/language"
)

func TestNegotiate(t *testing.T) {
	for header, want := range map[string]Locale{
		"":                        English,
		"de":                      German,
		"de-AT,de;q=0.9,en;q=0.5": German,
		"en-GB":                   English,
		"fr, de;q=0.5":            French,
		"fr-CA":                   French,
		"tr-TR,tr;q=0.9":          Turkish,
		"es, de;q=0.5":            German,
		"es":                      English,
		"\x00 nonsense;;":         English,
	} {
		if got := Negotiate(header); got != want {
			t.Errorf("Negotiate(%q) = %s, want %s", header, got, want)
		}
	}
}

func TestChoose(t *testing.T) {
	for asked, want := range map[string]Locale{"": German, "fr": French, "TR": Turkish, "fr-CA": French, "es": German, "xx": German, "\x00": German} {
		if got := Choose(asked, "de"); got != want {
			t.Errorf("Choose(%q) = %s, want %s", asked, got, want)
		}
	}
}

func TestEachLanguageHasItsTag(t *testing.T) {
	for _, l := range All() {
		if got := Locale(strings.ToUpper(l.Tag().String())); got != l {
			t.Errorf("%s has the tag %s", l, got)
		}
	}
	if got := Locale("XX").Tag(); got != language.English {
		t.Errorf("an unknown language has the tag %s", got)
	}
}
