package booking

import (
	"context"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/mail"
	"visavis/ent/notificationsetting"
	"visavis/ent/offer"
	"visavis/internal/actor"
	"visavis/internal/problem"
	"visavis/internal/statement"
)

// AppointmentCancelInput names the appointment by its secret, for customers, or by its ID, for staff.
type AppointmentCancelInput struct {
	Secret *string
	ID     *string
}

// AppointmentCancel cancels an appointment and frees its start immediately.
func (b *Booking) AppointmentCancel(ctx context.Context, input AppointmentCancelInput) (*ent.Appointment, error) {
	of, err := appointmentOf(input.Secret, input.ID)
	if err != nil {
		return nil, err
	}
	var after *ent.Appointment
	err = b.editOrder(ctx, whoHas(of.Appointment), func(ctx context.Context, e *edit) error {
		before, err := e.toChange(ctx, of)
		if err != nil {
			return err
		}
		after, err = e.cancel(ctx, "appointmentCancel", before, of.byStaff)
		return err
	})
	return after, err
}

// cancel cancels an appointment by an action of staff or of its customer, and returns it as it is then.
func (e *edit) cancel(ctx context.Context, action string, before *ent.Appointment, byStaff bool) (*ent.Appointment, error) {
	after := cancelled(before)
	if err := statement.CancelAppointment(ctx, e.Client, after); err != nil {
		return nil, err
	}
	if err := e.closeRequestAfter(ctx, before, after, answerer(ctx, byStaff)); err != nil {
		return nil, err
	}
	if err := e.endOffers(ctx, offer.StateLAPSED, before.ID); err != nil {
		return nil, err
	}
	c := change{action: action, mail: mail.KindCANCELLED}
	if !byStaff {
		c.toStaff, c.byStranger = notificationsetting.KindCANCELLED, true
	}
	return after, e.finish(ctx, c, before, after, nil)
}

// answerer returns the ID of the profile that acts; nil: the customer does.
func answerer(ctx context.Context, byStaff bool) *string {
	if !byStaff {
		return nil
	}
	by := actor.Of(ctx).StaffID
	return &by
}

// cancelled returns the appointment as it is after the cancellation.
func cancelled(a *ent.Appointment) *ent.Appointment {
	after := *a
	after.Status, after.Live = appointment.StatusCANCELLED, false
	after.Version++
	return &after
}

// AppointmentOutcomeSetInput is the outcome of an appointment.
type AppointmentOutcomeSetInput struct {
	ID      string
	Outcome *Outcome // nil: unknown, or set by mistake

	KeepOutcome bool // nothing is to be changed
}

// Outcome is how an appointment went.
type Outcome string

// The outcomes.
const (
	Completed Outcome = "COMPLETED"
	NoShow    Outcome = "NO_SHOW"
)

// AppointmentOutcomeSet sets or clears the outcome of an appointment that has started.
func (b *Booking) AppointmentOutcomeSet(ctx context.Context, input AppointmentOutcomeSetInput) (*ent.Appointment, error) {
	of, err := appointmentOf(nil, &input.ID)
	if err != nil {
		return nil, err
	}
	status := appointment.StatusCONFIRMED
	if input.Outcome != nil {
		status = appointment.Status(*input.Outcome)
	}
	var after *ent.Appointment
	err = b.edit(ctx, func(ctx context.Context, e *edit) error {
		before, err := e.beginForStaff(ctx, of.Appointment, "id")
		switch {
		case err != nil:
			return err
		case !before.Live || before.Status == appointment.StatusHELD || e.Now < before.StartsAt:
			return problem.New(problem.StatusForbids, "id")
		case input.KeepOutcome || before.Status == status:
			after = before
			return nil
		}
		if after, err = before.Update().SetStatus(status).Save(ctx); err != nil {
			return err
		}
		if err := e.Record(ctx, "appointmentOutcomeSet", after.ID, before, after); err != nil {
			return err
		}
		return e.announce(ctx, after)
	})
	return after, err
}
