package mail

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/ent/mail"
	"visavis/internal/account"
	"visavis/internal/account/accounttest"
)

func TestEachKindArrivesOnceInBothLanguages(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		worker := s.startWorker(t)
		for _, test := range []struct {
			locale   branch.Locale
			day      string
			subjects [4]string
		}{
			{branch.LocaleDE, "2026-11-25", [4]string{"Dein Termin ist gebucht", "Dein Termin wurde verschoben", "Erinnerung an deinen Termin", "Dein Termin wurde abgesagt"}},
			{branch.LocaleEN, "2026-11-26", [4]string{"Your appointment is booked", "Your appointment was moved", "Reminder of your appointment", "Your appointment was cancelled"}},
		} {
			booked := s.book(t, videoTint, test.day+" 10:00", test.locale)
			for i, step := range []func(){
				func() {},
				func() { s.move(t, booked, test.day+" 11:00") },
				func() { s.now.Store(int64(at(t, test.day+" 11:00").Add(-24 * time.Hour))) },
				func() { s.cancel(t, booked) },
			} {
				step()
				worker.work()
				worker.work()
				messages := s.take(t)
				if len(messages) != 1 {
					t.Fatalf("%s: %d messages came", test.subjects[i], len(messages))
				}
				checkMessage(t, s, messages[0], booked, test.subjects[i], min(i, 1)+i/3)
			}
		}
		same(t, "mails", s.mails(t), "CONFIRMED 1 SENT, CONFIRMED 1 SENT, REMINDER 0 DROPPED, REMINDER 0 DROPPED, "+
			"MOVED 1 SENT, MOVED 1 SENT, REMINDER 1 SENT, REMINDER 1 SENT, CANCELLED 1 SENT, CANCELLED 1 SENT")
	})
}

func checkMessage(t *testing.T, s *salon, o parsedMail, a *ent.Appointment, subject string, sequence int) {
	t.Helper()
	if !strings.HasPrefix(o.subject, subject+": Farbberatung, ") {
		t.Errorf("the subject is %q, want %s", o.subject, subject)
	}
	for name, want := range map[string]string{
		"From":           `"Salon Mitte" <mitte@salon.example>`,
		"To":             `"Carla Kunde" <carla@kunde.example>`,
		"Reply-To":       `"Salon Mitte" <mitte@salon.example>`,
		"Auto-Submitted": "auto-generated",
		"Date":           s.clock().Time().Format(time.RFC1123Z),
	} {
		same(t, name, o.Get(name), want)
	}
	if id := o.Get("Message-ID"); !strings.HasPrefix(id, "<mal_") || !strings.HasSuffix(id, "@booking.example>") {
		t.Errorf("the Message-ID is %s", id)
	}
	method, links := "REQUEST", true
	if strings.Contains(subject, "abgesagt") || strings.Contains(subject, "cancelled") {
		method, links = "CANCEL", false
	}
	for _, body := range []string{o.text, o.html} {
		if !strings.Contains(body, "Carla Kunde") || !strings.Contains(body, "Europe/Berlin)") || !strings.Contains(body, "Auguststraße 12") {
			t.Errorf("the message lacks something:\n%s", body)
		}
		same(t, subject+": the join link is there", strings.Contains(body, publicURL+"/join/"+*a.JoinToken), links)
	}
	if !strings.Contains(o.calendarType, "method="+method) || o.calendars != 2 {
		t.Errorf("%d calendar entries; the type of the last is %s", o.calendars, o.calendarType)
	}
	for _, line := range []string{"METHOD:" + method, "UID:" + a.ID + "@visavis", fmt.Sprintf("SEQUENCE:%d", sequence)} {
		if !strings.Contains(o.calendar, "\n"+line+"\n") {
			t.Errorf("the calendar entry has no %s:\n%s", line, o.calendar)
		}
	}
	same(t, subject+": the calendar entry has the join link", strings.Contains(o.calendar, "/join/"), links)
}

func TestAMailWaitsForAServerThatIsDown(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		worker := s.startWorker(t)
		s.smtp.close()
		s.book(t, cut, "2026-11-26 10:00", branch.LocaleDE)
		worker.work()
		same(t, "while it is down", s.mails(t), "CONFIRMED 1 WAITING unreachable, REMINDER 0 WAITING")
		s.smtp.open(t, nil)
		worker.work()
		same(t, "before the pause is over", s.subjects(t), "")
		s.pass(2 * time.Minute)
		worker.work()
		worker.work()
		same(t, "when it is up", s.subjects(t), "Dein Termin ist gebucht")
		same(t, "then", s.mails(t), "CONFIRMED 2 SENT, REMINDER 0 WAITING")
	})
}

