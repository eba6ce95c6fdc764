package booking

import (
	"context"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/confirmationlink"
	"visavis/internal/civil"
)

// carryOver changes the contacts of a customer's coming appointments where they have what the record had: staff correct a
// mistyped address once, and the next mail arrives. What somebody else wrote at a booking stays.
func carryOver(ctx context.Context, client *ent.Client, before, after *ent.Customer, now civil.Instant) error {
	was, is := contactOnRecord(before), contactOnRecord(after)
	coming := func() *ent.AppointmentUpdate {
		return client.Appointment.Update().Where(appointment.CustomerID(after.ID), appointment.StartsAtGT(now), appointment.ContactNameNEQ(""))
	}
	var updates []*ent.AppointmentUpdate
	if was.email != is.email {
		// A mail to the former address must not confirm the new one.
		_, err := client.ConfirmationLink.Delete().Where(confirmationlink.HasAppointmentWith(appointment.CustomerID(after.ID))).Exec(ctx)
		if err != nil {
			return err
		}
		updates = append(updates, coming().Where(appointment.ContactEmail(was.email)).SetContactEmail(is.email))
	}
	if was.name != is.name {
		updates = append(updates, coming().Where(appointment.ContactName(was.name)).SetContactName(is.name))
	}
	if was.phone != is.phone {
		updates = append(updates, coming().Where(appointment.ContactPhone(was.phone)).SetContactPhone(is.phone))
	}
	if was.locale != is.locale {
		updates = append(updates, coming().Where(appointment.ContactLocaleEQ(appointment.ContactLocale(was.locale))).
			SetContactLocale(appointment.ContactLocale(is.locale)))
	}
	for _, update := range updates {
		if err := update.Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}
