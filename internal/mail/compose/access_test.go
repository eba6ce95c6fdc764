package compose_test

import (
	"strings"
	"testing"

	"visavis/internal/locale"
	"visavis/internal/mail/compose"
)

func TestTheLetterAboutAccessInBothLanguages(t *testing.T) {
	for _, test := range []struct {
		language      locale.Locale
		subject, text string
	}{
		{locale.German, "Dein Zugang: Salon Mitte", `Hallo Ben,

du kannst dich im Salon anmelden. Passwort und PIN bestimmst du selbst.

Anmelden mit: ben@salon.example

Passwort und PIN legst du unter diesem Link fest. Er gilt 7 Tage, und nur einmal.
https://booking.example/welcome/SECRET

Kommt diese Nachricht für dich unerwartet? Dann lösche sie. Solange niemand den Link benutzt, ändert sich nichts.
` + germanEnd},
		{locale.English, "Your access: Salon Mitte", `Hello Ben,

you can sign in at the salon. You choose the password and the PIN yourself.

Sign in with: ben@salon.example

Choose your password and PIN at this link. It works for 7 days, and only once.
https://booking.example/welcome/SECRET

Did you not expect this message? Then delete it. As long as nobody uses the link, nothing changes.
` + englishEnd},
	} {
		l, err := compose.WriteAccess(compose.Access{
			Language: test.language, Name: "Ben", Email: "ben@salon.example", Days: 7,
			URL: "https://booking.example/welcome/SECRET", Branch: consultation(t, "", test.language).Branch,
		})
		if err != nil {
			t.Fatal(err)
		}
		if l.Subject != test.subject || l.Text != test.text || l.Calendar != nil {
			t.Errorf("%q, with %v:\n%s", l.Subject, l.Calendar, l.Text)
		}
		checkHTML(t, l, test.text)
	}
}

func TestALetterAboutAccessFromNowhere(t *testing.T) {
	l, err := compose.WriteAccess(compose.Access{Language: locale.German, Name: "<i>Olga</i>", Email: "olga@salon.example", Days: 7})
	if err != nil {
		t.Fatal(err)
	}
	if l.Subject != "Dein Zugang" || !strings.Contains(l.Text, "\nHier steht der Link, wenn die Nachricht verschickt wird.\n") || strings.Contains(l.HTML, "<i>") {
		t.Errorf("%s:\n%s", l.Subject, l.Text)
	}
}
