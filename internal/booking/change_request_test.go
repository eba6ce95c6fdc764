package booking_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/auditentry"
	"visavis/ent/changerequest"
	"visavis/internal/actor"
	"visavis/internal/booking"
)

// bookLate returns an appointment of Carla in whose cancellation period the clock stands.
func (d *fixture) bookLate(t *testing.T) *ent.Appointment {
	t.Helper()
	booked := d.book(t, start(t, videoTint, "2026-11-26 10:00", anna))
	d.now.Store(int64(at(t, "2026-11-25 12:00")))
	return booked
}

// request asks for a change of an appointment, as its customer, a second later than anything before: rows of one second have no order.
func (d *fixture) request(t *testing.T, of *ent.Appointment, kind changerequest.Kind, text string) error {
	t.Helper()
	d.pass(time.Second)
	_, err := d.ChangeRequestCreate(actor.With(t.Context(), actor.Actor{}), booking.ChangeRequestCreateInput{Secret: *of.Secret, Kind: kind, Text: &text})
	return err
}

// latest returns the latest request about an appointment.
func (d *fixture) latest(t *testing.T, of *ent.Appointment) *ent.ChangeRequest {
	t.Helper()
	return must(d.ChangeRequestsOf(t.Context(), []string{of.ID}))(t)[of.ID]
}

func (d *fixture) decline(t *testing.T, of *ent.Appointment, answer string) error {
	t.Helper()
	d.pass(time.Second)
	_, err := d.ChangeRequestDecline(byOwner(t), booking.ChangeRequestDeclineInput{ID: d.latest(t, of).ID, Answer: &answer})
	return err
}

func (d *fixture) accept(t *testing.T, of *ent.Appointment) error {
	t.Helper()
	d.pass(time.Second)
	_, err := d.ChangeRequestAccept(byOwner(t), booking.ChangeRequestAcceptInput{ID: d.latest(t, of).ID})
	return err
}

func TestACustomerAsksOnceTheCancellationPeriodHasBegun(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.book(t, start(t, videoTint, "2026-11-26 10:00", anna))
		same(t, "while it can still be changed", codes(d.request(t, booked, changerequest.KindMOVE, "")), "STATUS_FORBIDS secret")
		d.now.Store(int64(at(t, "2026-11-25 12:00")))
		same(t, "a long text", codes(d.request(t, booked, changerequest.KindMOVE, strings.Repeat("ä", 501))), "TOO_LONG text")
		unknown := *booked
		unknown.Secret = new("unknown")
		same(t, "an unknown secret", codes(d.request(t, &unknown, changerequest.KindMOVE, "")), "NOT_FOUND secret")

		same(t, "asked", codes(d.request(t, booked, changerequest.KindMOVE, strings.Repeat("ä", 500))), "")
		same(t, "asked again", codes(d.request(t, booked, changerequest.KindMOVE, strings.Repeat("ä", 500))), "")
		same(t, "asked for something else", codes(d.request(t, booked, changerequest.KindCANCEL, "")), "CHANGE_REQUEST_OPEN secret")
		same(t, "requests", d.store.Client().ChangeRequest.Query().CountX(t.Context()), 1)
		same(t, "mails", strings.Join(d.mails(t, booked.ID), ", "), "1 CONFIRMED WAITING, 1 REMINDER WAITING, 1 CHANGE_REQUESTED WAITING")

		withdraw := booking.ChangeRequestWithdrawInput{Secret: *booked.Secret}
		for range 2 {
			must(d.ChangeRequestWithdraw(t.Context(), withdraw))(t)
		}
		same(t, "withdrawn", d.latest(t, booked).State, changerequest.StateWITHDRAWN)
		same(t, "its mail", d.mails(t, booked.ID)[2], "1 CHANGE_REQUESTED DROPPED")
		same(t, "asked for something else after that", codes(d.request(t, booked, changerequest.KindCANCEL, "")), "")

		d.now.Store(int64(booked.StartsAt))
		same(t, "asked when it has begun", codes(d.request(t, booked, changerequest.KindCANCEL, "")), "STATUS_FORBIDS secret")
		same(t, "the state then", d.ChangeRequestState(d.latest(t, booked)), changerequest.StateLAPSED)
		same(t, "declined then", codes(d.decline(t, booked, "")), "CHANGE_REQUEST_CLOSED id")
		same(t, "accepted then", codes(d.accept(t, booked)), "CHANGE_REQUEST_CLOSED id")
	})
}