func TestWhatTheServerSaysNoTo(t *testing.T) {
	later := func() error { return smtpError(451, "try again later") }
	never := func() error { return smtpError(554, "carla@kunde.example is not welcome") }
	to := func(say func() error) func(string) error { return func(string) error { return say() } }
	for _, test := range []struct {
		name  string
		rules responses
		want  string
	}{
		{"not now", responses{greet: later}, "CONFIRMED 1 WAITING deferred"},
		{"not us", responses{greet: never}, "CONFIRMED 1 WAITING unreachable"},
		{"not from us now", responses{sender: to(later)}, "CONFIRMED 1 WAITING deferred"},
		{"not from us", responses{sender: to(never)}, "CONFIRMED 1 WAITING sender refused"},
		{"not to them now", responses{recipient: to(later)}, "CONFIRMED 1 WAITING deferred"},
		{"not to them", responses{recipient: to(never)}, "CONFIRMED 1 FAILED rejected recipient"},
		{"not this now", responses{message: later}, "CONFIRMED 1 WAITING deferred"},
		{"not this", responses{message: never}, "CONFIRMED 1 FAILED refused"},
	} {
		t.Run(test.name, func(t *testing.T) {
			eachSalon(t, func(t *testing.T, s *salon) {
				s.smtp.set(test.rules)
				s.book(t, cut, "2026-11-24 10:00", branch.LocaleDE)
				s.write(t, func(ctx context.Context, c *ent.Client) error {
					_, err := c.Mail.Delete().Where(mail.KindEQ(mail.KindREMINDER)).Exec(ctx)
					return err
				})
				worker := s.startWorker(t)
				same(t, "after the no", s.mails(t), test.want)
				s.smtp.set(responses{})
				row := s.only(t, mail.KindCONFIRMED)
				if row.State == mail.StateFAILED {
					if _, err := s.Retry(byOwner(t), row.ID); err != nil {
						t.Fatal(err)
					}
					<-worker.asleep // it was woken
				}
				s.pass(2 * time.Minute)
				worker.work()
				same(t, "after the yes", s.subjects(t), "Dein Termin ist gebucht")
				same(t, "it is", s.only(t, mail.KindCONFIRMED).State, mail.StateSENT)
			})
		})
	}
}

func TestAMailFailsAfterItsLastAttempt(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		s.smtp.set(responses{sender: func(string) error { return smtpError(450, "busy") }})
		s.book(t, cut, "2026-11-26 10:00", branch.LocaleDE)
		worker := s.startWorker(t)
		for attempt := 2; attempt <= maximalAttempts; attempt++ {
			row := s.only(t, mail.KindCONFIRMED)
			same(t, "attempts", fmt.Sprint(row.Attempts, row.State), fmt.Sprint(attempt-1, mail.StateWAITING))
			if pause := row.DueAt.Sub(s.clock()); pause < backOff.First || lastPause < pause {
				t.Errorf("after attempt %d the pause is %v", attempt-1, pause)
			}
			s.now.Store(int64(row.DueAt))
			worker.work()
		}
		same(t, "in the end", s.mails(t), "CONFIRMED 12 FAILED deferred, REMINDER 0 WAITING")
	})
}

func TestAnAcknowledgementThatIsLostBringsTheSameMailAgain(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		s.smtp.set(responses{dropBeforeReply: true})
		s.book(t, cut, "2026-11-26 10:00", branch.LocaleDE)
		worker := s.startWorker(t)
		same(t, "before the acknowledgement", s.mails(t), "CONFIRMED 1 WAITING connection lost, REMINDER 0 WAITING")
		s.smtp.set(responses{})
		s.pass(2 * time.Minute)
		worker.work()
		same(t, "then", s.mails(t), "CONFIRMED 2 SENT, REMINDER 0 WAITING")
		messages := s.take(t)
		if len(messages) != 2 || messages[0].Get("Message-ID") != messages[1].Get("Message-ID") {
			t.Errorf("%d messages came, or they cannot be told to be the same", len(messages))
		}
	})
}

