package booking_test

import (
	"context"
	"testing"
	"time"

	"visavis/ent"
	"visavis/internal/actor"
	"visavis/internal/booking"
	"visavis/internal/store"
)

// tokenOf returns the token of the button in a mail about an appointment.
func (d *fixture) tokenOf(t *testing.T, a *ent.Appointment) (token string) {
	t.Helper()
	err := d.store.Write(t.Context(), func(ctx context.Context, tx *store.Tx) (err error) {
		token, err = booking.ConfirmationLink(ctx, tx, a.ID)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return token
}

func (d *fixture) confirm(t *testing.T, a *ent.Appointment) {
	t.Helper()
	if err := d.AppointmentConfirm(t.Context(), d.tokenOf(t, a)); err != nil {
		t.Fatal(err)
	}
}

func (d *fixture) recordOf(t *testing.T, a *ent.Appointment) *ent.Customer {
	t.Helper()
	return must(d.Customer(byOwner(t), *a.CustomerID))(t)
}

// online books as somebody who is not signed in.
func (d *fixture) online(t *testing.T, who booking.CustomerInput, s booking.StartInput) *ent.Appointment {
	t.Helper()
	return must(d.AppointmentBook(t.Context(), booking.AppointmentBookInput{Start: &s, Customer: who, IdempotencyKey: d.key()}, ""))(t)
}

// A stranger books first under Dora's address; then she books, and presses the button in her mail.
func TestARecordIsTheOwnersOnceSheConfirms(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		poisoned := d.online(t, mallory(), start(t, cut, tuesdayTen, ben))
		same(t, "whose record it is", d.recordOf(t, poisoned).ConfirmedAt == nil, true)
		dorasInput := dora()
		dorasInput.Phone = nil
		doras := d.online(t, dorasInput, start(t, cut, "2026-11-26 10:00", ben))
		contact := booking.ContactOf(doras)
		same(t, "whom her mail greets", contact.Name+string(contact.Locale), "Dora QuastenflosserDE")
		record := d.recordOf(t, doras)
		same(t, "an unconfirmed record follows the last booking", record.Name+record.Phone+string(record.Locale), "Dora QuastenflosserDE")

		d.confirm(t, doras)
		record = d.recordOf(t, doras)
		same(t, "once she confirms", *record.ConfirmedAt, monday())
		same(t, "news that a stranger asked for", record.MarketingAcceptedAt == nil, true)
		again := d.online(t, mallory(), start(t, cut, "2026-11-27 10:00", ben))
		record = d.recordOf(t, again)
		same(t, "after the next of the stranger", record.Name+record.Phone+string(record.Locale), "Dora QuastenflosserDE")
		same(t, "whom that mail greets", booking.ContactOf(again).Name, "Mallory")

		news := dora()
		news.Name, news.Locale, news.AcceptsMarketing = "Lina Quastenflosser", "EN", true
		latest := d.online(t, news, start(t, cut, "2026-11-28 10:00", ben))
		same(t, "before she confirms it", d.recordOf(t, latest).Phone, "")
		d.confirm(t, latest)
		record = d.recordOf(t, latest)
		same(t, "what the record lacked", record.Phone, "+49 30 4711081547")
		same(t, "the record, though she booked for her child", record.Name+string(record.Locale), "Dora QuastenflosserDE")
		same(t, "whom the child's mails greet", booking.ContactOf(must(d.Appointment(byOwner(t), latest.ID))(t)).Name, "Lina Quastenflosser")
		same(t, "her consent", record.MarketingAcceptedAt != nil, true)
	})
}

func TestWhatManagersEnterIsConfirmed(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		for i, test := range []struct {
			role actor.Role
			want bool
		}{{actor.Member, false}, {actor.Manager, true}} {
			who := dora()
			who.Email = new(string(rune('a'+i)) + "@quastenflosser.example")
			booked := must(d.bookByStaff(t, test.role, booking.AppointmentBookByStaffInput{Start: at(t, []string{tuesdayTen, "2026-11-26 10:00"}[i]), Customer: &who}))(t)
			same(t, "the record", d.recordOf(t, booked).ConfirmedAt != nil, test.want)
			same(t, "the contact", booked.ContactConfirmedAt != nil, test.want)
		}
		booked := d.online(t, dora(), start(t, cut, "2026-11-27 10:00", ben))
		changed := must(d.CustomerUpdate(byOwner(t), booking.CustomerUpdateInput{ID: *booked.CustomerID, Phone: new("030 1")}))(t)
		same(t, "what they change", changed.ConfirmedAt != nil, true)
	})
}

func TestWhatTheButtonShows(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.online(t, dora(), start(t, cut, tuesdayTen, ben))
		token, other := d.tokenOf(t, booked), d.tokenOf(t, booked)
		for name, claimed := range map[string]string{"the booking's secret": *booked.Secret, "its ID": booked.ID, "nothing": "", "no text": "\x00\xff"} {
			same(t, "by "+name, must(d.AppointmentToConfirm(t.Context(), claimed))(t) == nil, true)
			same(t, "pressed with "+name, codes(d.AppointmentConfirm(t.Context(), claimed)), "LINK_USED token")
		}
		same(t, "looking", must(d.AppointmentToConfirm(t.Context(), token))(t).ContactConfirmedAt == nil, true)
		same(t, "before, Ben sees the record", d.cardOf(t, actor.Member, booked), false)
		for range 2 {
			same(t, "pressing", codes(d.AppointmentConfirm(t.Context(), token)), "")
		}
		seen := must(d.AppointmentToConfirm(t.Context(), other))(t)
		same(t, "by the link of another attempt", *seen.ContactConfirmedAt, monday())
		same(t, "Ben sees the record", d.cardOf(t, actor.Member, seen), true)

		cancelled := d.online(t, dora(), start(t, cut, "2026-11-26 10:00", ben))
		token = d.tokenOf(t, cancelled)
		must(d.AppointmentCancel(byOwner(t), booking.AppointmentCancelInput{ID: &cancelled.ID}))(t)
		same(t, "a cancelled one", codes(d.AppointmentConfirm(t.Context(), token)), "LINK_USED token")
		corrected := d.online(t, dora(), start(t, cut, "2026-11-27 10:00", ben))
		token = d.tokenOf(t, corrected)
		must(d.CustomerUpdate(byOwner(t), booking.CustomerUpdateInput{ID: *corrected.CustomerID, Email: new("neu@kunde.example")}))(t)
		same(t, "of a former address", codes(d.AppointmentConfirm(t.Context(), token)), "LINK_USED token")
		over := d.online(t, dora(), start(t, cut, "2026-11-28 10:00", ben))
		token = d.tokenOf(t, over)
		d.pass(7 * 24 * time.Hour)
		same(t, "of one that is over", must(d.AppointmentToConfirm(t.Context(), token))(t) == nil, true)
	})
}