func TestStaffAnswerARequest(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.bookLate(t)
		must(0, d.request(t, booked, changerequest.KindMOVE, "Bus?"))(t)
		same(t, "accepted without a move", codes(d.accept(t, booked)), "MOVE_REQUIRED id")
		same(t, "a long answer", codes(d.decline(t, booked, strings.Repeat("ä", 501))), "TOO_LONG answer")
		same(t, "declined", codes(d.decline(t, booked, "Leider voll.")), "")
		declinedAt := d.Now()
		same(t, "declined again", codes(d.decline(t, booked, "Leider voll.")), "")
		same(t, "declined otherwise", codes(d.decline(t, booked, "Nein.")), "CHANGE_REQUEST_CLOSED id")
		declined := d.latest(t, booked)
		if declined.State != changerequest.StateDECLINED || declined.Answer != "Leider voll." || *declined.AnsweredBy != "stf_owner" || *declined.AnsweredAt != declinedAt {
			t.Errorf("it is %v", declined)
		}
		same(t, "mails", strings.Join(slices.Sorted(slices.Values(d.mails(t, booked.ID)[2:])), ", "), "1 CHANGE_DECLINED WAITING, 1 CHANGE_REQUESTED DROPPED")

		must(0, d.request(t, booked, changerequest.KindMOVE, ""))(t)
		d.moveTo(t, booked, "2026-11-26 11:00", anna)
		same(t, "moved", d.latest(t, booked).State, changerequest.StateACCEPTED)
		must(0, d.request(t, booked, changerequest.KindCANCEL, ""))(t)
		for range 2 {
			same(t, "accepted", codes(d.accept(t, booked)), "")
		}
		same(t, "cancelled", d.latest(t, booked).State, changerequest.StateACCEPTED)
		cancelled := d.mails(t, booked.ID)
		same(t, "the last mail", cancelled[len(cancelled)-1], "3 CANCELLED WAITING")
		actions := d.store.Client().AuditEntry.Query().Where(auditentry.SubjectID(booked.ID)).Order(auditentry.ByAt()).Select(auditentry.FieldAction).StringsX(t.Context())
		same(t, "trail", strings.Join(actions, " "), "appointmentBook changeRequestCreate changeRequestDecline changeRequestCreate appointmentMove changeRequestCreate changeRequestAccept")
		history := must(d.HistoriesOf(t.Context(), []string{booked.ID}))(t)[booked.ID]
		same(t, "events", len(history), len(actions))
	})
}

// moveTo moves an appointment by staff, a second later than anything before.
func (d *fixture) moveTo(t *testing.T, of *ent.Appointment, text, staffID string) {
	t.Helper()
	d.pass(time.Second)
	must(d.AppointmentMove(byOwner(t), booking.AppointmentMoveInput{ID: &of.ID, Start: at(t, text), StaffID: &staffID, Override: true}))(t)
}

