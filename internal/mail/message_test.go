package mail

import (
	"bytes"
	netmail "net/mail"
	"strings"
	"testing"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/internal/civil"
	"visavis/internal/locale"
	"visavis/internal/mail/compose"
)

func mailTo(name, email string) *details {
	return &details{
		Mail: &ent.Mail{ID: "mal_one", Edges: ent.MailEdges{Appointment: &ent.Appointment{
			ContactName: name, ContactEmail: email, ContactLocale: new(appointment.ContactLocaleDE),
		}}},
		branch: &ent.Branch{Name: "Salon Mitte", Email: "mitte@salon.example"},
	}
}

func rendered(t *testing.T, m *Mail, what *details, subject string) string {
	t.Helper()
	msg, err := m.message(what, &compose.Message{
		Language: locale.German, Subject: subject, Text: "Hallo", HTML: "<p>Hallo</p>",
		Calendar: &compose.CalendarEntry{Method: "REQUEST", Body: []byte("BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if _, err := msg.WriteTo(&text); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

func mailAt1970(publicURL string, from *netmail.Address) *Mail {
	return New(Options{Clock: func() civil.Instant { return 0 }, PublicURL: publicURL, From: from})
}

func TestNothingThatPeopleWriteBecomesAHeader(t *testing.T) {
	const evil = "\r\nBcc: everybody@evil.example\r\n\r\nBuy!"
	what := mailTo("Carla"+evil, "carla@kunde.example")
	what.branch.Name = "Salon" + evil
	text := rendered(t, mailAt1970(publicURL, nil), what, "Dein Termin"+evil)
	o := parseMail(t, text)
	if o.Get("Bcc") != "" || strings.Contains(text, "\nBcc:") || o.text != "Hallo" {
		t.Errorf("there is another header:\n%s", text)
	}
	to, err := o.AddressList("To")
	if err != nil || len(to) != 1 || to[0].Address != "carla@kunde.example" {
		t.Errorf("it is to %v, %v", to, err)
	}
}

func TestWhomAMailIsFrom(t *testing.T) {
	for _, test := range []struct {
		configured      *netmail.Address
		branch          string
		from, answersTo string
	}{
		{nil, "mitte@salon.example", `"Salon Mitte" <mitte@salon.example>`, `"Salon Mitte" <mitte@salon.example>`},
		{&netmail.Address{Address: "no@chain.example"}, "mitte@salon.example", `"Salon Mitte" <no@chain.example>`, `"Salon Mitte" <mitte@salon.example>`},
		{&netmail.Address{Name: "Kette", Address: "no@chain.example"}, "mitte@salon.example", `"Kette" <no@chain.example>`, `"Salon Mitte" <mitte@salon.example>`},
		{&netmail.Address{Name: "Kette", Address: "no@chain.example"}, "", `"Kette" <no@chain.example>`, `"Kette" <no@chain.example>`},
	} {
		what := mailTo("Carla", "carla@kunde.example")
		what.branch.Email = test.branch
		o := parseMail(t, rendered(t, mailAt1970(publicURL, test.configured), what, "Dein Termin"))
		same(t, "from", o.Get("From"), test.from)
		same(t, "answers to", o.Get("Reply-To"), test.answersTo)
	}
	what := mailTo("Carla", "carla@kunde.example")
	what.branch.Email = ""
	_, err := mailAt1970(publicURL, nil).message(what, &compose.Message{})
	same[error](t, "from nobody", err, NoSender)
}

func TestTheMessageIDNamesTheMailAndTheHost(t *testing.T) {
	for publicURL, want := range map[string]string{
		"https://Booking.example":       "<mal_one@booking.example>",
		"https://booking.example:8443/": "<mal_one@booking.example>",
		"https://frisör.example":        "<mal_one@xn--frisr-mua.example>",
		"http://127.0.0.1:8080":         "<mal_one@[127.0.0.1]>",
		"http://[2001:db8::7]:8080":     "<mal_one@[IPv6:2001:db8::7]>",
		"http://salon_server":           "<mal_one@salon_server>",
		"":                              "<mal_one@localhost>",
	} {
		m := mailAt1970(publicURL, nil)
		first := parseMail(t, rendered(t, m, mailTo("Carla", "carla@kunde.example"), "Dein Termin")).Get("Message-ID")
		again := parseMail(t, rendered(t, m, mailTo("Carla", "carla@kunde.example"), "Dein Termin")).Get("Message-ID")
		same(t, publicURL, first, want)
		same(t, publicURL+" again", again, want)
	}
}
