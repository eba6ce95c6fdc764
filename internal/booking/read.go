package booking

import (
	"context"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/pagination"
	"visavis/internal/problem"
	"visavis/internal/schedule"
	"visavis/internal/store"
)

// BookingBySecret returns the customer's appointment with the secret, or nil if there is none.
func (b *Booking) BookingBySecret(ctx context.Context, secret string) (*ent.Appointment, error) {
	return store.OrNil(b.store.Client().Appointment.Query().Where(bookedBy(secret)).Only(ctx))
}

// Appointment returns an appointment, or nil if there is none that the actor may see.
func (b *Booking) Appointment(ctx context.Context, appointmentID string) (*ent.Appointment, error) {
	if err := id.Appointment.Check(appointmentID, "id"); err != nil {
		return nil, err
	}
	row, err := store.OrNil(b.store.Client().Appointment.Get(ctx, appointmentID))
	if err != nil || row == nil || !actor.Of(ctx).MaySee(row.BranchID, row.PersonID) {
		return nil, err
	}
	return row, nil
}

// AppointmentPage is a page of appointments.
type AppointmentPage = pagination.Connection[ent.Appointment]

// AppointmentSearch selects appointments of a branch by the local dates of their starts.
type AppointmentSearch struct {
	BranchID string
	From, To *civil.Date          // nil: without a bound
	StaffIDs []string             // nil: all
	Statuses []appointment.Status // nil: all but holds
	Page     pagination.Request
}

// Appointments returns the appointments that the actor may see, ordered by start.
func (b *Booking) Appointments(ctx context.Context, search AppointmentSearch) (*AppointmentPage, error) {
	after, err := search.check()
	if err != nil {
		return nil, err
	}
	client := b.store.Client()
	row, err := client.Branch.Get(ctx, search.BranchID)
	if ent.IsNotFound(err) {
		return nil, problem.New(problem.NotFound, "branchId")
	}
	if err != nil {
		return nil, err
	}
	zone, err := civil.LoadZone(row.TimeZone)
	if err != nil {
		return nil, err
	}
	query := client.Appointment.Query().Where(appointment.BranchID(row.ID), schedule.NotExpired(b.clock()))
	if who := actor.Of(ctx); who.In(row.ID) < actor.Receptionist {
		query.Where(appointment.PersonID(who.PersonID))
	}
	if search.From != nil {
		query.Where(appointment.StartsAtGTE(zone.StartOf(*search.From)))
	}
	if search.To != nil {
		query.Where(appointment.StartsAtLT(zone.StartOf(search.To.AddDays(1))))
	}
	if search.StaffIDs != nil {
		query.Where(appointment.StaffIDIn(search.StaffIDs...))
	}
	if search.Statuses != nil {
		query.Where(appointment.StatusIn(search.Statuses...))
	} else {
		query.Where(appointment.StatusNEQ(appointment.StatusHELD))
	}
	if after != nil {
		start, err := after.Instant()
		if err != nil {
			return nil, err
		}
		query.Where(schedule.FollowsStart(start, after.Second))
	}
	rows, err := query.Order(appointment.ByStartsAt(), appointment.ByID()).Limit(search.Page.First + 1).All(ctx)
	if err != nil {
		return nil, err
	}
	return pagination.Of(rows, search.Page, func(a *ent.Appointment) pagination.Token { return pagination.At(a.StartsAt, a.ID) }), nil
}

func (s *AppointmentSearch) check() (after *pagination.Token, err error) {
	if err := id.Branch.Check(s.BranchID, "branchId"); err != nil {
		return nil, err
	}
	if err := checkIDs(id.Staff, "staffIds", s.StaffIDs); err != nil {
		return nil, err
	}
	if s.From != nil && s.To != nil && *s.To < *s.From {
		return nil, problem.New(problem.RangeReversed, "to")
	}
	return s.Page.Read()
}
