package booking_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/changerequest"
	"visavis/ent/mail"
	"visavis/internal/actor"
	"visavis/internal/booking"
	"visavis/internal/store"
)

// update changes an appointment as the owner does, with the customer told.
func (d *fixture) update(t *testing.T, a *ent.Appointment, change func(*booking.AppointmentUpdateInput)) (*ent.Appointment, string) {
	t.Helper()
	return d.updateBy(byOwner(t), a, change)
}

func (d *fixture) updateBy(ctx context.Context, a *ent.Appointment, change func(*booking.AppointmentUpdateInput)) (*ent.Appointment, string) {
	input := booking.AppointmentUpdateInput{ID: a.ID, NotifyCustomer: true}
	change(&input)
	after, err := d.AppointmentUpdate(ctx, input)
	return after, codes(err)
}

// sent marks the mails that wait about an appointment as sent, but for reminders.
func (d *fixture) sent(t *testing.T, a *ent.Appointment) {
	t.Helper()
	err := d.store.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
		return tx.Mail.Update().Where(mail.AppointmentID(a.ID), mail.StateEQ(mail.StateWAITING), mail.KindNEQ(mail.KindREMINDER)).SetState(mail.StateSENT).Exec(ctx)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestAnotherServiceOrLengthIsJudgedLikeABooking changes Anna's colour consultation at ten (30 minutes and 5 of clean-up) on Thursday, with a
// cut after it at eleven.
func TestAnotherServiceOrLengthIsJudgedLikeABooking(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.book(t, start(t, videoTint, "2026-11-26 10:00", anna))
		d.book(t, start(t, cut, "2026-11-26 11:00", anna))
		for _, test := range []struct {
			name    string
			change  func(*booking.AppointmentUpdateInput)
			refused string
		}{
			{"up to the next appointment", func(i *booking.AppointmentUpdateInput) { i.Duration = new(55 * time.Minute) }, ""},
			{"into the next appointment", func(i *booking.AppointmentUpdateInput) { i.Duration = new(time.Hour) }, "START_TAKEN start OCCUPIED"},
			{"into it, with override", func(i *booking.AppointmentUpdateInput) { i.Duration, i.Override = new(2*time.Hour), true }, "START_TAKEN start OCCUPIED"},
			{"no time at all", func(i *booking.AppointmentUpdateInput) { i.Duration = new(time.Duration(0)) }, "OUT_OF_RANGE duration"},
			{"half a minute", func(i *booking.AppointmentUpdateInput) { i.Duration = new(30 * time.Second) }, "DURATION_INVALID duration"},
			{"more than a day", func(i *booking.AppointmentUpdateInput) { i.Duration = new(25 * time.Hour) }, "OUT_OF_RANGE duration"},
			{"a service that she does not do", func(i *booking.AppointmentUpdateInput) { i.ServiceID = new("svc_demo-nails") }, "NOT_FOUND serviceId"},
			{"an unknown appointment", func(i *booking.AppointmentUpdateInput) { i.ID = "apt_unknown" }, "NOT_FOUND id"},
		} {
			before := d.store.Client().Appointment.GetX(t.Context(), booked.ID)
			_, refused := d.update(t, booked, test.change)
			same(t, test.name, refused, test.refused)
			if after := d.store.Client().Appointment.GetX(t.Context(), booked.ID); refused != "" && after.EndsAt != before.EndsAt {
				t.Errorf("%s: refused, but the end changed", test.name)
			}
		}
		evening := d.book(t, start(t, videoTint, "2026-11-26 16:00", anna))
		after, refused := d.update(t, evening, func(i *booking.AppointmentUpdateInput) { i.Duration = new(3 * time.Hour) })
		same(t, "past her shift", refused, "OVERRIDE_REQUIRED override NOT_ROSTERED")
		after, refused = d.update(t, evening, func(i *booking.AppointmentUpdateInput) { i.Duration, i.Override = new(3*time.Hour), true })
		same(t, "past her shift, with override", refused+after.EndsAt.Sub(after.StartsAt).String(), "3h0m0s")
		same(t, "its ID, secret and join link", after.ID+*after.Secret+*after.JoinToken, evening.ID+*evening.Secret+*evening.JoinToken)
	})
}

