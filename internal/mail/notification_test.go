package mail

import (
	"context"
	"log/slog"
	"strings"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/absencerequest"
	"visavis/ent/branch"
	"visavis/ent/changerequest"
	"visavis/ent/notificationsetting"
	"visavis/internal/account"
	"visavis/internal/actor"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/event"
	salons "visavis/internal/salon"
)

// signedIn gives profiles of the demo salon an address for signing in, and returns a context of each.
func (s *salonOf) signedIn(t *testing.T, role actor.Role, name string) context.Context {
	t.Helper()
	s.write(t, func(ctx context.Context, c *ent.Client) error {
		return c.Account.Create().SetStaffID("stf_demo-" + name).SetEmail(name + "@salon.example").SetCreatedAt(0).Exec(ctx)
	})
	return actor.With(t.Context(), actor.Actor{Role: role, StaffID: "stf_demo-" + name, PersonID: "prs_demo-" + name, Branches: []string{mitte}})
}

// salonOf is the salon with its plans.
type salonOf struct {
	*salon
	plans plans
}

func eachSalonOf(t *testing.T, test func(t *testing.T, s *salonOf)) {
	eachSalon(t, func(t *testing.T, s *salon) {
		feed := event.NewFeed(s.store, slog.New(slog.DiscardHandler))
		t.Cleanup(feed.Close)
		clock := func() civil.Instant { return civil.Instant(s.now.Load()) }
		test(t, &salonOf{s, plans{salons.New(s.store, feed, clock)}})
	})
}

// chooses turns kinds of notifications on or off, in English.
func (s *salonOf) chooses(t *testing.T, who context.Context, byEmail bool, kinds ...notificationsetting.Kind) {
	t.Helper()
	input := account.NotificationSettingsUpdateInput{Locale: branch.LocaleEN}
	for _, kind := range kinds {
		input.Settings = append(input.Settings, &account.NotificationSettingInput{Kind: kind, ByEmail: byEmail})
	}
	if _, err := s.accounts.NotificationSettingsUpdate(who, input); err != nil {
		t.Fatal(err)
	}
}

// toStaff returns the subjects of the messages that came to staff, each with the recipient.
func (s *salonOf) toStaff(t *testing.T) (came []parsedMail, subjects string) {
	t.Helper()
	var list []string
	for _, o := range s.take(t) {
		if to := o.Get("To"); strings.Contains(to, "@salon.example") && !strings.Contains(to, "mitte@") {
			came = append(came, o)
			list = append(list, to+" "+o.subject)
		}
	}
	return came, strings.Join(list, "; ")
}

func TestStaffLearnWhatTheirCustomersDoOnline(t *testing.T) {
	eachSalonOf(t, func(t *testing.T, s *salonOf) {
		worker := s.startWorker(t)
		byAnna := s.signedIn(t, actor.Owner, "anna")
		s.signedIn(t, actor.Member, "ben")
		s.book(t, videoTint, "2026-11-25 15:00", branch.LocaleDE)
		worker.work()
		_, subjects := s.toStaff(t)
		same(t, "by default", subjects, "")

		s.chooses(t, byAnna, true, notificationsetting.KindBOOKED, notificationsetting.KindMOVED, notificationsetting.KindCANCELLED)
		booked := s.book(t, videoTint, "2026-11-26 10:00", branch.LocaleDE)
		worker.work()
		came, subjects := s.toStaff(t)
		same(t, "booked", subjects, `"Anna" <anna@salon.example> New appointment: Farbberatung, 26 November 2026, 10:00`)
		text := came[0].text
		for _, want := range []string{"Hello Anna,", "Customer: Carla Kunde", "What: Farbberatung", "/admin/kalender?datum=2026-11-26&filiale=mitte&termin=" + booked.ID} {
			if !strings.Contains(text, want) {
				t.Errorf("no %q in\n%s", want, text)
			}
		}
		for _, secret := range []string{*booked.Secret, *booked.JoinToken, roomURL, "carla@kunde.example"} {
			if strings.Contains(text, secret) || strings.Contains(came[0].html, secret) || strings.Contains(s.logs.String(), secret) {
				t.Errorf("%q stands in the message or the log", secret)
			}
		}

		if _, err := s.booking.AppointmentMove(t.Context(), booking.AppointmentMoveInput{Secret: booked.Secret, Start: at(t, "2026-11-26 11:00")}); err != nil {
			t.Fatal(err)
		}
		worker.work()
		came, subjects = s.toStaff(t)
		same(t, "moved", subjects, `"Anna" <anna@salon.example> Appointment moved: Farbberatung, 26 November 2026, 11:00`)
		if !strings.Contains(came[0].text, "10:00") {
			t.Errorf("it does not say from when:\n%s", came[0].text)
		}
		if _, err := s.booking.AppointmentCancel(t.Context(), booking.AppointmentCancelInput{Secret: booked.Secret}); err != nil {
			t.Fatal(err)
		}
		worker.work()
		_, subjects = s.toStaff(t)
		same(t, "cancelled", subjects, `"Anna" <anna@salon.example> Appointment cancelled: Farbberatung, 26 November 2026, 11:00`)

		s.chooses(t, byAnna, false, notificationsetting.KindBOOKED)
		byStaff := s.book(t, cut, "2026-11-25 10:00", branch.LocaleDE)
		s.move(t, byStaff, "2026-11-25 11:00")
		s.cancel(t, byStaff)
		worker.work()
		_, subjects = s.toStaff(t)
		same(t, "what staff did themselves", subjects, "")
	})
}

