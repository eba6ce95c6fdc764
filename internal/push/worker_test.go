package push

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/absencerequest"
	"visavis/ent/branch"
	"visavis/ent/changerequest"
	"visavis/ent/notificationsetting"
	"visavis/ent/pushsubscription"
	"visavis/ent/session"
	"visavis/ent/staff"
	"visavis/internal/account"
	"visavis/internal/booking"
	"visavis/internal/civil"
	salons "visavis/internal/salon"
	"visavis/internal/store"
	"visavis/internal/webpush"
)

const (
	booked    = notificationsetting.KindBOOKED
	moved     = notificationsetting.KindMOVED
	cancelled = notificationsetting.KindCANCELLED
)

func TestDevicesGetWhatCustomersDoOnline(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		byAnna := s.device(t, staff.RoleOWNER, "anna", "phone", branch.LocaleDE)
		s.device(t, staff.RoleOWNER, "anna", "laptop", branch.LocaleEN)
		s.book(t, "2026-11-25 10:00")
		same(t, "by default", s.work(t), "")

		s.chooses(t, byAnna, true, booked, moved, cancelled)
		a := s.book(t, "2026-12-01 14:00")
		path := `/admin/kalender?datum=2026-12-01\u0026filiale=mitte\u0026termin=` + a.ID
		said := func(device, title, body string) string {
			return fmt.Sprintf(`%s {"title":"%s","body":"%s","path":"%s","tag":"%s"}`, device, title, body, path, a.ID)
		}
		same(t, "booked", s.work(t), said("laptop", "New appointment", "Tue, 1 Dec, 14:00 · Haarschnitt")+"\n"+said("phone", "Neuer Termin", "Di, 1.12., 14:00 · Haarschnitt"))
		_, err := s.booking.AppointmentMove(t.Context(), booking.AppointmentMoveInput{Secret: a.Secret, Start: at(t, "2026-12-01 15:00")})
		check(t, err)
		same(t, "moved", s.work(t), said("laptop", "Appointment moved", "Tue, 1 Dec, 15:00 · Haarschnitt")+"\n"+said("phone", "Termin verschoben", "Di, 1.12., 15:00 · Haarschnitt"))
		_, err = s.booking.AppointmentCancel(t.Context(), booking.AppointmentCancelInput{Secret: a.Secret})
		check(t, err)
		same(t, "cancelled", s.work(t), said("laptop", "Appointment cancelled", "Tue, 1 Dec, 15:00 · Haarschnitt")+"\n"+said("phone", "Termin abgesagt", "Di, 1.12., 15:00 · Haarschnitt"))

		own := s.book(t, "2026-12-02 14:00")
		s.work(t)
		_, err = s.booking.AppointmentMove(byAnna, booking.AppointmentMoveInput{ID: &own.ID, Start: at(t, "2026-12-02 15:00")})
		check(t, err)
		_, err = s.booking.AppointmentCancel(byAnna, booking.AppointmentCancelInput{ID: &own.ID})
		check(t, err)
		same(t, "what she did herself", s.work(t), "")
		same(t, "what waits", s.queued(t), 0)
		s.expectNoSecrets(t, *a.Secret, *own.Secret, "Carla", "kunde.example")
	})
}

// expectNoSecrets looks into the log for what it must not hold.
func (s *salon) expectNoSecrets(t *testing.T, secrets ...string) {
	t.Helper()
	for _, b := range s.service.browsers {
		secrets = append(secrets, b.path, b.publicKey(), b.authSecret(), "fcm.googleapis.com")
	}
	for _, secret := range secrets {
		if strings.Contains(s.logs.String(), secret) {
			t.Errorf("%q stands in the log", secret)
		}
	}
	if !strings.Contains(s.logs.String(), "pus_") {
		t.Error("the log names no push")
	}
}