// TestAnAgreedLengthMovesAlong offers exactly the starts to which a longer appointment can move.
func TestAnAgreedLengthMovesAlong(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.book(t, start(t, videoTint, "2026-11-26 10:00", anna))
		d.book(t, start(t, cut, "2026-11-26 14:00", anna))
		longer, refused := d.update(t, booked, func(i *booking.AppointmentUpdateInput) { i.Duration = new(2 * time.Hour) })
		same(t, "agreed", refused, "")
		offered := d.offeredStarts(t, start(t, videoTint, "2026-11-26 10:00", anna), booking.Search{BookingSecret: booked.Secret})
		moved := 0
		for when := at(t, "2026-11-26 08:00"); when < at(t, "2026-11-26 19:00"); when = when.Add(15 * time.Minute) {
			_, err := d.AppointmentMove(t.Context(), booking.AppointmentMoveInput{Secret: booked.Secret, Start: when})
			if offered[when] != (err == nil) {
				t.Errorf("%s is offered: %t, but to move there: %v", when, offered[when], err)
			}
			if err == nil {
				moved++
			}
		}
		if moved < 5 {
			t.Errorf("moved to %d starts", moved)
		}
		after := d.store.Client().Appointment.GetX(t.Context(), longer.ID)
		same(t, "the length", after.EndsAt.Sub(after.StartsAt), 2*time.Hour)
		_, err := d.AppointmentMove(t.Context(), booking.AppointmentMoveInput{Secret: booked.Secret, Start: at(t, "2026-11-26 13:00")})
		var refusal *booking.Refusal
		if !errors.As(err, &refusal) || len(refusal.Alternatives) == 0 {
			t.Fatalf("moved onto the cut: %v", err)
		}
		for _, alternative := range refusal.Alternatives {
			must(d.AppointmentMove(t.Context(), booking.AppointmentMoveInput{Secret: booked.Secret, Start: alternative.Start}))(t)
		}
		usual, _ := d.update(t, booked, func(i *booking.AppointmentUpdateInput) { i.Duration = new(30 * time.Minute) })
		same(t, "back to the service's length", usual.AgreedMinutes == nil, true)
	})
}

// TestTheCustomerIsToldOfWhatMatters shows the mails after each change, the ones before it having been sent.
func TestTheCustomerIsToldOfWhatMatters(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		for i, test := range []struct {
			name   string
			change func(*booking.AppointmentUpdateInput)
			mails  string
		}{
			{"a note", func(i *booking.AppointmentUpdateInput) { i.Note = new("Allergie gegen PPD") }, "1 CONFIRMED SENT, 1 REMINDER WAITING"},
			{"a length", func(i *booking.AppointmentUpdateInput) { i.Duration = new(20 * time.Minute) },
				"1 CONFIRMED SENT, 1 REMINDER DROPPED, 2 CHANGED WAITING, 2 REMINDER WAITING"},
			{"a length, quietly", func(i *booking.AppointmentUpdateInput) { i.Duration, i.NotifyCustomer = new(20*time.Minute), false },
				"1 CONFIRMED SENT, 1 REMINDER WAITING"},
			{"a service", func(i *booking.AppointmentUpdateInput) { i.ServiceID = new(videoCare) },
				"1 CONFIRMED SENT, 1 REMINDER DROPPED, 2 CHANGED WAITING, 2 REMINDER WAITING"},
			{"the name", func(i *booking.AppointmentUpdateInput) {
				i.Customer = &booking.CustomerInput{Name: "Carla Kunde-Weiß", Email: new("carla@kunde.example"), Locale: "DE"}
			}, "1 CONFIRMED SENT, 1 REMINDER WAITING"},
			{"the address", func(i *booking.AppointmentUpdateInput) {
				i.Customer = &booking.CustomerInput{Name: "Carla", Email: new("karla@kunde.example"), Locale: "DE"}
			}, "1 CONFIRMED SENT, 1 REMINDER DROPPED, 2 CONFIRMED WAITING, 2 REMINDER WAITING"},
			{"nothing", func(i *booking.AppointmentUpdateInput) {
				i.ServiceID, i.Duration, i.Note = new(videoTint), new(30*time.Minute), new("")
			},
				"1 CONFIRMED SENT, 1 REMINDER WAITING"},
		} {
			booked := d.book(t, start(t, videoTint, []string{"2026-12-01 10:00", "2026-12-02 10:00", "2026-12-03 10:00", "2026-12-08 10:00", "2026-12-09 10:00", "2026-12-10 10:00", "2026-12-15 10:00"}[i], anna))
			d.sent(t, booked)
			_, refused := d.update(t, booked, test.change)
			same(t, test.name, refused, "")
			same(t, "mails about "+test.name, strings.Join(d.mails(t, booked.ID), ", "), test.mails)
		}
	})
}

