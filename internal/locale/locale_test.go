package locale

import "testing"

func TestNegotiate(t *testing.T) {
	for header, want := range map[string]Locale{
		"":                        English,
		"de":                      German,
		"de-AT,de;q=0.9,en;q=0.5": German,
		"en-GB":                   English,
		"fr, de;q=0.5":            German,
		"fr":                      English,
		"\x00 nonsense;;":         English,
	} {
		if got := Negotiate(header); got != want {
			t.Errorf("Negotiate(%q) = %s, want %s", header, got, want)
		}
	}
}

func TestTextIn(t *testing.T) {
	text := Text{German: "Guten Tag", English: "Good day"}
	if text.In(German) != "Guten Tag" || text.In(English) != "Good day" {
		t.Error("the languages are mixed up")
	}
}
