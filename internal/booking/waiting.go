package booking

import (
	"context"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/branch"
	"visavis/ent/customer"
	"visavis/ent/mail"
	"visavis/ent/predicate"
	"visavis/internal/civil"
	"visavis/internal/mailquota"
	"visavis/internal/problem"
	"visavis/internal/schedule"
	"visavis/internal/secret"
)

// confirmationTime is how long a start is held until the customer books it by the button in the mail.
const confirmationTime = 30 * time.Minute

// mustConfirm reports whether a booking waits for the button in a mail: the address has as many open bookings in the branch
// as it allows, or the branch asks for it. If no mail can ask, an address with too many bookings is a problem.
func (e *edit) mustConfirm(ctx context.Context, v contact, row *ent.Branch) (bool, error) {
	open, err := e.hasOpenBookings(ctx, v, row)
	if err != nil {
		return false, err
	}
	if open {
		return true, e.checkMayAsk(ctx, v, row)
	}
	if !e.booking.sendsMail(row) || row.ConfirmBookings == branch.ConfirmBookingsOFF {
		return false, nil
	}
	if row.ConfirmBookings == branch.ConfirmBookingsFIRST {
		known, err := e.Customer.Query().Where(customer.Email(v.email), customer.ConfirmedAtNotNil()).Exist(ctx)
		if known || err != nil {
			return false, err
		}
	}
	return true, e.checkMayAsk(ctx, v, row)
}

// hasOpenBookings reports whether an address has as many open bookings in the branch as it allows.
func (e *edit) hasOpenBookings(ctx context.Context, v contact, row *ent.Branch) (bool, error) {
	if e.looked != nil && !e.looked.Appointment {
		return false, nil
	}
	open, err := e.Appointment.Query().
		Where(openBookings(row.ID, v.email, e.Now)).Limit(row.OpenBookingsPerAddress).IDs(ctx)
	return len(open) >= row.OpenBookingsPerAddress, err
}

// openBookings selects the coming appointments in a branch that were booked online under an address.
func openBookings(branchID, email string, now civil.Instant) predicate.Appointment {
	return appointment.And(
		appointment.ContactEmail(email), appointment.StartsAtGT(now), appointment.BranchID(branchID),
		appointment.SourceEQ(appointment.SourceONLINE), appointment.StatusEQ(appointment.StatusCONFIRMED),
	)
}

// checkMayAsk returns a problem unless a mail can ask the owner of the address: a start that nobody can book is not held.
func (e *edit) checkMayAsk(ctx context.Context, v contact, row *ent.Branch) error {
	tooMany := problem.New(problem.TooManyBookings, "customer.email", phoneOf(row))
	if !e.booking.sendsMail(row) {
		return tooMany
	}
	left, err := mailquota.Left(ctx, e.Client, mailquota.Appointments, v.email, e.Now)
	if err != nil {
		return err
	}
	waiting, err := e.Appointment.Query().Where(appointment.ContactEmail(v.email), appointment.StartsAtGT(e.Now), schedule.LiveHold(e.Now)).Count(ctx)
	if err == nil && waiting >= left {
		return tooMany
	}
	return err
}

// phoneOf returns the end of a sentence that asks to call the branch.
func phoneOf(row *ent.Branch) string {
	if row.Phone == "" {
		return ""
	}
	return " (" + row.Phone + ")"
}

// holdForConfirmation holds the start for the owner of the address, who books it by the button in the mail. Its secret is not
// that of the hold it replaces, which somebody else may know.
func (e *edit) holdForConfirmation(ctx context.Context, o order, v *verdict, row *ent.Branch, hold *ent.Appointment) (*ent.Appointment, error) {
	held, secret, expires := v.appointment(appointment.StatusHELD, e.Now), secret.New(), e.Now.Add(confirmationTime)
	held.HoldExpiresAt, held.HeldSince, held.Secret = &expires, &e.Now, &secret
	held.Source, held.CreatedAt, held.Note = appointment.SourceONLINE, o.slot.asOf, o.note
	if hold != nil {
		held.HolderAddress = hold.HolderAddress
	}
	o.write(held, row)
	if err := e.InsertAppointment(ctx, held); err != nil {
		return nil, v.taken(err)
	}
	return held, e.finish(ctx, change{action: "appointmentHold", mail: mail.KindTO_CONFIRM, byStranger: true}, nil, held, hold)
}
