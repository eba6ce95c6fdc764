package schedule

import (
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/customer"
	"visavis/ent/predicate"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/reach"
)

// customerPeriod is how long before and after an appointment its staff member sees the customer's record.
const customerPeriod = 14 * 24 * time.Hour

// CustomerIsShown reports whether the staff member of an appointment sees the record of its customer: near the appointment,
// and only if the owner of the address or a manager confirmed that it is the customer's. Anybody can write an address.
func CustomerIsShown(a *ent.Appointment, now civil.Instant) bool {
	return a.ContactConfirmedAt != nil && a.Status != appointment.StatusCANCELLED &&
		a.StartsAt <= now.Add(customerPeriod) && now.Add(-customerPeriod) <= a.EndsAt
}

// ShowsCustomer selects the appointments of a person of which [CustomerIsShown] is true.
func ShowsCustomer(personID string, now civil.Instant) predicate.Appointment {
	return appointment.And(
		appointment.PersonID(personID), EndsAfter(now.Add(-customerPeriod)-1), appointment.StartsAtLTE(now.Add(customerPeriod)),
		appointment.ContactConfirmedAtNotNil(), appointment.StatusNEQ(appointment.StatusCANCELLED),
	)
}

// CustomersSeenBy selects the customers that the actor may look up: those whose records they keep, and those whom one of
// their own appointments shows.
func CustomersSeenBy(who actor.Actor, now civil.Instant) predicate.Customer {
	return customer.Or(reach.Customers(who), customer.HasAppointmentsWith(ShowsCustomer(who.PersonID, now)))
}
