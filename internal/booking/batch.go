package booking

import (
	"context"
	"slices"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/customer"
	"visavis/internal/actor"
)

// A batch reads what belongs to many IDs in one query. IDs without any are left out of the map.

// AppointmentsByID returns by ID the appointments that the actor may see.
func (b *Booking) AppointmentsByID(ctx context.Context, ids []string) (map[string]*ent.Appointment, error) {
	rows, err := b.store.Client().Appointment.Query().Where(appointment.IDIn(ids...)).All(ctx)
	byID := make(map[string]*ent.Appointment, len(rows))
	who := actor.Of(ctx)
	for _, row := range rows {
		if who.MaySee(row.BranchID, row.PersonID) {
			byID[row.ID] = row
		}
	}
	return byID, err
}

// CustomersByID returns customers by ID.
func (b *Booking) CustomersByID(ctx context.Context, ids []string) (map[string]*ent.Customer, error) {
	rows, err := b.store.Client().Customer.Query().Where(customer.IDIn(ids...)).All(ctx)
	byID := make(map[string]*ent.Customer, len(rows))
	for _, row := range rows {
		byID[row.ID] = row
	}
	return byID, err
}

// appointmentsAnswered is the largest number of appointments returned per customer.
const appointmentsAnswered = 100

// AppointmentsOf returns by customer the appointments that the actor may see, newest first.
func (b *Booking) AppointmentsOf(ctx context.Context, customerIDs []string) (map[string][]*ent.Appointment, error) {
	rows, err := b.store.Client().Appointment.Query().
		Where(appointment.CustomerIDIn(customerIDs...)).
		Order(appointment.ByStartsAt(), appointment.ByID()).All(ctx)
	byCustomer := map[string][]*ent.Appointment{}
	who := actor.Of(ctx)
	for _, row := range slices.Backward(rows) {
		if list := byCustomer[*row.CustomerID]; len(list) < appointmentsAnswered && who.MaySee(row.BranchID, row.PersonID) {
			byCustomer[*row.CustomerID] = append(list, row)
		}
	}
	return byCustomer, err
}
