package mail

import (
	"io"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"visavis/ent/branch"
	"visavis/ent/mail"
)

// expectDue compares the number of mails that are due and the age of the oldest.
func (s *salon) expectDue(t *testing.T, when string, count int, oldest time.Duration) {
	t.Helper()
	got, age, err := s.Due(byOwner(t))
	same(t, when+", the error", err, nil)
	same(t, when+", due", got, count)
	same(t, when+", the oldest has waited", age, oldest)
}

func TestTheAgeOfTheOutboxGrowsWhileTheServerRefuses(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		began := s.clock()
		s.expectDue(t, "at first", 0, 0)
		s.smtp.set(responses{sender: func(string) error { return smtpError(450, "busy") }})
		s.book(t, cut, "2026-11-26 10:00", branch.LocaleDE)
		worker := s.startWorker(t)
		for range 3 {
			s.expectDue(t, "between attempts", 1, s.clock().Sub(began))
			s.now.Store(int64(s.only(t, mail.KindCONFIRMED).DueAt))
			worker.work()
		}
		if age := s.clock().Sub(began); age < 7*time.Minute {
			t.Fatalf("three pauses take %v", age)
		}
		s.smtp.set(responses{})
		s.now.Store(int64(s.only(t, mail.KindCONFIRMED).DueAt))
		worker.work()
		s.expectDue(t, "once it is sent", 0, 0)
	})
}

func TestAttemptsAreCountedByOutcomeAndReason(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		s.smtp.set(responses{sender: func(string) error { return smtpError(450, "busy") }})
		s.book(t, cut, "2026-11-26 10:00", branch.LocaleDE)
		worker := s.startWorker(t)
		s.smtp.set(responses{})
		s.now.Store(int64(s.only(t, mail.KindCONFIRMED).DueAt))
		worker.work()
		s.smtp.set(responses{recipient: func(string) error { return smtpError(550, "unknown") }})
		s.book(t, cut, "2026-11-26 14:00", branch.LocaleDE)
		worker.work()
		scrape := httptest.NewRecorder()
		s.metrics.Private().ServeHTTP(scrape, httptest.NewRequest("GET", "http://localhost/metrics", nil))
		text, err := io.ReadAll(scrape.Body)
		same(t, "the error", err, nil)
		for _, want := range []string{
			`visavis_mails_total{outcome="retried",reason="deferred"} 1`,
			`visavis_mails_total{outcome="sent",reason=""} 1`,
			`visavis_mails_total{outcome="given up",reason="rejected recipient"} 1`,
		} {
			if !strings.Contains(string(text), want) {
				t.Errorf("the metrics have no %s", want)
			}
		}
	})
}
