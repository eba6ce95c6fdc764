package form

import "testing"

func TestInvisibleCharactersAreRemoved(t *testing.T) {
	for given, want := range map[string]string{
		"Lena Kunde": "Lena Kunde", "": "", "zwei\nZeilen\t!": "zwei\nZeilen\t!", "a\u00a0b": "a\u00a0b",
		"Le\u200bna": "Lena", "\ufeffLena": "Lena", "Le\u00adna": "Lena", "L\u2060e\u200dn\u200ca": "Lena", "Lena\u202eK\u2066": "LenaK",
		"Lena\x00\x1b": "Lena", "\u3164\u115f\u2800\ufe0f": " ", "Lena\ufe0f": "Lena", "\u034fL": "L", "\U000e0041": "", "\u200d\u200d": "",
		// They shape what is seen.
		"مریم\u200cالسادات": "مریم\u200cالسادات", "👩\u200d🎨": "👩\u200d🎨", "❤\ufe0f": "❤\ufe0f", "辻\U000e0100本": "辻\U000e0100本", "क\u094d\u200dष": "क\u094d\u200dष",
		"👩\u200d": "👩", "👩\u200da": "👩a",
	} {
		if got := Visible(given); got != want {
			t.Errorf("%+q becomes %+q, want %+q", given, got, want)
		}
	}
}
