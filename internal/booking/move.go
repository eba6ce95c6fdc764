package booking

import (
	"context"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/consultationroom"
	"visavis/ent/mail"
	"visavis/ent/notificationsetting"
	"visavis/ent/offer"
	"visavis/ent/predicate"
	"visavis/internal/actor"
	"visavis/internal/availability"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/statement"
)

// AppointmentMoveInput is the new start of an appointment, which customers name by its secret and staff by its ID.
type AppointmentMoveInput struct {
	Secret   *string
	ID       *string
	Start    civil.Instant
	StaffID  *string // nil: the same
	Override bool    // for staff

	NotifyCustomer bool // customers are always notified of their own moves
}

// AppointmentMove moves an appointment, which keeps its ID, and frees its old start in the same step. If the new start is
// not bookable, the error is a *Refusal.
func (b *Booking) AppointmentMove(ctx context.Context, input AppointmentMoveInput) (*ent.Appointment, error) {
	of, err := appointmentOf(input.Secret, input.ID)
	if err != nil {
		return nil, err
	}
	if input.StaffID != nil {
		if err := id.Staff.Check(*input.StaffID, "staffId"); err != nil {
			return nil, err
		}
	}
	var wanted slot
	var after *ent.Appointment
	concern := whoHas(of.Appointment)
	if input.StaffID != nil {
		concern.StaffIDs = []string{*input.StaffID}
	}
	err = b.editOrder(ctx, concern, func(ctx context.Context, e *edit) error {
		before, err := e.toChange(ctx, of)
		if err != nil {
			return err
		}
		if err := e.clearExpiredHolds(ctx, nil); err != nil {
			return err
		}
		wanted = slot{
			branchID: before.BranchID, serviceID: before.ServiceID, staffID: &before.StaffID,
			start: input.Start, agreed: before.AgreedMinutes, asOf: e.Now, except: before.ID,
		}
		if input.StaffID != nil {
			wanted.staffID = input.StaffID
		}
		after, err = e.move(ctx, change{action: "appointmentMove", isQuiet: of.byStaff && !input.NotifyCustomer}, of, before, wanted, input.Override)
		return err
	})
	if of.byStaff {
		return after, err
	}
	return after, b.withAlternatives(ctx, err, wanted)
}

// move moves an appointment to the wanted slot, and returns it as it is then. It is a no-op if the appointment is there.
func (e *edit) move(ctx context.Context, c change, of reference, before *ent.Appointment, wanted slot, override bool) (*ent.Appointment, error) {
	if wanted.isTakenBy(before) {
		return before, nil
	}
	v, overridden, err := e.decideMove(ctx, of, wanted, override)
	if err != nil {
		return nil, err
	}
	after := v.moved(before)
	if err := e.storeMove(ctx, before, after); err != nil {
		return nil, v.taken(err)
	}
	if err := e.updateRequestAfterMove(ctx, before, after, answerer(ctx, of.byStaff)); err != nil {
		return nil, err
	}
	if err := e.endOffers(ctx, offer.StateLAPSED, before.ID); err != nil {
		return nil, err
	}
	c.mail, c.overridden = mail.KindMOVED, overridden
	if !of.byStaff {
		c.toStaff, c.byStranger = notificationsetting.KindMOVED, true
	}
	return after, e.finish(ctx, c, before, after, before)
}

// storeMove stores a moved appointment. Who waits for another time or person has neither come nor said to be late.
func (e *edit) storeMove(ctx context.Context, before, after *ent.Appointment) error {
	if err := statement.MoveAppointment(ctx, e.Client, after); err != nil {
		return err
	}
	if after.JoinToken == nil || before.StartsAt == after.StartsAt && before.PersonID == after.PersonID {
		return nil
	}
	return e.ConsultationRoom.Update().Where(consultationroom.AppointmentID(after.ID)).
		ClearCustomerWaitsSince().ClearCustomerLateUntil().ClearCustomerAnnouncedAt().Exec(ctx)
}

// A reference names an appointment by its secret, for customers, or by its ID, for staff.
type reference struct {
	predicate.Appointment
	field   string
	byStaff bool
}

func appointmentOf(secret, appointmentID *string) (reference, error) {
	switch {
	case (secret == nil) == (appointmentID == nil):
		return reference{}, problem.New(problem.ExactlyOne, "secret", "secret, id")
	case secret != nil:
		return reference{bookedBy(*secret), "secret", false}, nil
	default:
		return reference{appointment.ID(*appointmentID), "id", true}, id.Appointment.Check(*appointmentID, "id")
	}
}

// toChange returns an appointment, and checks that it can be changed.
func (e *edit) toChange(ctx context.Context, of reference) (*ent.Appointment, error) {
	row, err := e.Appointment.Query().Where(of.Appointment).Only(ctx)
	switch {
	case ent.IsNotFound(err):
		return nil, problem.New(problem.NotFound, of.field)
	case err != nil:
		return nil, err
	case of.byStaff && !actor.Of(ctx).MaySee(row.BranchID, row.PersonID):
		return nil, problem.New(problem.NotFound, of.field)
	case row.Status != appointment.StatusCONFIRMED:
		return nil, problem.New(problem.StatusForbids, of.field)
	case of.byStaff:
		return row, nil
	}
	return row, e.checkCancellationPeriod(ctx, row)
}

func (e *edit) decideMove(ctx context.Context, of reference, wanted slot, override bool) (*verdict, []availability.Obstacle, error) {
	if of.byStaff {
		return e.decideForStaff(ctx, wanted, override)
	}
	v, err := e.decide(ctx, wanted, allObstaclesCount)
	return v, nil, err
}

// moved returns the appointment as the verdict moves it.
func (v *verdict) moved(a *ent.Appointment) *ent.Appointment {
	after, times := *a, v.times()
	after.StaffID, after.PersonID = v.chosen.member.Row.ID, v.chosen.member.Row.PersonID
	after.StartsAt, after.EndsAt, after.BlockedUntil = times.Start, times.End, times.End.Add(v.service.Service.CleanUp)
	after.RoomAdmittedAt, after.RoomDelayedUntil, after.RoomEndedAt = nil, nil, nil
	after.Version++
	return &after
}
