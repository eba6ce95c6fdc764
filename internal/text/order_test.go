package text_test

import (
	"bytes"
	"encoding/hex"
	"testing"

	"golang.org/x/text/unicode/norm"

	. "visavis/internal/text"
)

func TestNamesAreInOrder(t *testing.T) {
	for _, names := range [][]string{
		{"anna", "Anna", "Ärzte", "Berta", "Özlem", "Zoë", "zoo"},
		{"Filiale", "Filiale 2", "Filiale 2 Nord", "Filiale 10", "Filiale 010a", "Filiale 100", "Filiale Mitte"},
		{"2", "10", "９９", "100", "1000", "A 9", "A 10"},
		{"Muller", "Müller", "Müllers", "Mullerz"},
		{"Groß", "Großmann", "Grossmanns", "Grote"},
		{"Anna Zander", "Anna-Lena Aal", "Annabell", "Annelie"},
		{"Łukasz", "Zając", "Żak", "Zenon"},
		{"Zoe", "Анна", "Яна", "김민수", "あべ", "山田"},
	} {
		for i := range names[1:] {
			if a, b := OrderKey(names[i]), OrderKey(names[i+1]); bytes.Compare(a, b) >= 0 {
				t.Errorf("%s is not before %s: %x %x", names[i], names[i+1], a, b)
			}
		}
	}
}

// TestOrderKeysStayTheSame fails if stored keys are out of date: then a migration must clear them.
func TestOrderKeysStayTheSame(t *testing.T) {
	for name, want := range map[string]string{
		"Anna":      "15ef174f174f15ef0000000008",
		"Ärzte 10":  "15ef17bd18951816164c010914f0000214e714e6000000200047000008",
		"山田 Łukasz": "815c7181753001091711183616ff15ef17f3189500000020002000200020007d000002020208",
	} {
		if got := hex.EncodeToString(OrderKey(name)); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func FuzzOrderKey(f *testing.F) {
	for _, name := range []string{"Anna", "Ärzte 10", "1\xc3", "\xff0", "0", "00a", "1\u0301", "ﷺﷺ", "\u0301\u0300a", "٣٤", "", "\u0000", "\u200d"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		key := OrderKey(name)
		if len(key) > 600 {
			t.Errorf("the key has %d bytes", len(key))
		}
		if !bytes.Equal(key, OrderKey(norm.NFD.String(name))) || !bytes.Equal(key, OrderKey(norm.NFC.String(name))) {
			t.Errorf("the key of %+q depends on the normal form", name)
		}
	})
}
