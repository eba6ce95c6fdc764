package mail

import (
	"strings"
	"testing"
	"time"

	"visavis/ent/branch"
	"visavis/internal/booking"
)

// confirmationIn returns the token of the button in a message, or "" if it has none.
func confirmationIn(text string) string {
	_, after, _ := strings.Cut(text, publicURL+"/confirm/")
	token, _, _ := strings.Cut(after, "\n")
	return token
}

func TestTheButtonStandsInTheConfirmationOnly(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		worker := s.startWorker(t)
		booked := s.book(t, cut, "2026-11-26 10:00", branch.LocaleDE)
		worker.work()
		first := s.take(t)[0]
		s.move(t, booked, "2026-11-26 11:00")
		worker.work()
		s.now.Store(int64(at(t, "2026-11-25 11:00")))
		worker.work()
		for _, o := range s.take(t) {
			same(t, "in "+o.subject, confirmationIn(o.text+o.html), "")
		}
		token := confirmationIn(first.text)
		if !strings.Contains(first.html, token) || strings.Contains(first.calendar, token) || strings.Contains(s.logs.String(), token) {
			t.Error("the token stands elsewhere")
		}
		if err := s.booking.AppointmentConfirm(t.Context(), token); err != nil {
			t.Error(err)
		}
	})
}

func TestWhatAManagerBookedNeedsNoButton(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		worker := s.startWorker(t)
		_, err := s.booking.AppointmentBookByStaff(byOwner(t), booking.AppointmentBookByStaffInput{
			BranchID: mitte, ServiceID: cut, StaffID: anna, Start: at(t, "2026-11-26 10:00"),
			Customer: &booking.CustomerInput{Name: "Carla Kunde", Email: new("carla@kunde.example"), Locale: branch.LocaleDE},
		})
		if err != nil {
			t.Fatal(err)
		}
		worker.work()
		same(t, "the button", confirmationIn(s.take(t)[0].text), "")
	})
}

// A mail whose delivery was not acknowledged may have arrived.
func TestTheButtonsOfAllAttemptsWork(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		var tokens []string
		worker := s.startWorker(t)
		s.smtp.set(responses{message: func() error { return smtpError(451, "try again later") }})
		s.book(t, cut, "2026-11-26 10:00", branch.LocaleDE)
		worker.work()
		s.smtp.set(responses{})
		s.pass(10 * time.Minute)
		worker.work()
		for _, o := range s.take(t) {
			tokens = append(tokens, confirmationIn(o.text))
		}
		links := s.store.Client().ConfirmationLink.Query().CountX(t.Context())
		same(t, "buttons", links, 2)
		for _, token := range tokens {
			if err := s.booking.AppointmentConfirm(t.Context(), token); err != nil {
				t.Error(err)
			}
		}
	})
}
