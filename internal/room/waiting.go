package room

import (
	"context"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/consultationroom"
	"visavis/ent/roomparticipant"
	"visavis/internal/civil"
	"visavis/internal/schedule"
)

// A Customer is whether the customer of a video appointment is there.
type Customer struct {
	WaitsSince *civil.Instant // nil: not there, or the room is not open
	LateUntil  *civil.Instant // when they expect to come; nil: in time
}

// Customers returns by appointment whether the customers of confirmed video appointments are there. It omits those who have neither come
// nor said that they are late.
func (r *Rooms) Customers(ctx context.Context, appointmentIDs []string) (map[string]*Customer, error) {
	rows, err := r.store.Client().ConsultationRoom.Query().Where(
		consultationroom.AppointmentIDIn(appointmentIDs...),
		consultationroom.Or(consultationroom.CustomerWaitsSinceNotNil(), consultationroom.CustomerLateUntilNotNil()),
	).WithAppointment().WithParticipants(func(q *ent.RoomParticipantQuery) {
		q.Where(roomparticipant.RoleEQ(roomparticipant.RoleCUSTOMER), roomparticipant.Away(false))
	}).All(ctx)
	if err != nil {
		return nil, err
	}
	now := r.clock()
	customers := map[string]*Customer{}
	for _, row := range rows {
		a := row.Edges.Appointment
		is := &Customer{LateUntil: row.CustomerLateUntil}
		if schedule.IsOpen(a, now) && len(row.Edges.Participants) > 0 {
			is.WaitsSince = row.CustomerWaitsSince
		}
		if schedule.IsCall(a) && now < schedule.ClosesAt(a) && (is.WaitsSince != nil || is.LateUntil != nil) {
			customers[a.ID] = is
		}
	}
	return customers, nil
}

// NextCustomerWaits reports whether the customer of the next video appointment of the same person is in the waiting room.
func (r *Rooms) NextCustomerWaits(ctx context.Context, a *ent.Appointment) (bool, error) {
	return r.store.Client().Appointment.Query().Where(
		appointment.PersonID(a.PersonID), appointment.StartsAtGT(a.StartsAt), appointment.StartsAtLT(a.StartsAt.Add(schedule.AdmittedBefore)), schedule.CustomerWaits(r.clock()),
	).Exist(ctx)
}
