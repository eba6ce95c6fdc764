package compose_test

import (
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	"visavis/ent/mail"
	"visavis/internal/civil"
	"visavis/internal/locale"
	"visavis/internal/mail/compose"
)

// now is Sunday, 22 November 2026, 09:00 in Berlin.
const now = civil.Instant(1795334400)

func berlin(t *testing.T) civil.Zone {
	t.Helper()
	zone, err := civil.LoadZone("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

// consultation is on Tuesday, 24 November 2026, 10:00 in Berlin.
func consultation(t *testing.T, kind mail.Kind, l locale.Locale) compose.Facts {
	t.Helper()
	start := now.Add(49 * time.Hour)
	return compose.Facts{
		Kind: kind, Language: l, AppointmentID: "apt_one", Version: 1,
		Customer: compose.Customer{Name: "Carla Kunde", Email: "carla@kunde.example"},
		Service:  "Farbberatung", Staff: "Anna",
		Start: start, End: start.Add(30 * time.Minute), Zone: berlin(t),
		Branch: compose.Branch{
			Name: "Salon Mitte", Street: "Auguststraße 12", PostalCode: "10117", City: "Berlin", Country: "Deutschland",
			Email: "mitte@salon.example", Phone: "+49 30 5550100",
		},
		Organizer:       "mitte@salon.example",
		Video:           true,
		JoinURL:         "https://booking.example/join/JOIN",
		ManageURL:       "https://booking.example/manage/SECRET",
		ChangeableUntil: start.Add(-24 * time.Hour),
	}
}

func written(t *testing.T, f compose.Facts) *compose.Message {
	t.Helper()
	l, err := compose.Write(f, now)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

const (
	germanFacts = `Was: Farbberatung
Mit wem: Anna
Wann: Dienstag, 24. November 2026, 10:00 Uhr (MEZ, Europe/Berlin)
Dauer: 30 Minuten
`
	germanWays = `Wo: per Video

Mit diesem Link kommst du zum Video-Termin. Er gilt auch, wenn der Termin verschoben wird.
https://booking.example/join/JOIN

Du kannst den Termin bis Montag, 23. November 2026, 10:00 Uhr (MEZ, Europe/Berlin) verschieben oder absagen.
https://booking.example/manage/SECRET
`
	germanEnd = `
Viele Grüße
Salon Mitte

Auguststraße 12
10117 Berlin
Deutschland
Telefon: +49 30 5550100
E-Mail: mitte@salon.example
`
	englishFacts = `What: Farbberatung
With: Anna
When: Tuesday, 24 November 2026, 10:00 (CET, Europe/Berlin)
Duration: 30 minutes
`
	englishWays = `Where: by video

Open this link to join by video. It stays valid if the appointment is moved.
https://booking.example/join/JOIN

You can move or cancel the appointment until Monday, 23 November 2026, 10:00 (CET, Europe/Berlin).
https://booking.example/manage/SECRET
`
	englishEnd = `
Kind regards
Salon Mitte

Auguststraße 12
10117 Berlin
Deutschland
Phone: +49 30 5550100
Email: mitte@salon.example
`
)

func TestEveryMessageInGermanAndEnglish(t *testing.T) {
	for _, test := range []struct {
		kind     mail.Kind
		language locale.Locale
		subject  string
		text     string
	}{
		{mail.KindCONFIRMED, locale.German, "Dein Termin ist gebucht: Farbberatung, 24. November 2026, 10:00 Uhr",
			"Hallo Carla Kunde,\n\nwir freuen uns auf dich. Das ist dein Termin:\n\n" + germanFacts + germanWays + germanEnd},
		{mail.KindTO_CONFIRM, locale.German, "Noch ein Schritt zu deinem Termin: Farbberatung, 24. November 2026, 10:00 Uhr",
			"Hallo Carla Kunde,\n\ndiese Uhrzeit ist für dich reserviert, aber noch nicht gebucht:\n\n" + germanFacts +
				"Wo: per Video\n\nBuche den Termin auf dieser Seite bis Montag, 23. November 2026, 09:30 Uhr (MEZ, Europe/Berlin).\n" +
				"https://booking.example/confirm/TOKEN\n\n" +
				"Hast du diese Nachricht nicht erwartet? Dann lösche sie. Ohne dich wird nichts gebucht.\n" + germanEnd},
		{mail.KindTO_CONFIRM, locale.English, "One more step to your appointment: Farbberatung, 24 November 2026, 10:00",
			"Hello Carla Kunde,\n\nthis time is reserved for you, but not booked yet:\n\n" + englishFacts +
				"Where: by video\n\nBook the appointment on this page by Monday, 23 November 2026, 09:30 (CET, Europe/Berlin).\n" +
				"https://booking.example/confirm/TOKEN\n\n" +
				"Not expecting this message? Delete it. Nothing is booked without you.\n" + englishEnd},
		{mail.KindMOVED, locale.German, "Dein Termin wurde verschoben: Farbberatung, 24. November 2026, 10:00 Uhr",
			"Hallo Carla Kunde,\n\ndein Termin wurde verschoben. Jetzt gilt:\n\n" + germanFacts + germanWays + germanEnd},
		{mail.KindREMINDER, locale.German, "Erinnerung an deinen Termin: Farbberatung, 24. November 2026, 10:00 Uhr",
			"Hallo Carla Kunde,\n\nbald ist es so weit. Das ist dein Termin:\n\n" + germanFacts + germanWays + germanEnd},
		{mail.KindCANCELLED, locale.German, "Dein Termin wurde abgesagt: Farbberatung, 24. November 2026, 10:00 Uhr",
			"Hallo Carla Kunde,\n\ndieser Termin wurde abgesagt:\n\n" + germanFacts + "Wo: per Video\n" + germanEnd},
		{mail.KindCONFIRMED, locale.English, "Your appointment is booked: Farbberatung, 24 November 2026, 10:00",
			"Hello Carla Kunde,\n\nwe look forward to seeing you. This is your appointment:\n\n" + englishFacts + englishWays + englishEnd},
		{mail.KindMOVED, locale.English, "Your appointment was moved: Farbberatung, 24 November 2026, 10:00",
			"Hello Carla Kunde,\n\nyour appointment was moved. It is now:\n\n" + englishFacts + englishWays + englishEnd},
		{mail.KindREMINDER, locale.English, "Reminder of your appointment: Farbberatung, 24 November 2026, 10:00",
			"Hello Carla Kunde,\n\nyour appointment is coming up:\n\n" + englishFacts + englishWays + englishEnd},
		{mail.KindCANCELLED, locale.English, "Your appointment was cancelled: Farbberatung, 24 November 2026, 10:00",
			"Hello Carla Kunde,\n\nthis appointment was cancelled:\n\n" + englishFacts + "Where: by video\n" + englishEnd},
	} {
		f := consultation(t, test.kind, test.language)
		if test.kind == mail.KindTO_CONFIRM {
			f.JoinURL, f.ConfirmURL, f.HeldUntil = "", "https://booking.example/confirm/TOKEN", f.Start.Add(-24*time.Hour-30*time.Minute)
		}
		l := written(t, f)
		if (l.Calendar == nil) != (test.kind == mail.KindTO_CONFIRM) {
			t.Errorf("%s: the calendar entry is %v", test.kind, l.Calendar)
		}
		if l.Subject != test.subject {
			t.Errorf("%s: the subject is %q", test.kind, l.Subject)
		}
		if l.Text != test.text {
			t.Errorf("%s, %s: the text is\n%s", test.kind, test.language, l.Text)
		}
		checkHTML(t, l, test.text)
	}
}

func TestWhatIsUnknownIsLeftOut(t *testing.T) {
	f := consultation(t, mail.KindCONFIRMED, locale.German)
	f.Branch, f.Video, f.JoinURL, f.ManageURL = compose.Branch{Name: "Salon Mitte", City: "Berlin"}, false, "", ""
	l := written(t, f)
	want := "Hallo Carla Kunde,\n\nwir freuen uns auf dich. Das ist dein Termin:\n\n" + germanFacts +
		"Wo: Salon Mitte, Berlin\n\nMöchtest du den Termin verschieben oder absagen? Melde dich bitte bei uns.\n\nViele Grüße\nSalon Mitte\n\nBerlin\n"
	if l.Text != want {
		t.Errorf("the text is\n%s", l.Text)
	}
}

func TestAfterTheCancellationPeriodHasBegunTheLinkLeadsToTheAppointment(t *testing.T) {
	f := consultation(t, mail.KindREMINDER, locale.German)
	f.ChangeableUntil = now
	expect := func(manageURL string, wants map[locale.Locale]string) {
		t.Helper()
		for l, want := range wants {
			f.Language, f.ManageURL = l, manageURL
			text := written(t, f).Text
			if !strings.Contains(text, want) || manageURL != "" && !strings.Contains(text, manageURL) {
				t.Errorf("the text is\n%s", text)
			}
		}
	}
	address := f.ManageURL
	expect(address, map[locale.Locale]string{locale.German: "verschieben oder absagen.", locale.English: "You can move or cancel"})
	f.ChangeableUntil = now - 1
	expect(address, map[locale.Locale]string{locale.German: "verschieben oder absagen geht nicht mehr", locale.English: "Its page tells what you can do"})
	expect("", map[locale.Locale]string{locale.German: "melde dich bitte bei uns", locale.English: "please contact us"})
}

func TestWhatPeopleWriteStaysText(t *testing.T) {
	f := consultation(t, mail.KindCONFIRMED, locale.German)
	f.Customer.Name, f.Service, f.Staff, f.Branch.Name = `<b>"Carla"</b>`, "<script>alert(1)</script>", "<img src=x>", "</title><i>"
	l := written(t, f)
	for _, part := range []string{"<b>", "<script", "<img", "<i>"} {
		if strings.Contains(l.HTML, part) {
			t.Errorf("the HTML has %s", part)
		}
	}
	if !strings.Contains(l.Text, `Hallo <b>"Carla"</b>,`) {
		t.Error("the text does not tell the name as it is")
	}
}

func TestAnUnknownKindHasNoMessage(t *testing.T) {
	if _, err := compose.Write(consultation(t, "BIRTHDAY", locale.German), now); err == nil {
		t.Error("it is written")
	}
}