func TestAMoveBackReopensTheRequestThatTheMoveHasClosed(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.bookLate(t)
		const was, other, third = "2026-11-26 10:00", "2026-11-26 11:00", "2026-11-26 12:00"
		must(0, d.request(t, booked, changerequest.KindMOVE, "Bus?"))(t)
		asked := d.latest(t, booked)
		for range 2 {
			d.moveTo(t, booked, other, anna)
			same(t, "moved", d.latest(t, booked).State, changerequest.StateACCEPTED)
			d.moveTo(t, booked, was, anna)
			reopened := d.latest(t, booked)
			if reopened.ID != asked.ID || reopened.State != changerequest.StateOPEN || reopened.Text != "Bus?" || reopened.AnsweredAt != nil || reopened.AnsweredBy != nil {
				t.Errorf("moved back, it is %v", reopened)
			}
		}
		d.moveTo(t, booked, other, anna)
		d.moveTo(t, booked, third, anna)
		d.moveTo(t, booked, other, anna)
		same(t, "moved back to where the answer has left it", d.latest(t, booked).State, changerequest.StateACCEPTED)
		d.moveTo(t, booked, was, anna)
		same(t, "moved to the first start by a later move", d.latest(t, booked).State, changerequest.StateACCEPTED)

		must(0, d.request(t, booked, changerequest.KindCANCEL, ""))(t)
		d.moveTo(t, booked, other, anna)
		same(t, "moved instead", d.latest(t, booked).State, changerequest.StateLAPSED)
		d.moveTo(t, booked, third, anna)
		same(t, "moved on", d.latest(t, booked).State, changerequest.StateLAPSED)
		d.moveTo(t, booked, was, anna)
		must(0, d.request(t, booked, changerequest.KindMOVE, ""))(t)
		d.moveTo(t, booked, other, anna)
		must(0, d.request(t, booked, changerequest.KindMOVE, "Doch nicht."))(t)
		d.moveTo(t, booked, was, anna)
		same(t, "a request after the move", d.latest(t, booked).State, changerequest.StateACCEPTED)
		open := d.store.Client().ChangeRequest.Query().Where(changerequest.StateEQ(changerequest.StateOPEN)).CountX(t.Context())
		same(t, "open requests then", open, 0)
	})
}

func TestOnlyWhoSeesAnAppointmentAnswersItsRequest(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.bookLate(t)
		must(0, d.request(t, booked, changerequest.KindCANCEL, ""))(t)
		byBen := actor.With(t.Context(), actor.Actor{Role: actor.Member, StaffID: ben, PersonID: "prs_demo-ben", Branches: []string{mitte}})
		request := d.latest(t, booked).ID
		_, err := d.ChangeRequestAccept(byBen, booking.ChangeRequestAcceptInput{ID: request})
		same(t, "accepted by another member", codes(err), "NOT_FOUND id")
		_, err = d.ChangeRequestDecline(byBen, booking.ChangeRequestDeclineInput{ID: request})
		same(t, "declined by another member", codes(err), "NOT_FOUND id")
		_, err = d.ChangeRequestDecline(byOwner(t), booking.ChangeRequestDeclineInput{ID: booked.ID})
		same(t, "the ID of an appointment", codes(err), "ID_OF_ANOTHER_KIND id")
		byAnna := actor.With(t.Context(), actor.Actor{Role: actor.Member, StaffID: anna, PersonID: "prs_demo-anna", Branches: []string{mitte}})
		must(d.ChangeRequestAccept(byAnna, booking.ChangeRequestAcceptInput{ID: request}))(t)
	})
}

func TestARequestAndACancellationAtOnce(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.bookLate(t)
		simultaneously(t, "STATUS_FORBIDS "+"id", func(ctx context.Context, caller int) error {
			if caller%2 == 0 {
				_, err := d.AppointmentCancel(ctx, booking.AppointmentCancelInput{ID: &booked.ID})
				return err
			}
			if err := d.request(t, booked, changerequest.KindCANCEL, ""); codes(err) != "STATUS_FORBIDS secret" {
				return err
			}
			return nil
		})
		open := d.store.Client().ChangeRequest.Query().Where(changerequest.StateEQ(changerequest.StateOPEN)).CountX(t.Context())
		same(t, "open requests about a cancelled appointment", open, 0)
	})
}

