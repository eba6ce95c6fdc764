package mail

import (
	"testing"
	"time"

	"visavis/ent/branch"
	"visavis/ent/mail"
)

func TestWhoeverDiedLosesTheClaim(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		s.book(t, cut, "2026-11-26 10:00", branch.LocaleDE)
		due := s.only(t, mail.KindCONFIRMED).DueAt
		dead, err := s.claimDue(byOwner(t), s.clock())
		if err != nil || len(dead.mails) != 1 {
			t.Fatal(dead, err)
		}
		worker := s.startWorker(t)
		s.pass(leaseTime - 1e9)
		worker.work()
		same(t, "while the lease lasts", s.subjects(t), "")
		same(t, "the claim holds no more", dead.canDeliver(s.clock()), false)
		s.pass(1e9)
		worker.work()
		same(t, "when it is over", s.subjects(t), "Dein Termin ist gebucht")
		// The first worker is still alive, but its results are ignored.
		_, failed := dead.failed(byOwner(t), dead.mails[0], Refused, s.clock())
		for _, late := range []error{
			failed,
			dead.released(byOwner(t), dead.mails[0]),
			dead.dropped(byOwner(t), dead.mails[0], ""),
			dead.sent(byOwner(t), dead.mails[0], s.clock()),
		} {
			if late != nil {
				t.Fatal(late)
			}
		}
		row := s.only(t, mail.KindCONFIRMED)
		same(t, "it was sent once", s.mails(t), "CONFIRMED 1 SENT, REMINDER 0 WAITING")
		same(t, "when", *row.SentAt, s.clock())
		if row.DueAt < due {
			t.Error("it is due before it was")
		}
	})
}

func TestAMailIsClaimedByOne(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		s.book(t, cut, "2026-11-26 10:00", branch.LocaleDE)
		claims := make(chan int)
		for range 8 {
			go func() {
				c, err := s.claimDue(byOwner(t), s.clock())
				if err != nil {
					t.Error(err)
				}
				claims <- len(c.mails)
			}()
		}
		sum := 0
		for range 8 {
			sum += <-claims
		}
		same(t, "claims", sum, 1)
	})
}

// The clock may have been ahead and set back; mails do not wait until it catches up.
func TestAClockThatIsSetBackDelaysNoMail(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		const jump = 100 * time.Hour
		s.pass(jump)
		s.book(t, cut, "2026-12-10 10:00", branch.LocaleDE)
		if dead, err := s.claimDue(byOwner(t), s.clock()); err != nil || len(dead.mails) != 1 {
			t.Fatal(dead, err)
		}
		s.pass(-jump)
		s.startWorker(t).work()
		same(t, "after the jump back", s.mails(t), "CONFIRMED 1 SENT, REMINDER 0 WAITING")
	})
}
