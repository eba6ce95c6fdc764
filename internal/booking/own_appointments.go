package booking

import (
	"context"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/internal/actor"
	"visavis/internal/pagination"
	"visavis/internal/schedule"
)

// OwnAppointments returns the booked appointments of the actor's person that have not ended, in all branches, ordered by start.
func (b *Booking) OwnAppointments(ctx context.Context, request pagination.Request) (*AppointmentPage, error) {
	after, err := request.Read()
	if err != nil {
		return nil, err
	}
	now := b.clock()
	query := b.store.Client().Appointment.Query().Where(
		appointment.PersonID(actor.Of(ctx).PersonID), appointment.StatusEQ(appointment.StatusCONFIRMED),
		appointment.StartsAtGT(now.Add(-schedule.Longest)), appointment.EndsAtGT(now), // the first is implied, but lets the database use the index
	)
	if after != nil {
		start, err := after.Instant()
		if err != nil {
			return nil, err
		}
		query.Where(schedule.FollowsStart(start, after.Second))
	}
	rows, err := query.Order(appointment.ByStartsAt(), appointment.ByID()).Limit(request.First + 1).All(ctx)
	if err != nil {
		return nil, err
	}
	return pagination.Of(rows, request, func(a *ent.Appointment) pagination.Token { return pagination.At(a.StartsAt, a.ID) }), nil
}