func TestWhoMayAnswerARequestGetsIt(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		const kind = notificationsetting.KindCHANGE_REQUESTED
		s.chooses(t, s.device(t, staff.RoleOWNER, "anna", "anna", branch.LocaleDE), true, kind)
		s.chooses(t, s.device(t, staff.RoleRECEPTIONIST, "frida", "frida", branch.LocaleEN), true, kind)
		s.chooses(t, s.device(t, staff.RoleMEMBER, "ben", "ben", branch.LocaleDE), true, kind)
		a := s.book(t, "2026-11-26 10:00")
		s.now.Store(int64(at(t, "2026-11-25 12:00")))
		text := "Geht auch Freitag?"
		_, err := s.booking.ChangeRequestCreate(t.Context(), booking.ChangeRequestCreateInput{Secret: *a.Secret, Kind: changerequest.KindMOVE, Text: &text})
		check(t, err)
		came := s.work(t)
		for _, want := range []string{`anna {"title":"Bitte um einen anderen Termin","body":"Do, 26.11., 10:00 · Haarschnitt"`, `frida {"title":"Request for another appointment","body":"Thu, 26 Nov, 10:00 · Haarschnitt · Anna"`} {
			if !strings.Contains(came, want) {
				t.Errorf("%s has not come, but\n%s", want, came)
			}
		}
		same(t, "how many", strings.Count(came, "title"), 2)
		_, err = s.booking.ChangeRequestWithdraw(t.Context(), booking.ChangeRequestWithdrawInput{Secret: *a.Secret})
		check(t, err)
		_, err = s.booking.ChangeRequestCreate(t.Context(), booking.ChangeRequestCreateInput{Secret: *a.Secret, Kind: changerequest.KindCANCEL})
		check(t, err)
		_, err = s.booking.ChangeRequestWithdraw(t.Context(), booking.ChangeRequestWithdrawInput{Secret: *a.Secret})
		check(t, err)
		same(t, "withdrawn before it was sent", s.work(t), "")
	})
}

func TestManagersGetRequestsForAbsencesAndMembersTheAnswer(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		byClara, byBen := s.device(t, staff.RoleMANAGER, "clara", "clara", branch.LocaleDE), s.device(t, staff.RoleMEMBER, "ben", "ben", branch.LocaleEN)
		s.chooses(t, byClara, true, notificationsetting.KindABSENCE_REQUESTED)
		s.chooses(t, byBen, true, notificationsetting.KindABSENCE_ANSWERED)
		first := civil.NewDate(2026, 12, 21)
		row, err := s.plans.AbsenceRequestCreate(byBen, salons.AbsenceRequestCreateInput{Kind: absencerequest.KindHOLIDAY, Days: &salons.DaysInput{First: first, Last: first + 2}})
		check(t, err)
		same(t, "at once", s.work(t), "")
		s.pass(time.Minute)
		same(t, "asked", s.work(t), `clara {"title":"Anfrage für eine Abwesenheit","body":"Urlaub · Mo, 21.12. – Mi, 23.12.","path":"/admin/braucht-dich?filiale=mitte","tag":"`+row.ID+`"}`)
		_, _, err = s.plans.AbsenceRequestApprove(byClara, salons.AbsenceRequestApproveInput{ID: row.ID})
		check(t, err)
		_, err = s.plans.AbsenceRequestReopen(byClara, salons.AbsenceRequestReopenInput{ID: row.ID})
		check(t, err)
		_, err = s.plans.AbsenceRequestDecline(byClara, salons.AbsenceRequestDeclineInput{ID: row.ID})
		check(t, err)
		s.pass(time.Minute)
		same(t, "answered again within a minute", s.work(t), `ben {"title":"Absence declined","body":"Vacation · Mon, 21 Dec – Wed, 23 Dec","path":"/admin/heute","tag":"`+row.ID+`"}`)
	})
}

