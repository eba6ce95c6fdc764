package mail

import (
	"strings"
	"testing"

	"visavis/ent/branch"
)

// Mails reach their readers in the language of the customer, with all letters: in the subject, both texts and the calendar entry.
func TestAMailSpeaksTheLanguageOfTheCustomer(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		worker := s.startWorker(t)
		for _, test := range []struct {
			locale                        branch.Locale
			start                         string
			subject, text, html, calendar string
		}{
			{branch.LocaleFR, "10:00", "Votre rendez-vous est réservé", "Nous nous réjouissons de vous voir.", `<html lang="fr">`, "Avec Anna"},
			{branch.LocaleTR, "14:00", "Randevunuz alındı", "Sizi görmek için sabırsızlanıyoruz.", `<html lang="tr">`, "Anna ile"},
		} {
			s.book(t, cut, "2026-11-26 "+test.start, test.locale)
			worker.work()
			messages := s.take(t)
			if len(messages) != 1 {
				t.Fatalf("%s: %d messages came", test.locale, len(messages))
			}
			o := messages[0]
			same(t, "Content-Language", o.Get("Content-Language"), strings.ToLower(string(test.locale)))
			for part, want := range map[string]string{o.subject: test.subject, o.text: test.text, o.html: test.html, o.calendar: test.calendar} {
				if !strings.Contains(part, want) {
					t.Errorf("%s: no %q in\n%s", test.locale, want, part)
				}
			}
		}
	})
}