func TestAConnectionThatIsLostBehindTheAcknowledgementDoesNotMatter(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		s.smtp.set(responses{dropAfterReply: true})
		s.book(t, cut, "2026-11-26 10:00", branch.LocaleDE)
		s.book(t, cut, "2026-11-26 14:00", branch.LocaleDE)
		worker := s.startWorker(t)
		s.pass(time.Hour)
		worker.work()
		same(t, "both came once", s.subjects(t), "Dein Termin ist gebucht, Dein Termin ist gebucht")
		same(t, "mails", s.mails(t), "CONFIRMED 1 SENT, CONFIRMED 1 SENT, REMINDER 0 WAITING, REMINDER 0 WAITING")
	})
}

func TestAnotherWorkerSendsWhatOneDidNotFinish(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		reached, stopped := make(chan struct{}), make(chan struct{})
		s.smtp.set(responses{message: func() error {
			close(reached)
			<-stopped
			return smtpError(451, "nobody hears this")
		}})
		s.book(t, cut, "2026-11-26 10:00", branch.LocaleDE)
		s.book(t, cut, "2026-11-26 14:00", branch.LocaleDE)
		first := s.start(t)
		<-reached
		first.stop()
		close(stopped)
		same(t, "both are given back", s.mails(t), "CONFIRMED 0 WAITING, CONFIRMED 0 WAITING, REMINDER 0 WAITING, REMINDER 0 WAITING")
		s.smtp.set(responses{})
		s.startWorker(t)
		same(t, "they come", s.subjects(t), "Dein Termin ist gebucht, Dein Termin ist gebucht")
	})
}

func TestWhatALaterChangeMadeWrongIsDropped(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		booked := s.book(t, cut, "2026-11-26 10:00", branch.LocaleDE)
		s.move(t, booked, "2026-11-26 14:00")
		worker := s.startWorker(t)
		same(t, "moved before it was told", s.subjects(t), "Dein Termin wurde verschoben")
		s.now.Store(int64(at(t, "2026-11-25 12:00")))
		worker.work()
		same(t, "a day before the old start", s.subjects(t), "")
		s.cancel(t, booked)
		s.now.Store(int64(at(t, "2026-11-26 13:00")))
		worker.work()
		same(t, "cancelled", s.subjects(t), "Dein Termin wurde abgesagt")
		same(t, "mails", s.mails(t), "CONFIRMED 0 DROPPED, REMINDER 0 DROPPED, MOVED 1 SENT, REMINDER 0 DROPPED, CANCELLED 1 SENT")

		// Obsolete mails are not sent even if a change failed to drop them.
		s.write(t, func(ctx context.Context, c *ent.Client) error {
			return c.Mail.Update().SetState(mail.StateWAITING).Exec(ctx)
		})
		worker.work()
		same(t, "overlooked", s.subjects(t), "Dein Termin wurde abgesagt")
		same(t, "and then", s.mails(t), "CONFIRMED 0 DROPPED, REMINDER 0 DROPPED, MOVED 1 DROPPED, REMINDER 0 DROPPED, CANCELLED 2 SENT")
	})
}

func TestAChangeWhileAMailIsUnderWay(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		booked := s.book(t, cut, "2026-11-26 10:00", branch.LocaleDE)
		reached, changed := make(chan struct{}), make(chan struct{})
		s.smtp.set(responses{message: func() error {
			close(reached)
			<-changed
			return nil
		}})
		worker := s.start(t)
		<-reached
		s.cancel(t, booked)
		s.smtp.set(responses{})
		close(changed)
		<-worker.asleep
		worker.work()
		same(t, "both are told, in order", s.subjects(t), "Dein Termin ist gebucht, Dein Termin wurde abgesagt")
		same(t, "mails", s.mails(t), "CONFIRMED 1 SENT, REMINDER 0 DROPPED, CANCELLED 1 SENT")
	})
}

func TestWorkersAtTheSameTimeSendEachMailOnce(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		want := map[string]int{}
		for _, day := range []int{24, 25, 26} {
			for _, hour := range []int{9, 10, 11, 14, 15} {
				a := s.bookFor(t, fmt.Sprintf("carla-%d-%d@kunde.example", day, hour), cut, fmt.Sprintf("2026-11-%d %02d:00", day, hour), branch.LocaleDE)
				want[a.ID] = 1
			}
		}
		workers := []*runningWorker{s.start(t), s.start(t), s.start(t)}
		for _, worker := range workers {
			<-worker.asleep
		}
		for _, o := range s.take(t) {
			_, id, _ := strings.Cut(o.calendar, "UID:")
			id, _, _ = strings.Cut(id, "@")
			want[id]--
		}
		for id, missing := range want {
			if missing != 0 {
				t.Errorf("%s: %d are missing", id, missing)
			}
		}
		same(t, "sent", s.count(t, mail.StateSENT), 15)
	})
}

