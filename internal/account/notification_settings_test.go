package account_test

import (
	"context"
	"strings"
	"testing"

	"visavis/ent/branch"
	"visavis/ent/notificationsetting"
	"visavis/internal/account"
	"visavis/internal/actor"
)

// wanted returns the kinds of which the actor is notified; in brackets, those of which they get no email.
func wanted(list []*account.NotificationSetting) string {
	var said []string
	for _, setting := range list {
		text := setting.Kind.String()
		if !setting.ByEmail {
			text = "(" + text + ")"
		}
		if setting.ByPush {
			text += "+push"
		}
		said = append(said, text)
	}
	return strings.Join(said, " ")
}

func TestNotificationSettings(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		as := func(role actor.Role, staffID string) context.Context {
			return actor.With(t.Context(), actor.Actor{Role: role, StaffID: staffID, PersonID: "prs_" + staffID})
		}
		byBen, byClara := as(actor.Member, ben), as(actor.Manager, clara)
		list := func(who context.Context) string {
			settings, err := s.NotificationSettings(who)
			if err != nil {
				t.Fatal(err)
			}
			return wanted(settings)
		}
		same(t, "of a manager, at first", list(byClara), "(BOOKED) (MOVED) (CANCELLED) (CHANGE_REQUESTED) (CUSTOMER_WAITS)+push (ABSENCE_REQUESTED) ABSENCE_ANSWERED")
		same(t, "of a member, at first", list(byBen), "(BOOKED) (MOVED) (CANCELLED) (CHANGE_REQUESTED) (CUSTOMER_WAITS)+push ABSENCE_ANSWERED")
		update := func(settings ...*account.NotificationSettingInput) error {
			after, err := s.NotificationSettingsUpdate(byBen, account.NotificationSettingsUpdateInput{Settings: settings, Locale: branch.LocaleEN})
			if err == nil {
				same(t, "what is answered", wanted(after), list(byBen))
			}
			return err
		}
		booked, answered := notificationsetting.KindBOOKED, notificationsetting.KindABSENCE_ANSWERED
		if err := update(&account.NotificationSettingInput{Kind: booked, ByEmail: true}, &account.NotificationSettingInput{Kind: answered}); err != nil {
			t.Fatal(err)
		}
		same(t, "chosen", list(byBen), "BOOKED (MOVED) (CANCELLED) (CHANGE_REQUESTED) (CUSTOMER_WAITS)+push (ABSENCE_ANSWERED)")
		if err := update(&account.NotificationSettingInput{Kind: answered, ByEmail: true}); err != nil {
			t.Fatal(err)
		}
		same(t, "one of them", list(byBen), "BOOKED (MOVED) (CANCELLED) (CHANGE_REQUESTED) (CUSTOMER_WAITS)+push ABSENCE_ANSWERED")
		if err := update(&account.NotificationSettingInput{Kind: booked, ByPush: new(true)}); err != nil {
			t.Fatal(err)
		}
		if err := update(&account.NotificationSettingInput{Kind: booked, ByEmail: true}); err != nil { // as a page does that knows no pushes
			t.Fatal(err)
		}
		same(t, "pushes", list(byBen), "BOOKED+push (MOVED) (CANCELLED) (CHANGE_REQUESTED) (CUSTOMER_WAITS)+push ABSENCE_ANSWERED")
		err := update(&account.NotificationSettingInput{Kind: booked}, &account.NotificationSettingInput{Kind: booked, ByEmail: true})
		same(t, "the same kind twice", codes(err), "TAKEN settings.1.kind")
		err = update(&account.NotificationSettingInput{Kind: notificationsetting.KindABSENCE_REQUESTED, ByEmail: true})
		same(t, "what only managers get", codes(err), "ROLE_TOO_HIGH settings.0.kind")
		same(t, "of others", list(byClara), "(BOOKED) (MOVED) (CANCELLED) (CHANGE_REQUESTED) (CUSTOMER_WAITS)+push (ABSENCE_REQUESTED) ABSENCE_ANSWERED")
	})
}