func TestARequestIsMadeOnceAndAnsweredOnce(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.bookLate(t)
		simultaneously(t, "", func(context.Context, int) error { return d.request(t, booked, changerequest.KindCANCEL, "") })
		same(t, "requests", d.store.Client().ChangeRequest.Query().CountX(t.Context()), 1)
		request := d.latest(t, booked).ID
		accepted, declined := 0, 0
		served := simultaneously(t, "CHANGE_REQUEST_CLOSED id", func(ctx context.Context, caller int) error {
			if caller%2 == 0 {
				_, err := d.ChangeRequestAccept(ctx, booking.ChangeRequestAcceptInput{ID: request})
				return err
			}
			answer := []string{"Nein.", "Leider nicht."}[caller/2%2]
			_, err := d.ChangeRequestDecline(ctx, booking.ChangeRequestDeclineInput{ID: request, Answer: &answer})
			return err
		})
		for _, entry := range d.store.Client().AuditEntry.Query().Where(auditentry.SubjectID(booked.ID)).AllX(t.Context()) {
			switch entry.Action {
			case "changeRequestAccept":
				accepted++
			case "changeRequestDecline":
				declined++
			}
		}
		same(t, "answers on record", accepted+declined, 1)
		if served == 0 {
			t.Error("nobody has answered")
		}
	})
}

func TestAMoveAndAnAnswerAtOnce(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.bookLate(t)
		must(0, d.request(t, booked, changerequest.KindMOVE, ""))(t)
		request := d.latest(t, booked).ID
		simultaneously(t, "CHANGE_REQUEST_CLOSED id", func(ctx context.Context, caller int) error {
			if caller%2 == 0 {
				_, err := d.AppointmentMove(ctx, booking.AppointmentMoveInput{ID: &booked.ID, Start: at(t, "2026-11-26 11:00")})
				return err
			}
			_, err := d.ChangeRequestDecline(ctx, booking.ChangeRequestDeclineInput{ID: request})
			return err
		})
		if state := d.latest(t, booked).State; state != changerequest.StateACCEPTED && state != changerequest.StateDECLINED {
			t.Errorf("it is %s", state)
		}
		waiting := 0
		for _, mail := range d.mails(t, booked.ID) {
			if strings.HasSuffix(mail, "CHANGE_DECLINED WAITING") {
				waiting++
			}
		}
		same(t, "mails that decline what is done", waiting, 0)
	})
}

func TestAForgottenCustomerLeavesNoRequest(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.bookLate(t)
		must(0, d.request(t, booked, changerequest.KindMOVE, "Geht auch Freitag?"))(t)
		document := *must(d.CustomerExport(byOwner(t), *booked.CustomerID))(t)
		for _, want := range []string{`"kind": "MOVE"`, `"text": "Geht auch Freitag?"`, `"state": "OPEN"`} {
			if !strings.Contains(document, want) {
				t.Errorf("the export lacks %s", want)
			}
		}
		must(d.CustomerForget(byOwner(t), booking.CustomerForgetInput{ID: *booked.CustomerID}))(t)
		same(t, "requests", d.store.Client().ChangeRequest.Query().CountX(t.Context()), 0)
		entry := d.store.Client().AuditEntry.Query().Where(auditentry.Action("changeRequestCreate")).OnlyX(t.Context())
		if strings.Contains(string(entry.After), "Freitag") {
			t.Errorf("the trail keeps %s", entry.After)
		}
	})
}

func TestACustomerAsksFiveTimesADay(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.bookLate(t)
		for range 5 {
			must(0, d.request(t, booked, changerequest.KindMOVE, ""))(t)
			must(d.ChangeRequestWithdraw(t.Context(), booking.ChangeRequestWithdrawInput{Secret: *booked.Secret}))(t)
		}
		same(t, "the sixth time", codes(d.request(t, booked, changerequest.KindMOVE, "")), "ASKED_TOO_OFTEN secret")
	})
}
