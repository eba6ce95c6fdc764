package compose_test

import (
	"strings"
	"testing"

	"visavis/internal/locale"
	"visavis/internal/mail/compose"
)

func TestTheAccessMessageInBothLanguages(t *testing.T) {
	for _, test := range []struct {
		language      locale.Locale
		subject, text string
	}{
		{locale.German, "Dein Zugang: Salon Mitte", `Hallo Ben,

hier ist dein Zugang zu unserem Buchungssystem. Passwort und PIN legst du selbst fest.

Anmelden mit: ben@salon.example

Unter diesem Link legst du Passwort und PIN fest. Er gilt 7 Tage lang und nur einmal.
https://booking.example/welcome/SECRET

Hast du diese Nachricht nicht erwartet? Dann lösche sie. Solange niemand den Link benutzt, ändert sich nichts.
` + germanEnd},
		{locale.English, "Your access: Salon Mitte", `Hello Ben,

here is your access to our booking system. You choose your own password and PIN.

Sign in with: ben@salon.example

Choose your password and PIN at this link. It works once, within 7 days.
https://booking.example/welcome/SECRET

Not expecting this message? Delete it. Nothing changes unless someone uses the link.
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

func TestAnAccessMessageWithoutASender(t *testing.T) {
	l, err := compose.WriteAccess(compose.Access{Language: locale.German, Name: "<i>Olga</i>", Email: "olga@salon.example", Days: 7})
	if err != nil {
		t.Fatal(err)
	}
	if l.Subject != "Dein Zugang" || !strings.Contains(l.Text, "\nHier steht der Link, sobald die Nachricht verschickt wird.\n") || strings.Contains(l.HTML, "<i>") {
		t.Errorf("%s:\n%s", l.Subject, l.Text)
	}
}

func TestTheMessageAboutAChangedAccess(t *testing.T) {
	l, err := compose.WriteAccessChange(compose.Access{
		Language: locale.German, Name: "Ben", Branch: consultation(t, "", locale.German).Branch,
	}, []string{"EMAIL", "PASSWORD"})
	if err != nil {
		t.Fatal(err)
	}
	want := `Hallo Ben,

an deinem Zugang zu unserem Buchungssystem hat sich etwas geändert.

Geändert: E-Mail zum Anmelden, Passwort

Hast du das nicht erwartet? Dann gib gleich im Salon Bescheid, und setze auf der Anmeldeseite ein neues Passwort.
` + germanEnd
	if l.Subject != "Dein Zugang wurde geändert: Salon Mitte" || l.Text != want {
		t.Errorf("%s:\n%s", l.Subject, l.Text)
	}
	checkHTML(t, l, want)
}
