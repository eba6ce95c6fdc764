package booking_test

import (
	"context"
	"encoding/json"
	"strings"
	"sync/atomic"
	"testing"

	"visavis/ent"
	"visavis/ent/changerequest"
	"visavis/ent/customerlink"
	"visavis/ent/mail"
	"visavis/internal/actor"
	"visavis/internal/booking"
	"visavis/internal/link"
	"visavis/internal/store"
)

// linkOf returns the token of the link in a mail to the customer of an appointment.
func (d *fixture) linkOf(t *testing.T, of *ent.Appointment, purpose customerlink.Purpose) (token string) {
	t.Helper()
	must(0, d.store.Write(t.Context(), func(ctx context.Context, tx *store.Tx) (err error) {
		known := tx.Customer.GetX(ctx, *of.CustomerID)
		token, err = booking.CustomerLink(ctx, tx, d.Now(), known, purpose, customerlink.LocaleDE)
		return err
	}))(t)
	return token
}

func TestALinkToTheDataIsAskedForWithoutDisclosingAnything(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.book(t, start(t, videoTint, "2026-11-26 10:00", anna))
		send := func(secret string, purpose customerlink.Purpose) string {
			return codes(d.CustomerLinkSend(t.Context(), booking.CustomerLinkSendInput{Secret: secret, Purpose: purpose}))
		}
		same(t, "an unknown secret", send("unknown", customerlink.PurposeEXPORT), "NOT_FOUND secret")
		for range 2 {
			same(t, "unconfirmed", send(*booked.Secret, customerlink.PurposeEXPORT), "")
		}
		same(t, "mails", d.store.Client().Mail.Query().Where(mail.KindEQ(mail.KindCUSTOMER_EXPORT)).CountX(t.Context()), 1)
		for range 4 {
			same(t, "to erase", send(*booked.Secret, customerlink.PurposeERASE), "")
			d.sendMails(t)
		}
		same(t, "the sixth time", send(*booked.Secret, customerlink.PurposeERASE), "ASKED_TOO_OFTEN secret")
	})
}

func TestALinkToTheDataOpensOnceWithinHalfAnHour(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.book(t, start(t, videoTint, "2026-11-26 10:00", anna))
		token := d.linkOf(t, booked, customerlink.PurposeEXPORT)
		_, err := d.CustomerExportByLink(t.Context(), "unknown")
		same(t, "unknown", codes(err), "LINK_USED token")
		same(t, "erased by a link to see", codes(d.CustomerForgetByLink(t.Context(), token)), "LINK_USED token")
		if must(d.CustomerLinkOf(t.Context(), token))(t) == nil || must(d.CustomerLinkOf(t.Context(), token))(t) == nil {
			t.Error("looking at the page uses the link up")
		}
		var seen atomic.Pointer[booking.CustomerData]
		served := simultaneously(t, "LINK_USED token", func(ctx context.Context, _ int) error {
			data, err := d.CustomerExportByLink(ctx, token)
			if err == nil {
				seen.Store(data)
			}
			return err
		})
		same(t, "served", served, 1)
		if data := seen.Load(); data.Name != "Carla Kunde" || len(data.Appointments) != 1 || data.Appointments[0].Service != "Farbberatung" {
			t.Errorf("%+v", data)
		}
		late := d.linkOf(t, booked, customerlink.PurposeEXPORT)
		if d.store.Client().CustomerLink.Query().OnlyX(t.Context()).ID == late {
			t.Error("the token itself is kept")
		}
		d.pass(booking.CustomerLinkTime)
		_, err = d.CustomerExportByLink(t.Context(), late)
		same(t, "too late", codes(err), "LINK_USED token")
		if must(d.CustomerLinkOf(t.Context(), late))(t) != nil {
			t.Error("an expired link is shown")
		}
		d.linkOf(t, booked, customerlink.PurposeEXPORT)
		same(t, "links that are left", d.store.Client().CustomerLink.Query().CountX(t.Context()), 1)
	})
}