// A mail to staff is written with the booking: it is retried as all mails are, and what the customer does next does not drop it.
func TestAMailToStaffOutlastsTheServerAndTheNextStep(t *testing.T) {
	eachSalonOf(t, func(t *testing.T, s *salonOf) {
		byAnna := s.signedIn(t, actor.Owner, "anna")
		s.chooses(t, byAnna, true, notificationsetting.KindBOOKED, notificationsetting.KindCANCELLED)
		booked := s.book(t, cut, "2026-11-26 10:00", branch.LocaleDE)
		if _, err := s.booking.AppointmentCancel(t.Context(), booking.AppointmentCancelInput{Secret: booked.Secret}); err != nil {
			t.Fatal(err)
		}
		same(t, "queued", strings.Count(s.mails(t), "STAFF_CANCELLED 0 WAITING")+strings.Count(s.mails(t), "STAFF_BOOKED 0 WAITING"), 2)
		s.startWorker(t)
		_, subjects := s.toStaff(t)
		same(t, "sent", subjects, `"Anna" <anna@salon.example> Appointment cancelled: Haarschnitt, 26 November 2026, 10:00`)
		if !strings.Contains(s.mails(t), "STAFF_BOOKED 0 DROPPED") {
			t.Errorf("what is no longer so is dropped: %s", s.mails(t))
		}
	})
}

// A note of the staff does not drop the mail about the booking; another person, or another wish, does.
func TestAMailToStaffOutlastsEdits(t *testing.T) {
	eachSalonOf(t, func(t *testing.T, s *salonOf) {
		byAnna := s.signedIn(t, actor.Owner, "anna")
		s.chooses(t, byAnna, true, notificationsetting.KindBOOKED)
		edited := s.book(t, cut, "2026-11-26 10:00", branch.LocaleDE)
		s.write(t, func(ctx context.Context, c *ent.Client) error {
			return c.Appointment.UpdateOneID(edited.ID).SetNote("Kaffee").AddVersion(1).Exec(ctx)
		})
		handedOver := s.book(t, cut, "2026-11-26 12:00", branch.LocaleDE)
		s.write(t, func(ctx context.Context, c *ent.Client) error {
			return c.Appointment.UpdateOneID(handedOver.ID).SetStaffID("stf_demo-ben").SetPersonID("prs_demo-ben").AddVersion(1).Exec(ctx)
		})
		worker := s.startWorker(t)
		_, subjects := s.toStaff(t)
		same(t, "sent", subjects, `"Anna" <anna@salon.example> New appointment: Haarschnitt, 26 November 2026, 10:00`)
		s.book(t, cut, "2026-11-26 15:00", branch.LocaleDE)
		s.chooses(t, byAnna, false, notificationsetting.KindBOOKED)
		worker.work()
		_, subjects = s.toStaff(t)
		same(t, "no longer wanted", subjects, "")
	})
}

// The link opens the branch of who asks, not the first one of the owner.
func TestAMailAboutAnAbsenceOpensTheBranchOfWhoAsks(t *testing.T) {
	eachSalonOf(t, func(t *testing.T, s *salonOf) {
		byAnna, byDavid := s.signedIn(t, actor.Owner, "anna"), s.signedIn(t, actor.Member, "david") // who works in West
		s.chooses(t, byAnna, true, notificationsetting.KindABSENCE_REQUESTED)
		s.plans.ask(t, byDavid)
		s.pass(time.Minute)
		s.startWorker(t)
		came, _ := s.toStaff(t)
		if len(came) != 1 || !strings.Contains(came[0].text, "/admin/braucht-dich?filiale=west") {
			t.Errorf("%d messages: %v", len(came), came)
		}
	})
}

