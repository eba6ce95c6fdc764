package compose_test

import (
	"strings"
	"testing"
	"time"

	"visavis/ent/mail"
	"visavis/internal/locale"
)

// A space before a colon of French is one that does not break.
var unbreaking = strings.NewReplacer(" :", "\u00a0:", " ?", "\u00a0?")

func TestMessagesInFrenchAndTurkish(t *testing.T) {
	french := unbreaking.Replace(`Bonjour Carla Kunde,

Nous nous réjouissons de vous voir. Voici votre rendez-vous :

`) + `Prestation: Farbberatung
Avec: Anna
Quand: mardi 24 novembre 2026 à 10:00 (CET, Europe/Berlin)
Durée: 30 minutes
Lieu: en vidéo

Ce lien vous mène à votre rendez-vous vidéo. Il reste valable si le rendez-vous est déplacé.
https://booking.example/join/JOIN

Vous pouvez déplacer ou annuler le rendez-vous jusqu’au lundi 23 novembre 2026 à 10:00 (CET, Europe/Berlin).
https://booking.example/manage/SECRET

À bientôt
Salon Mitte

Auguststraße 12
10117 Berlin
Deutschland
Téléphone: +49 30 5550100
E-mail: mitte@salon.example
`
	turkish := `Merhaba Carla Kunde,

Sizi görmek için sabırsızlanıyoruz. Randevunuz:

Hizmet: Farbberatung
Kiminle: Anna
Ne zaman: 24 Kasım 2026 Salı 10:00 (CET, Europe/Berlin)
Süre: 30 dakika
Yer: görüntülü görüşme

Görüntülü randevunuza bu bağlantıyla katılabilirsiniz. Randevu değişse de bağlantı geçerli kalır.
https://booking.example/join/JOIN

Randevunuzu değiştirebilir veya iptal edebilirsiniz. Son tarih: 23 Kasım 2026 Pazartesi 10:00 (CET, Europe/Berlin).
https://booking.example/manage/SECRET

Sevgilerimizle
Salon Mitte

Auguststraße 12
10117 Berlin
Deutschland
Telefon: +49 30 5550100
E-posta: mitte@salon.example
`
	for _, test := range []struct {
		language      locale.Locale
		subject, text string
	}{
		{locale.French, "Votre rendez-vous est réservé: Farbberatung, 24 novembre 2026 à 10:00", french},
		{locale.Turkish, "Randevunuz alındı: Farbberatung, 24 Kasım 2026 10:00", turkish},
	} {
		l := written(t, consultation(t, mail.KindCONFIRMED, test.language))
		if l.Subject != test.subject {
			t.Errorf("%s: the subject is %q", test.language, l.Subject)
		}
		if l.Text != test.text {
			t.Errorf("%s: the text is\n%s", test.language, l.Text)
		}
		checkHTML(t, l, test.text)
	}
}

// Each kind of message says something of its own in each language, and nothing in another.
func TestNoMessageFallsBackToAnotherLanguage(t *testing.T) {
	for _, kind := range []mail.Kind{mail.KindTO_CONFIRM, mail.KindCONFIRMED, mail.KindMOVED, mail.KindOFFER, mail.KindCANCELLED, mail.KindREMINDER} {
		linesOf := map[string]locale.Locale{}
		for _, language := range locale.All() {
			f := consultation(t, kind, language)
			f.ConfirmURL, f.HeldUntil = "https://booking.example/confirm/TOKEN", f.Start.Add(-25*time.Hour)
			f.Branch.Phone = "" // it is Telefon in two of them
			own := map[string]bool{"": true, "Salon Mitte": true, "Auguststraße 12": true, "10117 Berlin": true, "Deutschland": true}
			for line := range strings.Lines(written(t, f).Text) {
				line = strings.TrimSpace(line)
				if own[line] || strings.HasPrefix(line, "https://") {
					continue
				}
				if other, has := linesOf[line]; has {
					t.Errorf("%s: %q stands in %s and %s", kind, line, other, language)
				}
				own[line] = true
				linesOf[line] = language
			}
		}
	}
}