func TestACustomerErasesTheirData(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.book(t, start(t, videoTint, "2026-11-26 10:00", anna))
		token := d.linkOf(t, booked, customerlink.PurposeERASE)
		same(t, "with a coming appointment", codes(d.CustomerForgetByLink(t.Context(), token)), "IN_USE token")
		coming := must(d.CustomerLinkOf(t.Context(), token))(t)
		same(t, "the coming one", d.ComingAppointment(coming).ID, booked.ID)
		d.now.Store(int64(booked.EndsAt - 1))
		token = d.linkOf(t, booked, customerlink.PurposeERASE)
		same(t, "while it runs", codes(d.CustomerForgetByLink(t.Context(), token)), "IN_USE token")
		same(t, "the running one", d.ComingAppointment(must(d.CustomerLinkOf(t.Context(), token))(t)).ID, booked.ID)
		d.now.Store(int64(booked.EndsAt))
		token = d.linkOf(t, booked, customerlink.PurposeERASE)
		if d.ComingAppointment(must(d.CustomerLinkOf(t.Context(), token))(t)) != nil {
			t.Error("a past appointment is coming")
		}
		served := simultaneously(t, "LINK_USED token", func(ctx context.Context, _ int) error { return d.CustomerForgetByLink(ctx, token) })
		same(t, "served", served, 1)
		same(t, "customers", d.store.Client().Customer.Query().CountX(t.Context()), 0)
		same(t, "links", d.store.Client().CustomerLink.Query().CountX(t.Context()), 0)
		row := d.store.Client().Appointment.GetX(t.Context(), booked.ID)
		if row.ContactName != "" || row.ContactEmail != "" || row.Secret != nil || strings.Join(d.mails(t, booked.ID), "") != "" {
			t.Errorf("left is %v", row)
		}
	})
}

func TestALinkShowsNoTextsThatSomebodyElseMayHaveWritten(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		d.setRules(t, func(b *ent.BranchUpdate) { b.SetCancellationPeriodMinutes(72 * 60) })
		own := d.online(t, dora(), start(t, videoTint, "2026-11-25 10:00", anna))
		must(0, d.AppointmentConfirm(t.Context(), d.tokenOf(t, own)))(t)
		stranger := dora()
		stranger.Name, stranger.Phone = "Irgendwer", new("555123")
		s := start(t, videoTint, "2026-11-25 11:00", anna)
		foreign := must(d.AppointmentBook(t.Context(), booking.AppointmentBookInput{Start: &s, Customer: stranger, Note: new("Xylophon"), IdempotencyKey: d.key()}, ""))(t)
		for _, of := range []*ent.Appointment{own, foreign} {
			must(0, d.request(t, of, changerequest.KindMOVE, "Frage zu "+of.ID))(t)
		}
		row := d.store.Client().Appointment.GetX(t.Context(), own.ID)
		data := must(d.CustomerExportByLink(t.Context(), d.linkOf(t, row, customerlink.PurposeEXPORT)))(t)
		same(t, "appointments", len(data.Appointments), 2)
		written := string(must(json.Marshal(data))(t))
		for _, text := range []string{"Irgendwer", "555123", "Xylophon", "Frage zu " + foreign.ID} {
			same(t, "whether the link shows "+text, strings.Contains(written, text), false)
		}
		same(t, "whether it shows the own request", strings.Contains(written, "Frage zu "+own.ID), true)
		same(t, "the own contact", data.Appointments[0].Contact.Name, dora().Name)
		for _, text := range []string{"Irgendwer", "Xylophon", "Frage zu " + foreign.ID} {
			same(t, "whether staff hand over "+text, strings.Contains(*must(d.CustomerExport(byOwner(t), *row.CustomerID))(t), text), true)
		}
	})
}

func TestACustomerErasesTheirDataWhileStaffForgetThem(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.book(t, start(t, videoTint, "2026-11-26 10:00", anna))
		d.now.Store(int64(booked.EndsAt))
		token := d.linkOf(t, booked, customerlink.PurposeERASE)
		simultaneously(t, "LINK_USED token", func(ctx context.Context, caller int) error {
			if caller%2 == 0 {
				return d.CustomerForgetByLink(ctx, token)
			}
			if _, err := d.CustomerForget(byOwner(t), booking.CustomerForgetInput{ID: *booked.CustomerID}); codes(err) != "NOT_FOUND id" {
				return err
			}
			return nil
		})
		same(t, "customers", d.store.Client().Customer.Query().CountX(t.Context()), 0)
	})
}

func TestStaffOpenTheDataOfACustomerOnce(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		of := d.create(t, "Ida Kunde", "", "")
		path := must(d.CustomerLinkCreate(by(t, actor.Manager, "clara"), booking.CustomerLinkCreateInput{ID: of.ID}))(t)
		token := strings.TrimPrefix(path, link.CustomerData(""))
		same(t, "whose data", must(d.CustomerExportByLink(t.Context(), token))(t).Name, "Ida Kunde")
		_, err := d.CustomerExportByLink(t.Context(), token)
		same(t, "once more", codes(err), "LINK_USED token")
		_, err = d.CustomerLinkCreate(byOwner(t), booking.CustomerLinkCreateInput{ID: "cus_nobody"})
		same(t, "of nobody", codes(err), "NOT_FOUND id")
	})
}