// TestWhatIsTakenBackInTimeIsNotTold changes the service, then moves, then takes both back.
func TestWhatIsTakenBackInTimeIsNotTold(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		told := func(a *ent.Appointment) string {
			row := d.store.Client().Mail.Query().Where(mail.AppointmentID(a.ID), mail.StateEQ(mail.StateWAITING), mail.KindNEQ(mail.KindREMINDER)).OnlyX(t.Context())
			return fmt.Sprint(row.Kind, " from ", row.MovedFromStart, " ", row.ChangedFromServiceID, " ", row.ChangedFromMinutes)
		}
		setService := func(a *ent.Appointment, service string) {
			_, refused := d.update(t, a, func(i *booking.AppointmentUpdateInput) { i.ServiceID = &service })
			same(t, service, refused, "")
		}
		move := func(a *ent.Appointment, to string) {
			must(d.AppointmentMove(byOwner(t), booking.AppointmentMoveInput{ID: &a.ID, Start: at(t, to), NotifyCustomer: true}))(t)
		}
		known := fmt.Sprint(" from ", at(t, "2026-12-01 10:00"), " ", videoTint, " 30")
		booked := d.book(t, start(t, videoTint, "2026-12-01 10:00", anna))
		d.sent(t, booked)
		setService(booked, videoCare)
		same(t, "changed", told(booked), "CHANGED"+known)
		move(booked, "2026-12-01 11:00")
		same(t, "and moved", told(booked), "MOVED"+known)
		setService(booked, videoTint)
		same(t, "the change is taken back", told(booked), "MOVED"+known)
		move(booked, "2026-12-01 10:00")
		same(t, "and the move", strings.Join(d.mails(t, booked.ID), ", "),
			"1 CONFIRMED SENT, 1 REMINDER DROPPED, 2 CHANGED DROPPED, 2 REMINDER DROPPED, 3 MOVED DROPPED, 3 REMINDER DROPPED, "+
				"4 MOVED DROPPED, 4 REMINDER DROPPED, 5 REMINDER WAITING")

		fresh := d.book(t, start(t, videoTint, "2026-12-02 10:00", anna))
		setService(fresh, videoCare)
		setService(fresh, videoTint)
		same(t, "who has had no mail yet gets one", strings.Contains(strings.Join(d.mails(t, fresh.ID), ", "), "3 CONFIRMED WAITING"), true)
	})
}

// TestWhoeverGetsAnAppointmentIsToldOfIt hands an appointment over of which the former customer has had a mail, and changes it and back, before
// the new one has had any.
func TestWhoeverGetsAnAppointmentIsToldOfIt(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.book(t, start(t, videoTint, "2026-12-01 10:00", anna))
		d.sent(t, booked)
		for i, change := range []func(*booking.AppointmentUpdateInput){
			func(i *booking.AppointmentUpdateInput) { i.Customer = new(dora()) },
			func(i *booking.AppointmentUpdateInput) { i.ServiceID = new(videoCare) },
			func(i *booking.AppointmentUpdateInput) { i.ServiceID = new(videoTint) },
		} {
			_, refused := d.update(t, booked, change)
			same(t, "changed", refused, "")
			row := d.store.Client().Mail.Query().Where(mail.AppointmentID(booked.ID), mail.StateEQ(mail.StateWAITING), mail.KindNEQ(mail.KindREMINDER)).OnlyX(t.Context())
			same(t, "the mail to Dora", fmt.Sprint(row.AppointmentVersion, row.Kind, row.MovedFromStart == nil), fmt.Sprint(i+2, "CONFIRMED", true))
		}
		must(d.AppointmentMove(byOwner(t), booking.AppointmentMoveInput{ID: &booked.ID, Start: at(t, "2026-12-01 11:00"), NotifyCustomer: true}))(t)
		same(t, "moved, too", strings.Contains(strings.Join(d.mails(t, booked.ID), ", "), "5 CONFIRMED WAITING"), true)
	})
}

