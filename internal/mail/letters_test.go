package mail

import (
	"context"
	"strings"
	"testing"

	"github.com/emersion/go-smtp"

	"visavis/ent"
	"visavis/ent/branch"
)

// envelope records the addresses of the last message as the server reads them.
type envelope struct{ from, to string }

func (e *envelope) rules() responses {
	return responses{
		sender:    func(address string) error { e.from = address; return nil },
		recipient: func(address string) error { e.to = address; return nil },
	}
}

func TestDomainsReachMailServersInASCII(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		s.write(t, func(ctx context.Context, c *ent.Client) error {
			return c.Branch.UpdateOneID(mitte).SetEmail("termine@müller.example").Exec(ctx)
		})
		var seen envelope
		s.smtp.set(seen.rules())
		s.bookFor(t, "Carla@Grüße.example", cut, "2026-11-24 10:00", branch.LocaleDE)
		s.startWorker(t)
		raw := s.smtp.take()
		if len(raw) != 1 {
			t.Fatalf("%d messages came: %s", len(raw), s.mails(t))
		}
		same(t, "the envelope", seen, envelope{"termine@xn--mller-kva.example", "carla@xn--gre-6ka8l.example"})
		for i, r := range raw[0] {
			if r > '~' {
				t.Fatalf("the message has letters other than those of ASCII: %q", raw[0][max(0, i-40):i+4])
			}
		}
		o := parseMail(t, raw[0])
		same(t, "From", o.Get("From"), `"Salon Mitte" <termine@xn--mller-kva.example>`)
		same(t, "Reply-To", o.Get("Reply-To"), `"Salon Mitte" <termine@xn--mller-kva.example>`)
		same(t, "To", o.Get("To"), `"Carla Kunde" <carla@xn--gre-6ka8l.example>`)
		for _, line := range []string{":mailto:carla@xn--gre-6ka8l.example\n", ":mailto:termine@xn--mller-kva.example\n"} {
			if !strings.Contains(o.calendar, line) {
				t.Errorf("the calendar entry has no %q:\n%s", line, o.calendar)
			}
		}
		if !strings.Contains(o.text, "termine@müller.example") {
			t.Errorf("people do not read the address as they write it:\n%s", o.text)
		}
	})
}

func TestOtherLettersNeedAServerThatTakesThem(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		booked := s.book(t, cut, "2026-11-24 10:00", branch.LocaleDE)
		s.write(t, func(ctx context.Context, c *ent.Client) error { // since an earlier version
			return c.Appointment.UpdateOneID(booked.ID).SetContactEmail("jürgen@web.example").Exec(ctx)
		})
		worker := s.startWorker(t)
		same(t, "a server that does not", s.mails(t), "CONFIRMED 1 FAILED letters unsupported, REMINDER 0 WAITING")
		worker.stop()
		s.smtp.close()
		s.smtp = startSMTPServer(t, func(server *smtp.Server) { server.EnableSMTPUTF8 = true })
		var seen envelope
		s.smtp.set(seen.rules())
		if _, err := s.Retry(byOwner(t), s.only(t, "CONFIRMED").ID); err != nil {
			t.Fatal(err)
		}
		s.startWorker(t)
		same(t, "one that does", seen.to, "jürgen@web.example")
	})
}
