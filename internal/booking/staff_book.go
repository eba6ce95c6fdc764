package booking

import (
	"context"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/mail"
	"visavis/internal/actor"
	"visavis/internal/availability"
	"visavis/internal/civil"
	"visavis/internal/form"
	"visavis/internal/idempotency"
	"visavis/internal/problem"
	"visavis/internal/secret"
)

// AppointmentBookByStaffInput is a booking by staff.
type AppointmentBookByStaffInput struct {
	BranchID       string
	ServiceID      string
	StaffID        string
	Start          civil.Instant
	CustomerID     *string        // at most one of these two
	Customer       *CustomerInput // found by email address, or created
	Note           *string
	Override       bool
	IdempotencyKey *string
}

// AppointmentBookByStaff books for staff, who may override some rules. If the start is not bookable, the error is a
// *Refusal.
func (b *Booking) AppointmentBookByStaff(ctx context.Context, input AppointmentBookByStaffInput) (*ent.Appointment, error) {
	var f form.Form
	wanted := slot{branchID: input.BranchID, serviceID: input.ServiceID, staffID: &input.StaffID, start: input.Start}
	// A retry may come from another session of the same person.
	request, wrong := idempotency.New(input.IdempotencyKey, requestOf{actor.Of(ctx).PersonID, input})
	f.Add(wrong)
	note := f.Text("note", input.Note, form.NoteLength)
	named := readBooker(&f, input.CustomerID, input.Customer)
	if err := f.Err(); err != nil {
		return nil, err
	}
	if err := wanted.check(); err != nil {
		return nil, err
	}
	var booked *ent.Appointment
	err := b.editOrder(ctx, wanted.concern(), func(ctx context.Context, e *edit) (err error) {
		if booked, err = e.alreadyBookedByStaff(ctx, request); booked != nil || err != nil {
			return err
		}
		if err := e.clearExpiredHolds(ctx, nil); err != nil {
			return err
		}
		wanted.asOf = e.Now
		v, overridden, err := e.decideForStaff(ctx, wanted, input.Override)
		if err != nil {
			return err
		}
		customer, err := e.bookerNamed(ctx, named, input.BranchID)
		if err != nil {
			return err
		}
		secret := secret.New()
		row := v.appointment(appointment.StatusCONFIRMED, e.Now)
		row.Source, row.Secret = appointment.SourceSTAFF, &secret
		if note != nil {
			row.Note = *note
		}
		customer.attach(e, row)
		remember(row, request)
		if err := e.InsertAppointment(ctx, row); err != nil {
			return v.taken(err)
		}
		booked = row
		return e.finish(ctx, change{action: "appointmentBookByStaff", mail: mail.KindCONFIRMED, overridden: overridden}, nil, booked, nil)
	})
	return booked, err
}

// requestOf is the input of a person.
type requestOf struct {
	PersonID string
	Input    AppointmentBookByStaffInput
}

// alreadyBookedByStaff is alreadyBooked, with a problem if the appointment has since moved to a person whom the actor may
// not see.
func (e *edit) alreadyBookedByStaff(ctx context.Context, r idempotency.Request) (*ent.Appointment, error) {
	booked, err := e.alreadyBooked(ctx, r)
	if booked != nil && !actor.Of(ctx).MaySee(booked.BranchID, booked.PersonID) {
		return nil, problem.New(problem.OwnColumnOnly, "staffId")
	}
	return booked, err
}

// decideForStaff judges a slot with a profile; members book only for themselves. It ignores obstacles to online booking, and
// returns those that the actor overrides, for the audit trail. Members override none.
func (e *edit) decideForStaff(ctx context.Context, wanted slot, override bool) (*verdict, []availability.Obstacle, error) {
	v, err := e.judge(ctx, wanted, func(o availability.Obstacle) bool { return onlineOnly(o) || wanted.isSoon && o == availability.TooSoon })
	if err != nil {
		return nil, nil, err
	}
	v.chosen = &v.candidates[0]
	who := actor.Of(ctx)
	mayOverride := who.In(wanted.branchID) >= actor.Receptionist
	switch {
	case !who.MaySee(wanted.branchID, v.chosen.member.Row.PersonID):
		return nil, nil, problem.New(problem.OwnColumnOnly, wanted.field("staffId"))
	case override && !mayOverride:
		return nil, nil, problem.New(problem.OverrideForbidden, wanted.field("override"))
	}
	for _, o := range v.chosen.obstacles {
		if !mayOverride || !overridable(o) {
			return nil, nil, v.refusal(who)
		}
	}
	if len(v.chosen.obstacles) > 0 && !override {
		return nil, nil, &Refusal{Problem: problem.New(problem.OverrideRequired, wanted.field("override")), Obstacles: obstaclesOf(v.chosen.obstacles)}
	}
	return v, v.chosen.obstacles, nil
}
