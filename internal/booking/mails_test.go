package booking_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/mail"
	"visavis/internal/booking"
	"visavis/internal/store"
)

// TestAReminderIsLeftOutIfAnotherMailHasJustCome books and moves to starts about a day later.
func TestAReminderIsLeftOutIfAnotherMailHasJustCome(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		for _, test := range []struct {
			name  string
			pass  time.Duration // from nine on Monday, or the case before
			start string
			is    bool
		}{
			{"an hour more than a day ahead", 0, "2026-11-24 10:00", true},
			{"a week ahead", 0, "2026-12-01 10:00", true},
			{"half an hour more than a day ahead", 90 * time.Minute, "2026-11-24 11:00", false},
			{"less than a day ahead", 2 * time.Hour, "2026-11-24 12:00", false},
		} {
			d.pass(test.pass)
			booked := d.book(t, start(t, videoCare, test.start, anna))
			if is := strings.Contains(strings.Join(d.mails(t, booked.ID), ", "), "1 REMINDER"); is != test.is {
				t.Errorf("%s: %v", test.name, d.mails(t, booked.ID))
			}
		}
		late := d.book(t, start(t, videoCare, "2026-12-01 12:00", anna))
		d.pass(21 * time.Hour) // Tuesday, half past nine
		moved := must(d.AppointmentMove(t.Context(), booking.AppointmentMoveInput{Secret: late.Secret, Start: at(t, "2026-11-25 10:00")}))(t)
		if mails := d.mails(t, moved.ID); strings.Contains(strings.Join(mails, ", "), "2 REMINDER") {
			t.Errorf("moved to a start in a day: %v", mails)
		}
	})
}

// TestAMoveTellsOfWhatTheCustomerKnows moves twice before the first move is told, and again after the second is.
func TestAMoveTellsOfWhatTheCustomerKnows(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.book(t, start(t, videoCare, "2026-12-01 10:00", anna))
		move := func(to string) {
			t.Helper()
			must(d.AppointmentMove(t.Context(), booking.AppointmentMoveInput{Secret: booked.Secret, Start: at(t, to)}))(t)
		}
		from := func(version int) string {
			t.Helper()
			row := d.store.Client().Mail.Query().Where(mail.AppointmentID(booked.ID), mail.KindEQ(mail.KindMOVED), mail.AppointmentVersion(version)).OnlyX(t.Context())
			return row.MovedFromStart.String() + " " + row.MovedFromStaffID
		}
		move("2026-12-01 11:00")
		move("2026-12-01 12:00")
		same(t, "the first", from(2), at(t, "2026-12-01 10:00").String()+" "+anna)
		same(t, "the second", from(3), at(t, "2026-12-01 10:00").String()+" "+anna)
		err := d.store.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			return tx.Mail.Update().Where(mail.AppointmentVersion(3), mail.KindEQ(mail.KindMOVED)).SetState(mail.StateSENT).Exec(ctx)
		})
		if err != nil {
			t.Fatal(err)
		}
		move("2026-12-01 10:00")
		same(t, "the third, after the second is sent", from(4), at(t, "2026-12-01 12:00").String()+" "+anna)
	})
}

func TestEachLeadHasItsReminder(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		d.setRules(t, func(b *ent.BranchUpdate) { b.SetReminderLeadMinutes([]int{48 * 60, 2 * 60}) })
		for begin, want := range map[string]string{
			"2026-12-01 10:00": "1 CONFIRMED WAITING, 1 REMINDER WAITING, 1 REMINDER WAITING",
			"2026-11-24 10:00": "1 CONFIRMED WAITING, 1 REMINDER WAITING", // too late for that of 48 hours
		} {
			booked := d.book(t, start(t, videoCare, begin, anna))
			same(t, begin, strings.Join(d.mails(t, booked.ID), ", "), want)
			for _, row := range d.store.Client().Mail.Query().Where(mail.AppointmentID(booked.ID), mail.KindEQ(mail.KindREMINDER)).AllX(t.Context()) {
				same(t, begin+": due before the start", booked.StartsAt.Sub(row.DueAt), time.Duration(row.LeadMinutes)*time.Minute)
			}
		}
		d.setRules(t, func(b *ent.BranchUpdate) { b.SetReminderLeadMinutes([]int{}) })
		booked := d.book(t, start(t, videoCare, "2026-12-01 12:00", anna))
		same(t, "no leads", strings.Join(d.mails(t, booked.ID), ", "), "1 CONFIRMED WAITING")
	})
}

// A browser may know a time zone that the server does not: the booking goes on.
func TestTheTimeZoneOfTheDeviceIsKept(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		for i, test := range []struct {
			given *string
			want  string
			time  string
		}{
			{new("Asia/Tokyo"), "Asia/Tokyo", "10:00"}, {nil, "", "11:00"}, {new("Mars/Olympus"), "", "12:00"}, {new("Local"), "", "14:00"}, {new("../../etc/passwd"), "", "15:00"},
		} {
			input := booking.AppointmentBookInput{
				Start:          new(start(t, videoCare, "2026-12-01 "+test.time, anna)),
				Customer:       booking.CustomerInput{Name: "Pia", Email: new("pia@example.com"), Locale: "DE"},
				TimeZone:       test.given,
				IdempotencyKey: fmt.Sprintf("a-key-of-the-zone-%d", i),
			}
			booked := must(d.AppointmentBook(t.Context(), input, ""))(t)
			same(t, "the zone", d.store.Client().Appointment.GetX(t.Context(), booked.ID).ContactTimeZone, test.want)
		}
		customer := d.store.Client().Customer.Query().OnlyX(t.Context())
		document := must(d.CustomerExport(byOwner(t), customer.ID))(t)
		same(t, "it is exported", strings.Contains(*document, `"timeZone": "Asia/Tokyo"`), true)
		must(d.CustomerForget(byOwner(t), booking.CustomerForgetInput{ID: customer.ID}))(t)
		same(t, "it is forgotten", d.store.Client().Appointment.Query().Where(appointment.ContactTimeZoneNEQ("")).CountX(t.Context()), 0)
	})
}

// TestAQuietMove moves by staff who have told the customer themselves: only what the customer should have heard before is still said.
func TestAQuietMove(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.book(t, start(t, videoCare, "2026-12-01 10:00", anna))
		move := func(to string, notify bool) {
			t.Helper()
			must(d.AppointmentMove(byOwner(t), booking.AppointmentMoveInput{ID: &booked.ID, Start: at(t, to), NotifyCustomer: notify, Override: true}))(t)
		}
		waiting := func() string {
			var list []string
			for _, m := range d.mails(t, booked.ID) {
				if text, isWaiting := strings.CutSuffix(m, " WAITING"); isWaiting {
					list = append(list, text)
				}
			}
			return strings.Join(list, ", ")
		}
		move("2026-12-01 11:00", false)
		same(t, "before the confirmation was sent", waiting(), "2 MOVED, 2 REMINDER")
		d.sent(t, booked)
		move("2026-12-01 12:00", false)
		same(t, "after it", waiting(), "3 REMINDER")
		move("2026-12-01 13:00", true)
		same(t, "one that is told", waiting(), "4 MOVED, 4 REMINDER")
		move("2026-12-01 14:00", false)
		same(t, "before that was sent", waiting(), "5 MOVED, 5 REMINDER")
	})
}