func (s *salon) count(t *testing.T, state mail.State) int {
	t.Helper()
	n, err := s.store.Client().Mail.Query().Where(mail.StateEQ(state)).Count(byOwner(t))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestAHintWakesTheWorker(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		worker := s.startWorker(t)
		s.book(t, cut, "2026-11-26 10:00", branch.LocaleDE)
		s.Wake()
		s.Wake() // does not block
		<-worker.asleep
		same(t, "it comes", s.subjects(t), "Dein Termin ist gebucht")
	})
}

func TestWithoutMailALinkIsHandedOver(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		without := New(Options{Database: s.store, Clock: s.clock, PublicURL: publicURL})
		accounts := account.New(account.Options{Store: s.store, Clock: s.clock, HashCost: accounttest.HashCost, SendsMail: without.SendsAccess})
		send := func() string {
			done, err := accounts.StaffAccessSend(byOwner(t), account.StaffAccessSendInput{StaffID: ben})
			if err != nil {
				t.Fatal(err)
			}
			return done.LinkSecret
		}
		first, second := send(), send()
		same(t, "no mail waits", s.mails(t), "")
		password := "long enough for this"
		if _, err := accounts.AccessLinkUse(t.Context(), account.AccessLinkUseInput{Secret: first, Password: &password}); err == nil {
			t.Error("an earlier link still works")
		}
		if _, err := accounts.AccessLinkUse(t.Context(), account.AccessLinkUseInput{Secret: second, Password: &password}); err != nil {
			t.Error(err)
		}
		if done, err := s.accounts.StaffAccessSend(byOwner(t), account.StaffAccessSendInput{StaffID: ben}); err != nil || done.LinkSecret != "" {
			t.Errorf("with mail, the link is returned: %v", err)
		}
		if done, err := s.accounts.StaffAccessSend(byOwner(t), account.StaffAccessSendInput{StaffID: ben, HandOver: true}); err != nil || done.LinkSecret == "" {
			t.Errorf("with mail, no link is returned by request: %v", err)
		}
		same(t, "the mail with an earlier link is dropped", strings.Contains(s.mails(t), "WAITING"), false)
	})
}

func TestAMessageThatCannotBeComposedStopsNoOther(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		s.book(t, cut, "2026-11-26 10:00", branch.LocaleDE)
		s.write(t, func(ctx context.Context, c *ent.Client) error {
			return c.Branch.UpdateOneID(mitte).SetTimeZone("Europe/Atlantis").Exec(ctx)
		})
		worker := s.startWorker(t)
		same(t, "it", s.mails(t), "CONFIRMED 1 FAILED unwritable, REMINDER 0 WAITING")
		s.write(t, func(ctx context.Context, c *ent.Client) error {
			return c.Branch.UpdateOneID(mitte).SetTimeZone("Europe/Berlin").Exec(ctx)
		})
		s.book(t, cut, "2026-11-26 14:00", branch.LocaleDE)
		worker.work()
		same(t, "the next", s.subjects(t), "Dein Termin ist gebucht")
	})
}

func TestLogsTellNothingOfThePerson(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		booked := s.book(t, videoTint, "2026-11-26 10:00", branch.LocaleDE)
		s.smtp.set(responses{recipient: func(to string) error { return smtpError(550, "<"+to+"> is unknown") }})
		worker := s.startWorker(t)
		s.smtp.set(responses{sender: func(from string) error { return smtpError(450, from) }})
		s.move(t, booked, "2026-11-26 14:00")
		worker.work()
		s.smtp.set(responses{})
		s.pass(time.Hour)
		worker.work()
		s.write(t, func(ctx context.Context, c *ent.Client) error {
			return c.Mail.Update().Where(mail.KindEQ(mail.KindCONFIRMED)).SetState(mail.StateWAITING).Exec(ctx)
		})
		worker.work()
		text := s.logs.String()
		for _, part := range []string{"mail sent", "mail dropped", `failure="rejected recipient"`, "failure=deferred", "kind=MOVED", "mail=mal_"} {
			if !strings.Contains(text, part) {
				t.Errorf("the logs have no %s:\n%s", part, text)
			}
		}
		for _, secret := range []string{"Carla", "Kunde", "kunde.example", "salon.example", *booked.Secret, *booked.JoinToken, *booked.CustomerID, roomURL, "is unknown", "Farbberatung"} {
			if strings.Contains(text, secret) {
				t.Errorf("the logs have %s:\n%s", secret, text)
			}
		}
	})
}
