package booking_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/auditentry"
	"visavis/ent/customer"
	"visavis/ent/mail"
	"visavis/internal/booking"
	"visavis/internal/store"
)

func (d *fixture) correct(t *testing.T, of *ent.Appointment, email string) (*ent.Appointment, error) {
	t.Helper()
	d.pass(time.Second) // mails of one second have no order
	return d.AppointmentEmailCorrect(t.Context(), booking.AppointmentEmailCorrectInput{Secret: *of.Secret, Email: email, IdempotencyKey: d.key()})
}

// buttonOf returns the token of the button in a mail about an appointment.
func (d *fixture) buttonOf(t *testing.T, of *ent.Appointment) (token string) {
	t.Helper()
	must(0, d.store.Write(t.Context(), func(ctx context.Context, tx *store.Tx) (err error) {
		token, err = booking.ConfirmationLink(ctx, tx, of.ID)
		return err
	}))(t)
	return token
}

// sendMails marks what waits as sent.
func (d *fixture) sendMails(t *testing.T) {
	t.Helper()
	must(0, d.store.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
		return tx.Mail.Update().Where(mail.StateEQ(mail.StateWAITING), mail.KindNEQ(mail.KindREMINDER)).SetState(mail.StateSENT).SetSentAt(1).Exec(ctx)
	}))(t)
}

func TestAMisspeltAddressIsCorrected(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.book(t, start(t, videoTint, "2026-11-26 10:00", anna))
		misspelt := *booked.CustomerID
		same(t, "the address", *booking.UnconfirmedEmailOf(booked), "carla@kunde.example")
		d.sendMails(t)
		button := d.buttonOf(t, booked)
		for _, test := range []struct{ email, want string }{
			{"", "REQUIRED email"}, {"carla", "EMAIL_INVALID email"}, {"cärla@kunde.example", "EMAIL_NOT_ASCII email"}, {strings.Repeat("a", 300) + "@kunde.example", "TOO_LONG email"},
		} {
			_, err := d.correct(t, booked, test.email)
			same(t, test.email, codes(err), test.want)
		}
		same(t, "the same address", must(d.correct(t, booked, " Carla@Kunde.example"))(t).ContactEmail, "carla@kunde.example")
		same(t, "mails before", strings.Join(d.mails(t, booked.ID), ", "), "1 CONFIRMED SENT, 1 REMINDER WAITING")

		after := must(d.correct(t, booked, "carola@kunde.example"))(t)
		same(t, "corrected", after.ContactEmail, "carola@kunde.example")
		same(t, "mails", strings.Join(d.mails(t, booked.ID), ", "), "1 CONFIRMED SENT, 1 CONFIRMED WAITING, 1 REMINDER WAITING")
		same(t, "the record of the misspelt address", d.store.Client().Customer.Query().Where(customer.ID(misspelt)).ExistX(t.Context()), false)
		same(t, "the old button", codes(d.AppointmentConfirm(t.Context(), button)), "LINK_USED token")
		entry := d.store.Client().AuditEntry.Query().Where(auditentry.Action("appointmentEmailCorrect")).OnlyX(t.Context())
		if strings.Contains(string(entry.Before)+string(entry.After), "kunde.example") {
			t.Errorf("the trail keeps %s and %s", entry.Before, entry.After)
		}

		must(0, d.AppointmentConfirm(t.Context(), d.buttonOf(t, booked)))(t)
		_, err := d.correct(t, after, "other@kunde.example")
		same(t, "confirmed", codes(err), "EMAIL_CONFIRMED email")
		row := d.store.Client().Appointment.GetX(t.Context(), booked.ID)
		if booking.UnconfirmedEmailOf(row) != nil {
			t.Error("the address is shown though it is confirmed")
		}
	})
}

func TestACorrectionEndsTheLinksThatTheMisspeltAddressHas(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.book(t, start(t, videoTint, "2026-11-26 10:00", anna))
		input := booking.AppointmentEmailCorrectInput{Secret: *booked.Secret, Email: "carola@kunde.example"}
		_, err := d.AppointmentEmailCorrect(t.Context(), input)
		same(t, "without a key", codes(err), "IDEMPOTENCY_KEY_INVALID idempotencyKey")
		input.IdempotencyKey = d.key()
		after := must(d.AppointmentEmailCorrect(t.Context(), input))(t)
		if *after.Secret == *booked.Secret || len(*after.Secret) != len(*booked.Secret) || *after.JoinToken == *booked.JoinToken {
			t.Error("the secret or the join link is as it was")
		}
		bySecret := func(secret string) *ent.Appointment { return must(d.BookingBySecret(t.Context(), secret))(t) }
		same(t, "by the old secret", bySecret(*booked.Secret) == nil, true)
		same(t, "by the new secret", bySecret(*after.Secret).ID, booked.ID)

		simultaneously(t, "", func(ctx context.Context, _ int) error {
			retried, err := d.AppointmentEmailCorrect(ctx, input)
			if err == nil && *retried.Secret != *after.Secret {
				t.Error("a retry changes the secret again")
			}
			return err
		})
		same(t, "corrections", d.store.Client().AuditEntry.Query().Where(auditentry.Action("appointmentEmailCorrect")).CountX(t.Context()), 1)
		other := input
		other.Email = "dora@kunde.example"
		_, err = d.AppointmentEmailCorrect(t.Context(), other)
		same(t, "another address with the same key", codes(err), "IDEMPOTENCY_KEY_REUSED idempotencyKey")
		other = input
		other.IdempotencyKey = d.key()
		_, err = d.AppointmentEmailCorrect(t.Context(), other)
		same(t, "by whoever has the old secret alone", codes(err), "NOT_FOUND secret")
	})
}

