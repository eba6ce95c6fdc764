package mail_test

import (
	"context"
	"testing"
	"time"

	"visavis/internal/civil"
	"visavis/internal/mailquota"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

func TestAMailboxHasTenMailsInADay(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		now := civil.Instant(1_800_000_000)
		take := func(purpose mailquota.Purpose, address string, at civil.Instant) (taken bool) {
			err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) (err error) {
				taken, err = mailquota.Take(ctx, tx, purpose, address, at)
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
			return taken
		}
		left := func(at civil.Instant) int {
			count, err := mailquota.Left(t.Context(), s.Client(), mailquota.Appointments, "lena@web.example", at)
			if err != nil {
				t.Fatal(err)
			}
			return count
		}
		for i := range mailquota.Most {
			if got := left(now); got != mailquota.Most-i {
				t.Errorf("%d are left after %d", got, i)
			}
			if !take(mailquota.Appointments, []string{"lena@web.example", "Lena+x@web.example"}[i%2], now.Add(time.Duration(i)*time.Hour)) {
				t.Errorf("number %d is refused", i+1)
			}
		}
		for _, test := range []struct {
			name    string
			purpose mailquota.Purpose
			address string
			after   time.Duration
			want    bool
		}{
			{"one more", mailquota.Appointments, "LENA@web.example", 23 * time.Hour, false},
			{"to sign in", mailquota.Access, "lena@web.example", 23 * time.Hour, true},
			{"to somebody else", mailquota.Appointments, "tom@web.example", 23 * time.Hour, true},
			{"a day after the first", mailquota.Appointments, "lena@web.example", 24 * time.Hour, true},
		} {
			if got := take(test.purpose, test.address, now.Add(test.after)); got != test.want {
				t.Errorf("%s: %t", test.name, got)
			}
		}
		if err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			return mailquota.Forget(ctx, tx.Client, "lena@web.example")
		}); err != nil {
			t.Fatal(err)
		}
		if count := s.Client().MailQuota.Query().CountX(t.Context()); count != 1 {
			t.Errorf("%d quotas are kept besides Tom's", count-1)
		}
	})
}
