package mail

import (
	"fmt"
	"testing"
	"time"

	"visavis/ent/mail"
	"visavis/internal/account"
	"visavis/internal/booking"
	"visavis/internal/mailquota"
)

// A stranger books and cancels again and again, each time under another spelling of Carla's address.
func TestAMailboxReceivesTenMailsOfStrangersADay(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		worker := s.startWorker(t)
		work := func() int {
			worker.work()
			return len(s.take(t))
		}
		came := 0
		for i := range 8 {
			spelling := []string{"carla@kunde.example", "Carla@Kunde.example", "car\x01la@kunde.example", fmt.Sprintf("carla+%d@kunde.example", i)}[i%4]
			booked := s.bookFor(t, spelling, cut, "2026-12-01 10:00", "DE")
			came += work()
			if _, err := s.booking.AppointmentCancel(t.Context(), booking.AppointmentCancelInput{Secret: booked.Secret}); err != nil {
				t.Fatal(err)
			}
			came += work()
		}
		same(t, "mails", came, mailquota.Most)
		failed := mail.And(mail.StateEQ(mail.StateFAILED), mail.Failure(string(RecipientLimit)))
		same(t, "not sent", s.store.Client().Mail.Query().Where(failed).CountX(t.Context()), 16-mailquota.Most)

		s.bookFor(t, "other@kunde.example", cut, "2026-12-01 10:00", "DE")
		same(t, "to somebody else", work(), 1)
		s.sendAccess(t)
		same(t, "from staff", work(), 1)
		row := s.store.Client().Mail.Query().Where(failed).FirstX(t.Context())
		if _, err := s.Retry(byOwner(t), row.ID); err != nil {
			t.Fatal(err)
		}
		<-worker.asleep // which the retry had woken
		s.take(t)
		again := s.store.Client().Mail.GetX(t.Context(), row.ID)
		same(t, "what a manager retries", again.Failure == string(RecipientLimit), false)
		s.pass(24 * time.Hour)
		s.bookFor(t, "carla@kunde.example", cut, "2026-12-02 10:00", "DE")
		same(t, "the next day", work(), 1)
	})
}

func TestPasswordMailsAreLimited(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		s.sendAccess(t) // which makes the account
		worker, came := s.startWorker(t), 0
		s.take(t)
		for range 12 {
			if _, err := s.accounts.PasswordResetRequest(t.Context(), account.PasswordResetRequestInput{Email: "Ben@salon.example"}); err != nil {
				t.Fatal(err)
			}
			worker.work()
			came += len(s.take(t))
		}
		same(t, "mails", came, mailquota.Most)
		s.sendAccess(t)
		worker.work()
		same(t, "from the manager", len(s.take(t)), 1)
	})
}

func TestQuickMovesEndInOneMail(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		worker := s.startWorker(t)
		booked := s.book(t, cut, "2026-12-01 10:00", "DE")
		worker.work()
		s.take(t)
		for i := range 32 {
			at := at(t, []string{"2026-12-01 11:00", "2026-12-01 14:00"}[i%2])
			if _, err := s.booking.AppointmentMove(t.Context(), booking.AppointmentMoveInput{Secret: booked.Secret, Start: at}); err != nil {
				t.Fatal(err)
			}
			s.pass(time.Second)
			worker.work()
		}
		same(t, "while it moves", s.subjects(t), "")
		s.pass(time.Minute)
		worker.work()
		same(t, "after a minute of quiet", s.subjects(t), "Dein Termin wurde verschoben")
	})
}
