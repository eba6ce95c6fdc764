package mail

import (
	"context"
	netmail "net/mail"
	"strings"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/branch"
	entmailtext "visavis/ent/mailtext"
	"visavis/internal/locale"
	"visavis/internal/mailtext"
)

// Texts reach those whose language they are in, until the mail is sent.
func TestMailsSayWhatTheBranchWrites(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		worker := s.startWorker(t)
		german := s.book(t, cut, "2026-11-26 10:00", branch.LocaleDE)
		s.book(t, cut, "2026-11-26 14:00", branch.LocaleEN)
		s.write(t, func(ctx context.Context, c *ent.Client) error {
			return c.MailText.Create().SetBranchID(mitte).SetKind(entmailtext.KindCONFIRMED).SetLocale(entmailtext.LocaleDE).
				SetSubject("Bis bald, {customer} 💈").SetOpening("Moin!\n\n{staff} freut sich.").Exec(ctx)
		})
		worker.work()
		var own, builtIn int
		for _, o := range s.take(t) {
			if o.subject == "Bis bald, Carla Kunde 💈" {
				own++
				same(t, "the text begins as written", strings.HasPrefix(o.text, "Moin!\n\nAnna freut sich.\n\nWas: "), true)
				same(t, "the HTML, too", strings.Contains(o.html, "<p>Anna freut sich.</p>"), true)
			} else if strings.HasPrefix(o.subject, "Your appointment is booked") {
				builtIn++
			}
		}
		same(t, "with the text", own, 1)
		same(t, "in English", builtIn, 1)
		s.move(t, german, "2026-11-26 11:00")
		worker.work()
		messages := s.take(t)
		if len(messages) != 1 || !strings.HasPrefix(messages[0].subject, "Dein Termin wurde verschoben") {
			t.Fatalf("after the move: %v", messages)
		}
		same(t, "it says what was before", strings.Contains(messages[0].text, "\nBisheriger Termin: Donnerstag, 26. November 2026, 10:00 Uhr"), true)
	})
}

// writeText replaces the subject of mails of a kind.
func (s *salon) writeText(t *testing.T, kind entmailtext.Kind, l entmailtext.Locale, subject string) {
	t.Helper()
	s.write(t, func(ctx context.Context, c *ent.Client) error {
		return c.MailText.Create().SetBranchID(mitte).SetKind(kind).SetLocale(l).SetSubject(subject).Exec(ctx)
	})
}

// Each reminder is sent once, however many servers look for them.
func TestEachReminderIsSentOnceByTwoServers(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		s.write(t, func(ctx context.Context, c *ent.Client) error {
			return c.Branch.Update().SetReminderLeadMinutes([]int{48 * 60, 2 * 60}).Exec(ctx)
		})
		workers := []*runningWorker{s.startWorker(t), s.startFor(t, mailOf(s.store, s.clock))}
		<-workers[1].asleep
		booked := s.book(t, cut, "2026-11-26 10:00", branch.LocaleDE)
		sent := func(at time.Duration) (reminders int) {
			s.now.Store(int64(booked.StartsAt.Add(-at)))
			for _, worker := range append(workers, workers...) {
				worker.work()
			}
			for _, o := range s.take(t) {
				if strings.HasPrefix(o.subject, "Erinnerung an deinen Termin") {
					reminders++
				}
			}
			return reminders
		}
		same(t, "before the first", sent(48*time.Hour+time.Second), 0)
		same(t, "48 hours before", sent(48*time.Hour), 1)
		same(t, "between them", sent(2*time.Hour+time.Second), 0)
		same(t, "2 hours before", sent(2*time.Hour), 1)
		same(t, "afterwards", sent(time.Hour), 0)
	})
}

func TestAPreviewOfEveryKindInEveryLanguage(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		own := mailtext.Content{Subject: "S {branch} {unknown}", Opening: "<b>O</b> {customer}", Closing: "C"}
		for _, kind := range []entmailtext.Kind{
			entmailtext.KindTO_CONFIRM, entmailtext.KindCONFIRMED, entmailtext.KindMOVED, entmailtext.KindOFFER, entmailtext.KindCANCELLED, entmailtext.KindREMINDER,
			entmailtext.KindMOVE_DECLINED, entmailtext.KindCANCEL_DECLINED, entmailtext.KindCUSTOMER_EXPORT, entmailtext.KindCUSTOMER_ERASURE,
		} {
			for _, l := range locale.All() {
				m, err := s.TextPreview(byOwner(t), mitte, kind, branch.Locale(l), own)
				if err != nil {
					t.Fatal(err)
				}
				if !strings.HasPrefix(m.Subject, "S ") || !strings.HasSuffix(m.Subject, " {unknown}") || strings.Contains(m.Subject, "{branch}") {
					t.Errorf("%s, %s: the subject is %s", kind, l, m.Subject)
				}
				if !strings.HasPrefix(m.Text, "<b>O</b> ") || !strings.Contains(m.HTML, "&lt;b&gt;O&lt;/b&gt; ") || strings.Contains(m.Text, "{customer}") {
					t.Errorf("%s, %s: the text is\n%s", kind, l, m.Text)
				}
				if builtIn, err := s.TextPreview(byOwner(t), mitte, kind, branch.Locale(l), mailtext.Content{}); err != nil || strings.ContainsAny(builtIn.Subject+builtIn.Text, "{}") {
					t.Errorf("%s, %s: %v, it has placeholders", kind, l, err)
				}
				if secrets := strings.Count(m.Text, publicURL+"/manage/") - strings.Count(m.Text, publicURL+"/manage/"+hiddenSecret); secrets > 0 {
					t.Errorf("%s, %s: it links to an appointment", kind, l)
				}
			}
		}
		_, err := s.TextPreview(byOwner(t), mitte, entmailtext.KindMOVED, branch.LocaleDE, mailtext.Content{Opening: strings.Repeat("a", 2001)})
		same(t, "too long a text is refused", err != nil, true)
		m, err := s.TextPreview(byOwner(t), "brn_unknown", entmailtext.KindMOVED, branch.LocaleDE, own)
		same(t, "there is none of an unknown branch", m == nil && err == nil, true)
	})
}

// Calendars take an invitation of its sender, wherever answers go.
func TestTheOrganizerIsTheSender(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		s.from = &netmail.Address{Name: "Salon", Address: "post@server.example"}
		worker := s.startWorker(t)
		s.book(t, cut, "2026-11-26 10:00", branch.LocaleDE)
		worker.work()
		o := s.take(t)[0]
		same(t, "From", o.Get("From"), `"Salon" <post@server.example>`)
		same(t, "Reply-To", o.Get("Reply-To"), `"Salon Mitte" <mitte@salon.example>`)
		same(t, "the organizer is the sender", strings.Contains(o.calendar, "\nORGANIZER;CN=Salon Mitte:mailto:post@server.example\n"), true)
		same(t, "no answer is asked for", strings.Contains(o.calendar, ";RSVP=FALSE:mailto:carla@kunde.example\n"), true)
	})
}
