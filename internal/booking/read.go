package booking

import (
	"context"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/problem"
)

// BookingBySecret finds the appointment that its client may read; nil when there is none.
func (b *Booking) BookingBySecret(ctx context.Context, secret string) (*ent.Appointment, error) {
	return orNil(b.store.Client().Appointment.Query().Where(bookedBy(secret)).Only(ctx))
}

// Appointment finds an appointment for staff; nil when there is none.
func (b *Booking) Appointment(ctx context.Context, appointmentID string) (*ent.Appointment, error) {
	if err := id.Appointment.Check(appointmentID, "id"); err != nil {
		return nil, err
	}
	return orNil(b.store.Client().Appointment.Get(ctx, appointmentID))
}

// AppointmentSearch asks for appointments of a branch by the local dates of their starts.
type AppointmentSearch struct {
	BranchID string
	From, To *civil.Date          // nil: without a bound
	StaffIDs []string             // nil: all
	Statuses []appointment.Status // nil: all but holds
	Page     Page
}

// Appointments lists appointments for staff, by start.
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
	query := client.Appointment.Query().Where(appointment.BranchID(row.ID)).
		Where(appointment.Or(appointment.HoldExpiresAtIsNil(), appointment.HoldExpiresAtGT(b.clock())))
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
		query.Where(appointment.Or(appointment.StartsAtGT(after.start),
			appointment.And(appointment.StartsAt(after.start), appointment.IDGT(after.id))))
	}
	rows, err := query.Order(appointment.ByStartsAt(), appointment.ByID()).Limit(search.Page.First + 1).All(ctx)
	if err != nil {
		return nil, err
	}
	return pageOf(rows, search.Page.First, appointmentPlace), nil
}

func (s *AppointmentSearch) check() (after *startPlace, err error) {
	if err := id.Branch.Check(s.BranchID, "branchId"); err != nil {
		return nil, err
	}
	if err := checkIDs(id.Staff, "staffIds", s.StaffIDs); err != nil {
		return nil, err
	}
	if s.From != nil && s.To != nil && *s.To < *s.From {
		return nil, problem.New(problem.RangeReversed, "to")
	}
	if err := s.Page.check(); err != nil {
		return nil, err
	}
	return parseStartPlace(s.Page.After)
}

func orNil[T any](row *T, err error) (*T, error) {
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return row, err
}