func TestWhoMayAnswerARequestLearnsOfIt(t *testing.T) {
	eachSalonOf(t, func(t *testing.T, s *salonOf) {
		worker := s.startWorker(t)
		for name, role := range map[string]actor.Role{"anna": actor.Owner, "ben": actor.Member, "clara": actor.Manager, "frida": actor.Receptionist, "david": actor.Member} {
			s.chooses(t, s.signedIn(t, role, name), true, notificationsetting.KindCHANGE_REQUESTED)
		}
		booked := s.book(t, cut, "2026-11-26 10:00", branch.LocaleDE)
		s.now.Store(int64(at(t, "2026-11-25 12:00")))
		worker.work()
		s.take(t)
		text := "Geht auch Freitag?"
		if _, err := s.booking.ChangeRequestCreate(t.Context(), booking.ChangeRequestCreateInput{Secret: *booked.Secret, Kind: changerequest.KindMOVE, Text: &text}); err != nil {
			t.Fatal(err)
		}
		worker.work()
		came, _ := s.toStaff(t)
		to := map[string]bool{}
		for _, o := range came {
			to[o.Get("To")] = !strings.Contains(o.text+o.html, text) && strings.HasPrefix(o.subject, "Request for another appointment: Haarschnitt")
		}
		same(t, "how many", len(to), 3)
		for _, name := range []string{"Anna", "Clara", "Frida"} {
			same(t, "to "+name, to[`"`+name+`" <`+strings.ToLower(name)+`@salon.example>`], true)
		}
	})
}

func TestManagersLearnOfRequestsForAbsencesAndMembersOfTheAnswer(t *testing.T) {
	eachSalonOf(t, func(t *testing.T, s *salonOf) {
		worker := s.startWorker(t)
		byClara, byBen := s.signedIn(t, actor.Manager, "clara"), s.signedIn(t, actor.Member, "ben")
		s.chooses(t, byClara, true, notificationsetting.KindABSENCE_REQUESTED)
		s.write(t, func(ctx context.Context, c *ent.Client) error { // as a manager, whom Ben was once
			return c.NotificationSetting.Create().SetStaffID("stf_demo-ben").SetKind(notificationsetting.KindABSENCE_REQUESTED).SetByEmail(true).SetLocale("DE").Exec(ctx)
		})
		after := func(what, want string) {
			t.Helper()
			worker.work()
			_, early := s.toStaff(t)
			same(t, what+", at once", early, "")
			s.pass(time.Minute)
			worker.work()
			_, subjects := s.toStaff(t)
			same(t, what, subjects, want)
		}
		const toClara, toBen = `"Clara" <clara@salon.example> `, `"Ben" <ben@salon.example> `
		request := s.plans.ask(t, byBen)
		after("asked", toClara+"Request for an absence")
		s.plans.approve(t, byClara, request)
		after("approved", toBen+"Abwesenheit genehmigt")
		s.plans.reopen(t, byClara, request)
		s.plans.approve(t, byClara, request)
		s.plans.reopen(t, byClara, request)
		s.plans.decline(t, byClara, request, "Da ist Messe")
		after("answered again within a minute", toBen+"Abwesenheit abgelehnt")
		s.plans.reopen(t, byClara, request)
		s.plans.approve(t, byClara, request)
		s.plans.withdraw(t, byBen, request)
		after("withdrawn within a minute", "")
		s.chooses(t, byBen, false, notificationsetting.KindABSENCE_ANSWERED)
		s.plans.approve(t, byClara, s.plans.ask(t, byBen))
		after("without mails", "")
		s.plans.approve(t, byClara, s.plans.ask(t, byClara))
		after("what she asked and answered herself", "")
	})
}

// plans are what the salon plans.
type plans struct{ *salons.Salon }

func (p plans) ask(t *testing.T, who context.Context) string {
	t.Helper()
	first := civil.NewDate(2026, 12, 21)
	row, err := p.AbsenceRequestCreate(who, salons.AbsenceRequestCreateInput{Kind: absencerequest.KindHOLIDAY, Days: &salons.DaysInput{First: first, Last: first + 2}})
	if err != nil {
		t.Fatal(err)
	}
	return row.ID
}

func (p plans) approve(t *testing.T, who context.Context, id string) {
	t.Helper()
	if _, _, err := p.AbsenceRequestApprove(who, salons.AbsenceRequestApproveInput{ID: id}); err != nil {
		t.Fatal(err)
	}
}

func (p plans) decline(t *testing.T, who context.Context, id, answer string) {
	t.Helper()
	if _, err := p.AbsenceRequestDecline(who, salons.AbsenceRequestDeclineInput{ID: id, Answer: &answer}); err != nil {
		t.Fatal(err)
	}
}

func (p plans) reopen(t *testing.T, who context.Context, id string) {
	t.Helper()
	if _, err := p.AbsenceRequestReopen(who, salons.AbsenceRequestReopenInput{ID: id}); err != nil {
		t.Fatal(err)
	}
}

func (p plans) withdraw(t *testing.T, who context.Context, id string) {
	t.Helper()
	if _, err := p.AbsenceRequestWithdraw(who, salons.AbsenceRequestWithdrawInput{ID: id}); err != nil {
		t.Fatal(err)
	}
}