// TestLinksEndWithTheAddress hands an appointment over to somebody else, who alone can then enter.
func TestLinksEndWithTheAddress(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		order := booking.AppointmentBookInput{Start: new(start(t, videoTint, "2026-12-01 10:00", anna)), Customer: carla(), IdempotencyKey: d.key()}
		booked := must(d.AppointmentBook(t.Context(), order, ""))(t)
		after, refused := d.update(t, booked, func(i *booking.AppointmentUpdateInput) {
			i.Customer = &booking.CustomerInput{Name: "Dora", Email: new("dora@kunde.example"), Locale: "EN"}
		})
		same(t, "for Dora", refused+after.ContactName, "Dora")
		same(t, "vouched for", after.ContactConfirmedAt != nil, true)
		same(t, "the old secret is void", *after.Secret != *booked.Secret, true)
		same(t, "so is the join link", *after.JoinToken != *booked.JoinToken, true)
		_, err := d.AppointmentBook(t.Context(), order, "")
		same(t, "Carla's browser sends the booking again", codes(err), "BOOKING_FORGOTTEN idempotencyKey")
		same(t, "nobody confirmed Carla's record, and nothing is left under it", d.store.Client().Customer.Query().CountX(t.Context()), 1)

		walkIn, refused := d.update(t, after, func(i *booking.AppointmentUpdateInput) {
			i.Customer = &booking.CustomerInput{Name: "Eva", Phone: new("0170 2"), Locale: "DE"}
		})
		same(t, "for Eva, who only has a phone", refused+walkIn.ContactName+walkIn.ContactEmail+walkIn.ContactPhone, "Eva0170 2")
		corrected, _ := d.update(t, walkIn, func(i *booking.AppointmentUpdateInput) {
			i.Customer = &booking.CustomerInput{Name: "Eva Neu", Phone: new("0170 3"), Locale: "DE"}
		})
		same(t, "she remains the same customer", *corrected.CustomerID, *walkIn.CustomerID)
		same(t, "and keeps her links", *corrected.Secret+*corrected.JoinToken, *walkIn.Secret+*walkIn.JoinToken)
		back, refused := d.update(t, corrected, func(i *booking.AppointmentUpdateInput) { i.CustomerID = after.CustomerID })
		same(t, "back to Dora", refused+back.ContactName+*back.CustomerID, "Dora"+*after.CustomerID)
	})
}

// TestAnAddressIsAddedToWhoOnlyHadAPhoneNumber adds addresses to appointments of customers whose records have none.
func TestAnAddressIsAddedToWhoOnlyHadAPhoneNumber(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		d.create(t, "Dora", "dora@kunde.example", "")
		for i, test := range []struct {
			name    string
			by      context.Context
			address string
			remains bool
		}{
			{"the owner", byOwner(t), "ida@kunde.example", true},
			{"the reception", by(t, actor.Receptionist, "clara"), "eva@kunde.example", true},
			{"a member, who keeps no records", by(t, actor.Member, "ben"), "pia@kunde.example", false},
			{"the owner, an address that somebody has", byOwner(t), "dora@kunde.example", false},
		} {
			known := d.create(t, test.name, "", "0170 1")
			must(d.CustomerCardSet(byOwner(t), booking.CustomerCardSetInput{ID: known.ID, Allergies: new("Nickel")}))(t)
			must(0, d.bookOnRecord(t, known, []string{"2026-12-01 10:00", "2026-12-02 10:00", "2026-12-03 10:00", "2026-12-08 10:00"}[i]))(t)
			booked := d.store.Client().Appointment.Query().Where(appointment.CustomerID(known.ID)).OnlyX(t.Context())
			after, refused := d.updateBy(test.by, booked, func(i *booking.AppointmentUpdateInput) {
				i.Customer = &booking.CustomerInput{Name: "Ida", Email: &test.address, Phone: new("0170 1"), Locale: "DE"}
			})
			same(t, test.name, refused+after.ContactEmail, test.address)
			same(t, test.name+": the same customer", *after.CustomerID == known.ID, test.remains)
			record := d.store.Client().Customer.GetX(t.Context(), known.ID)
			same(t, test.name+": the record has the address", record.Email != nil && *record.Email == test.address, test.remains)
			same(t, test.name+": mails", strings.Contains(strings.Join(d.mails(t, booked.ID), ", "), "CONFIRMED WAITING"), true)
		}
	})
}