func TestWhatAPushServiceAnswers(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		internal, err := net.Listen("tcp", "127.0.0.1:0")
		check(t, err)
		heard := make(chan bool, 1)
		go func() {
			connection, err := internal.Accept()
			if err == nil {
				_ = connection.Close()
			}
			heard <- err == nil
		}()
		slow := make(chan struct{})
		for i, test := range []struct {
			what   string
			answer func(w http.ResponseWriter, r *http.Request)
			pause  time.Duration // before the next attempt; 0: there is none
			isGone bool          // whether the device is
		}{
			{"201", nil, 0, false},
			{"400", status(400), 0, false},
			{"403", status(403), 0, false},
			{"413", status(413), 0, false},
			{"404", status(404), 0, true},
			{"410", status(410), 0, true},
			{"429", func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Retry-After", "1200")
				w.WriteHeader(http.StatusTooManyRequests)
			}, 20 * time.Minute, false},
			{"429 for longer than the push is of use", func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Retry-After", "3600")
				w.WriteHeader(http.StatusTooManyRequests)
			}, 0, false},
			{"500", status(500), backOff.First, false},
			{"a long answer", func(w http.ResponseWriter, _ *http.Request) {
				w.WriteHeader(http.StatusServiceUnavailable)
				_, _ = w.Write(make([]byte, 1<<20))
			}, backOff.First, false},
			{"a redirect", func(w http.ResponseWriter, r *http.Request) {
				http.Redirect(w, r, "https://"+internal.Addr().String()+"/", http.StatusTemporaryRedirect)
			}, 0, false},
			{"nothing", func(_ http.ResponseWriter, r *http.Request) {
				select {
				case <-r.Context().Done():
				case <-slow:
				}
			}, backOff.First, false},
		} {
			byAnna := s.device(t, staff.RoleOWNER, "anna", fmt.Sprint(i), branch.LocaleDE)
			s.chooses(t, byAnna, true, booked)
			s.book(t, fmt.Sprintf("2026-11-%d %d:00", 24+i/4, 10+2*(i%4)))
			s.service.answers(test.answer)
			s.TimeLimit = webpush.TimeLimit
			if test.what == "nothing" {
				s.TimeLimit = 200 * time.Millisecond
			}
			s.work(t)
			s.TimeLimit = webpush.TimeLimit
			row, err := store.OrNil(s.store.Client().Push.Query().Only(t.Context()))
			check(t, err)
			same(t, test.what+": it waits", row != nil, test.pause > 0)
			if row != nil {
				pause := row.DueAt.Sub(s.clock())
				if pause < test.pause || pause > max(2*test.pause, test.pause) || row.Attempts != 1 {
					t.Errorf("%s: attempt %d waits %v", test.what, row.Attempts, pause)
				}
				s.service.answers(nil)
				s.now.Store(int64(row.DueAt) - 1)
				same(t, test.what+": before the pause is over", s.work(t), "")
				s.pass(time.Second)
				same(t, test.what+": again", strings.Count(s.work(t), "title"), 1)
				same(t, test.what+": what waits", s.queued(t), 0)
			}
			found := s.store.Client().PushSubscription.Query().CountX(t.Context())
			same(t, test.what+": devices", found, map[bool]int{false: 1, true: 0}[test.isGone])
			s.write(t, func(ctx context.Context, c *ent.Client) { c.Session.Delete().ExecX(ctx) })
		}
		close(slow)
		check(t, internal.Close())
		if <-heard {
			t.Error("a redirect was followed")
		}
		s.expectNoSecrets(t, internal.Addr().String())
	})
}

func status(code int) func(http.ResponseWriter, *http.Request) {
	return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code) }
}

// The host is checked when a device is saved, and again for what an older version or another program has stored.
func TestNothingIsSentToUnknownHosts(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		s.chooses(t, s.device(t, staff.RoleOWNER, "anna", "phone", branch.LocaleDE), true, booked)
		for i, endpoint := range []string{s.service.URL + "/fcm/send/phone", "http://fcm.googleapis.com/fcm/send/phone", "https://push.example/fcm/send/phone"} {
			s.write(t, func(ctx context.Context, c *ent.Client) {
				was := c.PushSubscription.Query().OnlyX(ctx)
				c.PushSubscription.DeleteOne(was).ExecX(ctx)
				c.PushSubscription.Create().SetStaffID(was.StaffID).SetSessionID(was.SessionID).SetEndpoint(endpoint).SetPublicKey(was.PublicKey).
					SetAuthSecret(was.AuthSecret).SetLocale(was.Locale).SetCreatedAt(was.CreatedAt).ExecX(ctx)
			})
			s.book(t, fmt.Sprintf("2026-11-2%d 10:00", 4+i))
			same(t, "queued", s.queued(t), 1)
			s.round(t.Context())
			_, asked := s.service.taken()
			same(t, endpoint, asked, 0)
			same(t, "what waits", s.queued(t), 0)
		}
	})
}

