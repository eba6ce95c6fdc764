package form

import (
	"testing"

	"visavis/internal/problem"
)

func TestANameOfAStrangerCarriesNoAddress(t *testing.T) {
	for _, given := range []string{
		"Lena Kunde", "Dr. Lena Koch-Weiß", "Dr.Lena Koch", "St. Claire", "J.R.R. Tolkien", "J.Smith", "Lena und Tom", "Lena (0170 1)", "O'Neill", "Müller c/o Koch",
		"Nguyễn Thị", "مریم‌السادات", "山田太郎", " Lena ", "👩\u200d🎨",
	} {
		var f Form
		if f.PersonName("name", &given); len(f.List) > 0 {
			t.Errorf("%q is refused: %v", given, f.wrong())
		}
	}
	for _, given := range []string{
		"Gewonnen! https://evil.example/x", "HTTPS://EVIL.EXAMPLE", "javascript://x", "www.evil.example", "WWW.Evil", "evil.example", "Geh auf evil.com jetzt", "EVIL.COM",
		"//evil", "mail@evil.example", "Lena\u202eelpmaxe.live", "Lena\nevil.example",
		"evil\u200b.example", "evil.\u2060example", "w\u00adww.evil", "evil。example/x", "evil．example", "evil｡example", "ｅｖｉｌ．ｃｏｍ", "javascript:alert(1)", "Lena tel:0900123",
	} {
		var f Form
		if f.PersonName("name", &given); f.wrong() != string(problem.NameInvalid) {
			t.Errorf("%q: %q", given, f.wrong())
		}
	}
	for given, want := range map[string]string{
		"Lena\x01Kunde": "LenaKunde", "Lena\nKunde": "Lena Kunde", "Lena\tKunde": "Lena Kunde", "Lena\u202eednuK": "LenaednuK", "Lena\u0085Kunde": "Lena Kunde",
	} {
		var f Form
		if got := f.PersonName("name", &given); *got != want || len(f.List) > 0 {
			t.Errorf("%q is read as %q, %q", given, *got, f.wrong())
		}
	}
	var f Form
	if f.PersonName("name", nil) != nil || len(f.List) > 0 {
		t.Error("what was left out is read")
	}
}
