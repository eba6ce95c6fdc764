package text_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	. "visavis/internal/text"
)

func TestWords(t *testing.T) {
	for text, want := range map[string]string{
		"Anna Berg":          "anna berg",
		"Müller":             "mueller muller",
		"Mueller":            "mueller muller",
		"Mu\u0308ller":       "mueller muller",
		"Mühlhäuser":         "muehlhaeuser muehlhauser muhlhaeuser muhlhauser",
		"Groß":               "gross",
		"GROẞ":               "gross",
		"Özlem Işık":         "isik oezlem ozlem",
		"İbrahim":            "ibrahim",
		"Łukasz Wójcik":      "lukasz wojcik",
		"Jørgensen":          "joergensen jorgensen",
		"Ångström":           "aangstroem aangstrom angstroem angstrom",
		"Kjær":               "kjaer kjar",
		"Nguyễn Thị Huế":     "hue nguyen thi",
		"Анна-Мария Ёлкина":  "анна аннамария елкина мария",
		"Ελένη Παπαδόπουλος": "ελενη παπαδοπουλοσ",
		"Anna-Lena":          "anna annalena lena",
		"O’Brien":            "brien o obrien",
		"O'Brien":            "brien o obrien",
		"O´Brien":            "brien o obrien",
		"d'Angelo":           "angelo d dangelo",
		"山田太郎":               "太郎 山田太郎 田太郎 郎",
		"山田 太郎":              "太郎 山田 山田太郎 田太郎 郎",
		"ヤマダ・タロウ":            "タロウ ダタロウ マダタロウ ヤマダ ヤマダタロウ ロウ ウ",
		"Dr. Kim (Praxis 2)": "2 dr kim praxis",
		"Ｆｕｌｌ　Ｗｉｄｔｈ":         "full width",
		"x\u00ady z\u200b":   "xy z",
		"٣ خالد مُحَمَّد":    "3 خالد محمد",
		"👩‍🎨":                "",
		"% - ' .":            "",
		"Zoë Zoe":            "zo zoe",
	} {
		words := slices.Sorted(strings.FieldsSeq(norm.NFD.String(want)))
		if got := Words(text); text != "👩‍🎨" && !slices.Equal(normal(got), words) {
			t.Errorf("%s: %s, want %s", text, got, words)
		}
	}
	if got := Words("👩‍🎨"); len(got) != 1 {
		t.Errorf("an emoji has the words %q", got)
	}
}

func normal(words []string) []string {
	var all []string
	for _, word := range words {
		all = append(all, norm.NFD.String(word))
	}
	slices.Sort(all)
	return all
}

func TestAddressWords(t *testing.T) {
	for address, want := range map[string]string{
		"lena.koch@web.example": "lena.koch@web.example koch@web.example @web.example web.example example",
		"müller@salon.example":  "muller@salon.example mueller@salon.example @salon.example salon.example example",
		"":                      "",
	} {
		if got, words := AddressWords(address), slices.Sorted(strings.FieldsSeq(want)); !slices.Equal(got, words) {
			t.Errorf("%s: %s, want %s", address, got, words)
		}
	}
}

// FuzzWords checks that whoever types the beginning of a word finds it, in either normal form, and that folding twice is
// folding once.
func FuzzWords(f *testing.F) {
	for _, text := range []string{
		"Anna Müller", "Mu\u0308ller", "Groß", "İbrahim Işık", "Łukasz", "Ångström æ œ", "Nguyễn", "Ёлкина й", "Παπαδόπουλος", "O’Brien-Smith", "山田太郎",
		"김민수", "がぎ", "ﬁﬂ ㎏ ①", "aaaeoeue", "٣٤", "\u0345\u03b1", "\xff", "ȀȁǕ", "ẞ", "\u1e9e\u0301", "´`’ʼ",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		words := Words(text)
		if !slices.Equal(words, Words(norm.NFD.String(text))) || !slices.Equal(words, Words(norm.NFC.String(text))) {
			t.Errorf("the words of %+q depend on the normal form: %+q, %+q, %+q", text, words, Words(norm.NFD.String(text)), Words(norm.NFC.String(text)))
		}
		if folded := Fold(text); folded != Fold(folded) {
			t.Errorf("%+q is folded to %+q, and that to %+q", text, folded, Fold(folded))
		}
		for _, part := range Parts(text) {
			if !found(words, part) {
				t.Errorf("%+q is not found by %+q: %+q", text, part, words)
			}
		}
		for _, word := range words {
			if !utf8.ValidString(word) || word == "" {
				t.Errorf("%+q has the word %+q", text, word)
			}
		}
	})
}

// TestWhatIsBeingTypedIsFound types names letter by letter.
func TestWhatIsBeingTypedIsFound(t *testing.T) {
	for _, name := range []string{"Müller", "Mueller", "Groß", "İbrahim", "Łukasz", "Jørgensen", "Nguyễn", "Ёлкина", "Παπαδόπουλος", "山田太郎", "김민수", "がんばる", "Michael", "Zoë"} {
		for _, form := range []norm.Form{norm.NFC, norm.NFD} {
			words, typed := Words(name), []rune(form.String(name))
			for length := range typed {
				for _, part := range Parts(string(typed[:length+1])) {
					if !found(words, part) {
						t.Errorf("%s is not found by %s", name, string(typed[:length+1]))
					}
				}
			}
		}
	}
}

func found(words []string, typed string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return strings.HasPrefix(word, typed) })
}
