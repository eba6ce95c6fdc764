package account_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"visavis/ent/branch"
	"visavis/ent/staff"
	"visavis/internal/account"
	"visavis/internal/actor"
	"visavis/internal/store/storetest"
)

const (
	browserKey    = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
	browserSecret = "BTBZMqHH6r4Tts7J_aSIgg"
)

// deviceOf returns what a browser got from its push service.
func deviceOf(number int) account.PushSubscriptionSaveInput {
	return account.PushSubscriptionSaveInput{
		Endpoint: fmt.Sprintf("https://fcm.googleapis.com/fcm/send/%d", number), PublicKey: browserKey, AuthSecret: browserSecret, Locale: branch.LocaleDE,
	}
}

func TestPushSubscriptions(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		save := func(who context.Context, input account.PushSubscriptionSaveInput) *account.PushSubscription {
			t.Helper()
			return must(s.PushSubscriptionSave(who, input))(t)
		}
		list := func(who context.Context) []*account.PushSubscription {
			t.Helper()
			return must(s.PushSubscriptions(who))(t)
		}
		session := s.signIn(t, ben)
		byBen, byClara := s.as(t, session), s.as(t, s.signIn(t, clara))
		first := save(byBen, deviceOf(1))
		same(t, "saved", *first, account.PushSubscription{ID: first.ID, Browser: first.Browser, CreatedAt: s.clock(), Current: true})
		same(t, "saved again", save(byBen, deviceOf(1)).ID, first.ID)
		same(t, "elsewhere", list(s.as(t, s.signIn(t, ben)))[0].Current, false)
		inEnglish := deviceOf(1)
		inEnglish.Locale = branch.LocaleEN
		same(t, "saved in another language", save(byBen, inEnglish).ID, first.ID)
		same(t, "in another language", string(s.store.Client().PushSubscription.Query().OnlyX(t.Context()).Locale), "EN")

		hers := save(byClara, deviceOf(1))
		same(t, "of Ben, after Clara signed in on it", len(list(byBen)), 0)
		same(t, "of Clara", list(byClara)[0].ID, hers.ID)
		s.refuses(t, "removed by Ben", "NOT_FOUND id", func() error {
			return s.PushSubscriptionRemove(byBen, account.PushSubscriptionRemoveInput{ID: hers.ID})
		})
		check(t, s.PushSubscriptionRemove(byClara, account.PushSubscriptionRemoveInput{ID: hers.ID}))
		same(t, "of Clara, removed", len(list(byClara)), 0)
		for _, row := range storetest.Dump(t, s.store) {
			isTrail := strings.HasPrefix(row, "audit_entries: ") && (strings.Contains(row, "fcm.googleapis.com") || strings.Contains(row, browserKey) || strings.Contains(row, browserSecret))
			if isTrail {
				t.Error("the audit trail holds by what others could send pushes: ", row)
			}
		}

		for device := range 12 {
			s.advance(time.Second)
			save(s.as(t, s.signIn(t, ben)), deviceOf(100+device))
		}
		same(t, "of Ben, on twelve devices", len(list(byBen)), 10)
		s.archive(t, ben)
		same(t, "of Ben, who has left", s.store.Client().PushSubscription.Query().CountX(t.Context()), 0)
	})
}

func TestADeviceGetsNoPushesAfterItHasSignedOut(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		session := s.signIn(t, ben)
		must(s.PushSubscriptionSave(s.as(t, session), deviceOf(1)))(t)
		check(t, s.SignOut(s.as(t, session), account.SignOutInput{}))
		same(t, "devices", s.store.Client().PushSubscription.Query().CountX(t.Context()), 0)
	})
}

func TestPushSubscriptionsAreRefused(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		byBen := s.as(t, s.signIn(t, ben))
		byPIN := s.as(t, must(s.signInByPIN(t, s.till(t, mitte), ben, pin))(t).Secret)
		_, token := s.token(t, byBen, staff.RoleMEMBER)
		byToken := actor.With(t.Context(), must(s.program(t, token))(t))
		for _, test := range []struct {
			what, want string
			who        context.Context
			change     func(*account.PushSubscriptionSaveInput)
		}{
			{"by PIN", "PUSH_NOT_PERSONAL endpoint", byPIN, func(*account.PushSubscriptionSaveInput) {}},
			{"by a token", "PUSH_NOT_PERSONAL endpoint", byToken, func(*account.PushSubscriptionSaveInput) {}},
			{"of an unknown host", "PUSH_SERVICE_UNKNOWN endpoint", byBen, func(i *account.PushSubscriptionSaveInput) { i.Endpoint = "https://127.0.0.1/a" }},
			{"with a secret as the key", "PUSH_KEY_INVALID publicKey", byBen, func(i *account.PushSubscriptionSaveInput) { i.PublicKey = browserSecret }},
			{"with a key as the secret", "PUSH_KEY_INVALID authSecret", byBen, func(i *account.PushSubscriptionSaveInput) { i.AuthSecret = browserKey }},
		} {
			input := deviceOf(1)
			test.change(&input)
			s.refuses(t, test.what, test.want, func() error {
				_, err := s.PushSubscriptionSave(test.who, input)
				return err
			})
		}
		same(t, "devices", s.store.Client().PushSubscription.Query().CountX(t.Context()), 0)
	})
}