func TestAPushThatIsOfNoUseIsNotSent(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		byAnna := s.device(t, staff.RoleOWNER, "anna", "phone", branch.LocaleDE)
		s.chooses(t, byAnna, true, booked, cancelled)
		update := func(do func(ctx context.Context, c *ent.Client)) func(*ent.Appointment) {
			return func(*ent.Appointment) { s.write(t, do) }
		}
		for i, test := range []struct {
			what string
			step func(a *ent.Appointment)
			want string
		}{
			{"an hour later", func(*ent.Appointment) { s.pass(time.Hour) }, ""},
			{"cancelled meanwhile", func(a *ent.Appointment) {
				_, err := s.booking.AppointmentCancel(t.Context(), booking.AppointmentCancelInput{Secret: a.Secret})
				check(t, err)
			}, "Termin abgesagt"},
			{"given to Ben", func(a *ent.Appointment) {
				s.write(t, func(ctx context.Context, c *ent.Client) {
					c.Appointment.UpdateOneID(a.ID).SetStaffID("stf_demo-ben").SetPersonID("prs_demo-ben").AddVersion(1).ExecX(ctx)
				})
			}, ""},
			{"with a note of the staff", func(a *ent.Appointment) {
				s.write(t, func(ctx context.Context, c *ent.Client) {
					c.Appointment.UpdateOneID(a.ID).SetNote("Kaffee").AddVersion(1).ExecX(ctx)
				})
			}, "Neuer Termin"},
			{"while the clock was ahead", update(func(ctx context.Context, c *ent.Client) {
				row := c.Push.Query().OnlyX(ctx)
				c.Push.Delete().ExecX(ctx)
				c.Push.Create().SetSubscriptionID(row.SubscriptionID).SetKind(row.Kind).SetSubjectID(row.SubjectID).
					SetDueAt(row.DueAt.Add(24 * time.Hour)).SetExpiresAt(row.ExpiresAt.Add(24 * time.Hour)).ExecX(ctx)
			}), ""},
			{"no longer wanted", func(*ent.Appointment) {
				s.chooses(t, byAnna, false, booked)
			}, ""},
			{"after the session", func(*ent.Appointment) {
				s.write(t, func(ctx context.Context, c *ent.Client) {
					c.Session.Update().Where(session.ID("ses_phone")).SetExpiresAt(s.clock()).ExecX(ctx)
				})
			}, ""},
		} {
			s.chooses(t, byAnna, true, booked)
			a := s.book(t, fmt.Sprintf("2026-12-%02d 10:00", 1+i/3*7+i%3))
			same(t, test.what+": queued", s.queued(t), 1)
			test.step(a)
			came := s.work(t)
			if strings.Count(came, "title") != min(len(test.want), 1) || !strings.Contains(came, test.want) {
				t.Errorf("%s: came %q, want %q", test.what, came, test.want)
			}
			same(t, test.what+": what waits", s.queued(t), 0)
		}
	})
}

func TestAPushIsOfNoUseAfterTheStart(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		s.chooses(t, s.device(t, staff.RoleOWNER, "anna", "phone", branch.LocaleDE), true, booked)
		s.now.Store(int64(at(t, "2026-11-24 09:30")))
		s.write(t, func(ctx context.Context, c *ent.Client) { c.Branch.Update().SetLeadTimeMinutes(0).ExecX(ctx) })
		a := s.book(t, "2026-11-24 10:00")
		same(t, "it expires", s.store.Client().Push.Query().OnlyX(t.Context()).ExpiresAt, a.StartsAt)
	})
}

// A device that has signed out gets nothing, not even what was queued before.
func TestNothingIsSentAfterSigningOut(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		byAnna := s.device(t, staff.RoleOWNER, "anna", "phone", branch.LocaleDE)
		s.chooses(t, byAnna, true, booked)
		s.book(t, "2026-11-26 10:00")
		same(t, "queued", s.queued(t), 1)
		check(t, s.accounts.SignOut(byAnna, account.SignOutInput{}))
		same(t, "sent", s.work(t), "")
		s.book(t, "2026-11-26 12:00")
		same(t, "what waits", s.queued(t), 0)
	})
}

// A booking wakes the worker, which else looks only now and then.
func TestABookingWakesTheWorker(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		s.chooses(t, s.device(t, staff.RoleOWNER, "anna", "phone", branch.LocaleDE), true, booked)
		asleep := make(chan struct{})
		ctx, stop := context.WithCancel(t.Context())
		s.After = func(time.Duration) <-chan time.Time {
			select {
			case asleep <- struct{}{}:
			case <-ctx.Done():
			}
			return nil
		}
		ended := make(chan struct{})
		go func() {
			defer close(ended)
			s.Run(ctx)
		}()
		<-asleep
		s.book(t, "2026-11-26 10:00")
		<-asleep
		came, _ := s.service.taken()
		same(t, "sent", len(came), 1)
		stop()
		<-ended
	})
}

// What no browser can read does not stop the others.
func TestAKeyThatIsNoneStopsNothing(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		s.device(t, staff.RoleOWNER, "anna", "damaged", branch.LocaleDE)
		s.chooses(t, s.device(t, staff.RoleOWNER, "anna", "phone", branch.LocaleDE), true, booked)
		s.write(t, func(ctx context.Context, c *ent.Client) {
			of := pushsubscription.SessionID("ses_damaged")
			was := c.PushSubscription.Query().Where(of).OnlyX(ctx)
			c.PushSubscription.Delete().Where(of).ExecX(ctx)
			c.PushSubscription.Create().SetStaffID(was.StaffID).SetSessionID(was.SessionID).SetEndpoint(was.Endpoint).SetPublicKey("none").
				SetAuthSecret(was.AuthSecret).SetLocale(was.Locale).SetCreatedAt(was.CreatedAt).ExecX(ctx)
		})
		s.book(t, "2026-11-26 10:00")
		same(t, "sent", strings.Count(s.work(t), "title"), 1)
		same(t, "what waits", s.queued(t), 0)
	})
}