func TestACorrectionAndAConfirmationAtOnce(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.book(t, start(t, videoTint, "2026-11-26 10:00", anna))
		button := d.buttonOf(t, booked)
		input := booking.AppointmentEmailCorrectInput{Secret: *booked.Secret, Email: "carola@kunde.example", IdempotencyKey: d.key()}
		simultaneously(t, "LINK_USED token", func(ctx context.Context, caller int) error {
			if caller%2 == 0 {
				return d.AppointmentConfirm(ctx, button)
			}
			if _, err := d.AppointmentEmailCorrect(ctx, input); codes(err) != "EMAIL_CONFIRMED email" {
				return err
			}
			return nil
		})
		row := d.store.Client().Appointment.GetX(t.Context(), booked.ID)
		same(t, "whether the old button has confirmed the address that it was sent to", row.ContactConfirmedAt != nil, row.ContactEmail == "carla@kunde.example")
	})
}

func TestACorrectedAddressKeepsWhatOthersHave(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		first := d.book(t, start(t, videoTint, "2026-11-26 10:00", anna))
		second := d.book(t, start(t, videoTint, "2026-11-26 11:00", anna))
		first = must(d.correct(t, first, "dora@kunde.example"))(t)
		same(t, "the customer who has another appointment", d.store.Client().Customer.Query().Where(customer.ID(*second.CustomerID)).ExistX(t.Context()), true)

		d.setRules(t, func(b *ent.BranchUpdate) { b.SetOpenBookingsPerAddress(1) })
		_, err := d.correct(t, second, "dora@kunde.example")
		same(t, "an address with as many bookings as it may have", codes(err), "TOO_MANY_BOOKINGS email")
		_, err = d.AppointmentCancel(byOwner(t), booking.AppointmentCancelInput{Secret: first.Secret})
		must(0, err)(t)
		_, err = d.correct(t, first, "eva@kunde.example")
		same(t, "cancelled", codes(err), "STATUS_FORBIDS secret")
	})
}

func TestACardIsKeptThoughItsCustomerWasMisspelt(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.book(t, start(t, videoTint, "2026-11-26 10:00", anna))
		must(d.CustomerCardSet(byOwner(t), booking.CustomerCardSetInput{ID: *booked.CustomerID, Allergies: new("Nickel")}))(t)
		must(d.correct(t, booked, "carola@kunde.example"))(t)
		same(t, "the card", d.textsOf(t, *booked.CustomerID), "|Nickel|")
	})
}

func TestMailsAreAskedForFiveTimesADay(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.book(t, start(t, videoTint, "2026-11-26 10:00", anna))
		resend := func() string {
			_, err := d.AppointmentMailResend(t.Context(), booking.AppointmentMailResendInput{Secret: *booked.Secret})
			return codes(err)
		}
		confirmations := func() int {
			return d.store.Client().Mail.Query().Where(mail.AppointmentID(booked.ID), mail.KindEQ(mail.KindCONFIRMED)).CountX(t.Context())
		}
		same(t, "while the first mail waits", resend(), "")
		same(t, "mails", confirmations(), 1)
		d.sendMails(t)
		simultaneously(t, "", func(context.Context, int) error {
			_, err := d.AppointmentMailResend(t.Context(), booking.AppointmentMailResendInput{Secret: *booked.Secret})
			return err
		})
		same(t, "mails after many requests at once", confirmations(), 2)
		for i := range 4 {
			d.sendMails(t)
			booked = must(d.correct(t, booked, fmt.Sprintf("carla%d@kunde.example", i)))(t)
		}
		d.sendMails(t)
		same(t, "the sixth time", resend(), "ASKED_TOO_OFTEN secret")
		_, err := d.correct(t, booked, "carla@kunde.example")
		same(t, "the sixth time, by a correction", codes(err), "ASKED_TOO_OFTEN secret")
		d.pass(24 * 3600e9)
		same(t, "the next day", resend(), "")
		must(d.AppointmentCancel(byOwner(t), booking.AppointmentCancelInput{ID: &booked.ID}))(t)
		same(t, "cancelled", resend(), "STATUS_FORBIDS secret")
		same(t, "recorded", d.store.Client().AuditEntry.Query().Where(auditentry.Action("appointmentMailResend")).CountX(t.Context()), 2)
	})
}
