package mail

import (
	"context"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/internal/account"
)

func TestMailsWaitForASender(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		s.write(t, func(ctx context.Context, c *ent.Client) error {
			return c.Branch.UpdateOneID(mitte).SetEmail("").Exec(ctx)
		})
		s.book(t, cut, "2026-11-26 10:00", branch.LocaleDE)
		late := s.book(t, cut, "2026-11-24 10:00", branch.LocaleDE)
		worker := s.startWorker(t)
		worker.work()
		same(t, "none is attempted", s.mails(t), "CONFIRMED 0 WAITING, CONFIRMED 0 WAITING, REMINDER 0 WAITING, REMINDER 0 WAITING")
		s.now.Store(int64(late.StartsAt))
		worker.work()
		same(t, "after a start", s.mails(t), "CONFIRMED 0 WAITING, CONFIRMED 0 DROPPED too late, REMINDER 0 WAITING, REMINDER 0 DROPPED too late")
		s.write(t, func(ctx context.Context, c *ent.Client) error {
			return c.Branch.UpdateOneID(mitte).SetEmail("mitte@salon.example").Exec(ctx)
		})
		worker.work()
		worker.work()
		same(t, "with a sender", s.subjects(t), "Dein Termin ist gebucht")
	})
}

func TestMailsWaitForAServer(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		without := New(Options{Database: s.store, Clock: s.clock, PublicURL: publicURL})
		worker := s.startFor(t, without)
		<-worker.asleep
		s.book(t, cut, "2026-11-26 10:00", branch.LocaleDE)
		late := s.book(t, cut, "2026-11-24 10:00", branch.LocaleDE)
		s.cancel(t, late)
		worker.work()
		same(t, "none is attempted", s.mails(t), "CONFIRMED 0 WAITING, CONFIRMED 0 DROPPED, REMINDER 0 WAITING, REMINDER 0 DROPPED, CANCELLED 0 WAITING")
		s.now.Store(int64(late.EndsAt.Add(cancellationUse)))
		worker.work()
		same(t, "a day after an appointment", s.mails(t), "CONFIRMED 0 WAITING, CONFIRMED 0 DROPPED, REMINDER 0 WAITING, REMINDER 0 DROPPED, CANCELLED 0 DROPPED too late")
		s.startWorker(t)
		same(t, "with a server", s.subjects(t), "Dein Termin ist gebucht, Erinnerung an deinen Termin")
	})
}

func TestAnAccessLinkThatWaitedTooLongIsNotSent(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		s.sendAccess(t)
		s.pass(account.LinkDays*24*time.Hour + time.Second)
		s.startWorker(t)
		same(t, "it", s.mails(t), "ACCESS 0 DROPPED too late")
		same(t, "mails", s.subjects(t), "")
	})
}