// What Carla asked is hers, and is not shown to whoever has the appointment now.
func TestRequestsEndWithTheAddress(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.bookLate(t)
		must(0, d.request(t, booked, changerequest.KindCANCEL, "Ich bin krank"))(t)
		_, refused := d.update(t, booked, func(i *booking.AppointmentUpdateInput) { i.Note = new("Mit Kind") })
		same(t, "after a note", refused+string(d.latest(t, booked).State), "OPEN")
		_, refused = d.update(t, booked, func(i *booking.AppointmentUpdateInput) { i.Customer = new(dora()) })
		same(t, "for Dora", refused, "")
		same(t, "there is no request", d.latest(t, booked) == nil, true)
		same(t, "mails about it", d.store.Client().Mail.Query().Where(mail.KindEQ(mail.KindCHANGE_REQUESTED), mail.StateEQ(mail.StateWAITING)).CountX(t.Context()), 0)
	})
}

// TestANoteAndACorrectedAddressAtOnce has one of staff write a note while another corrects the address of the customer.
func TestANoteAndACorrectedAddressAtOnce(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		known := d.create(t, "Ida", "ida@kunde.example", "")
		must(0, d.bookOnRecord(t, known, "2026-12-01 10:00"))(t)
		booked := d.store.Client().Appointment.Query().Where(appointment.CustomerID(known.ID)).OnlyX(t.Context())
		for round := range 8 {
			address, note := fmt.Sprintf("ida%d@kunde.example", round), fmt.Sprint("Notiz ", round)
			var both sync.WaitGroup
			both.Go(func() {
				_, refused := d.updateBy(byOwner(t), booked, func(i *booking.AppointmentUpdateInput) { i.Note = &note })
				same(t, "the note", refused, "")
			})
			both.Go(func() {
				_, err := d.CustomerUpdate(byOwner(t), booking.CustomerUpdateInput{ID: known.ID, Email: &address})
				same(t, "the address", codes(err), "")
			})
			both.Wait()
			row := d.store.Client().Appointment.GetX(t.Context(), booked.ID)
			same(t, "both are kept", row.Note+row.ContactEmail, note+address)
		}
	})
}

// A consultation can become a salon visit: then there is no room to enter.
func TestAnotherDelivery(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.book(t, start(t, videoTint, "2026-12-01 10:00", anna))
		visit, refused := d.update(t, booked, func(i *booking.AppointmentUpdateInput) { i.ServiceID = new(cut) })
		same(t, "a cut", refused, "")
		same(t, "has no room", visit.JoinToken == nil && visit.RoomName == "", true)
		call, refused := d.update(t, visit, func(i *booking.AppointmentUpdateInput) { i.ServiceID = new(videoCare) })
		same(t, "a call again", refused, "")
		same(t, "has a room", call.JoinToken != nil && call.RoomName != "", true)
	})
}

func TestWhoMayUpdate(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.book(t, start(t, videoTint, "2026-11-26 10:00", anna))
		note := func(i *booking.AppointmentUpdateInput) { i.Note = new("Bitte leise") }
		_, refused := d.updateBy(by(t, actor.Member, "ben"), booked, note)
		same(t, "a colleague", refused, "NOT_FOUND id")

		d.pass(4 * 24 * time.Hour)
		after, refused := d.update(t, booked, note)
		same(t, "after it has taken place", refused+after.Note, "Bitte leise")
		done := must(d.AppointmentOutcomeSet(byOwner(t), booking.AppointmentOutcomeSetInput{ID: booked.ID, Outcome: new(booking.Completed)}))(t)
		longer, refused := d.update(t, done, func(i *booking.AppointmentUpdateInput) { i.Duration = new(40 * time.Minute) })
		same(t, "how long it took", refused+longer.EndsAt.Sub(longer.StartsAt).String()+string(longer.Status), "40m0s"+string(appointment.StatusCOMPLETED))
		same(t, "is told nobody", longer.Version, 1)

		other := d.book(t, start(t, videoTint, "2026-12-01 10:00", anna))
		must(d.AppointmentCancel(byOwner(t), booking.AppointmentCancelInput{ID: &other.ID}))(t)
		_, refused = d.update(t, other, note)
		same(t, "a cancelled one", refused, "STATUS_FORBIDS id")
	})
}
