package booking

import (
	"context"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/branch"
	"visavis/ent/mail"
	"visavis/ent/notificationsetting"
	"visavis/internal/availability"
	"visavis/internal/civil"
	"visavis/internal/form"
	"visavis/internal/idempotency"
	"visavis/internal/problem"
	"visavis/internal/schedule"
	"visavis/internal/secret"
	"visavis/internal/statement"
	"visavis/internal/store"
)

// StartInput is a start to book without a hold.
type StartInput struct {
	BranchID  string
	ServiceID string
	StaffID   *string // nil: anyone
	Start     civil.Instant
}

// AppointmentBookInput is a customer's booking of either a hold or a start.
type AppointmentBookInput struct {
	HoldSecret     *string
	Start          *StartInput
	Customer       CustomerInput
	TimeZone       *string // of the customer's device; nil: unknown
	Note           *string
	TermsVersion   *int    // that the customer was shown; nil: the one in force
	IdempotencyKey string  // the same for every try
	Proof          *string // of work; nil: none
}

// An order is a customer's booking whose input is valid.
type order struct {
	holdSecret *string // nil: the slot is booked without a hold
	slot       slot
	contact    contact
	note       string
	terms      *int // version that the customer was shown; nil: the one in force
	request    idempotency.Request
}

func readOrder(input AppointmentBookInput) (order, error) {
	var f form.Form
	o := order{contact: readCustomerContact(&f, "customer", input.Customer), terms: input.TermsVersion}
	o.contact.timeZone = knownZone(input.TimeZone)
	if note := f.Text("note", input.Note, form.NoteLength); note != nil {
		o.note = *note
	}
	input.Proof, input.TimeZone = nil, nil // they may differ between attempts
	request, wrong := idempotency.New(&input.IdempotencyKey, input)
	f.Add(wrong)
	o.request = request
	if (input.HoldSecret == nil) == (input.Start == nil) {
		f.Add(problem.New(problem.ExactlyOne, "holdSecret", "holdSecret, start"))
	}
	if err := f.Err(); err != nil {
		return o, err
	}
	if input.HoldSecret != nil {
		o.holdSecret = input.HoldSecret
		return o, nil
	}
	o.slot = slot{
		branchID: input.Start.BranchID, serviceID: input.Start.ServiceID, staffID: input.Start.StaffID, start: input.Start.Start, within: "start",
	}
	return o, o.slot.check()
}

// AppointmentBook books an appointment for a customer at the client address. It returns a hold, with a contact, if the booking
// waits for the button in the mail. If the start is not bookable, the error is a *Refusal.
func (b *Booking) AppointmentBook(ctx context.Context, input AppointmentBookInput, address string) (*ent.Appointment, error) {
	o, err := readOrder(input)
	if err != nil {
		return nil, err
	}
	pass, err := b.admit(ctx, b.bookings, b.allowance.Bookings, address, input.Proof)
	if err != nil {
		return nil, err
	}
	var booked *ent.Appointment
	isNew := false
	err = b.editOrder(ctx, o.concern(), func(ctx context.Context, e *edit) error {
		if err := e.look(ctx, o); err != nil {
			return err
		}
		isNew = false
		if booked, err = e.alreadyBooked(ctx, o.request); booked != nil || err != nil {
			return err
		}
		hold, err := e.holdOf(ctx, &o)
		if err != nil {
			return err
		}
		booked, err = e.book(ctx, o, hold, pass)
		isNew = err == nil
		return err
	})
	if err != nil || !isNew {
		pass.undo()
	}
	return booked, b.withAlternatives(ctx, err, o.slot)
}

// concern returns whom the order concerns.
func (o *order) concern() store.Concern {
	if o.holdSecret == nil {
		return o.slot.concern()
	}
	return whoHas(heldBy(*o.holdSecret))
}

// holdOf sets the slot of an order with a hold, and returns the hold, which is to make way for the appointment. An expired hold can
// still be booked until another edit clears it.
func (e *edit) holdOf(ctx context.Context, o *order) (*ent.Appointment, error) {
	if err := e.clearExpiredHolds(ctx, o.holdSecret); err != nil {
		return nil, err
	}
	o.slot.asOf = e.Now
	if o.holdSecret == nil {
		return nil, nil
	}
	hold, err := e.Before().Appointment.Query().Where(heldBy(*o.holdSecret)).Only(ctx) // who knows the secret has been told of the hold
	if ent.IsNotFound(err) {
		return nil, problem.New(problem.HoldExpired, "holdSecret")
	}
	if err != nil {
		return nil, err
	}
	o.slot = slot{branchID: hold.BranchID, serviceID: hold.ServiceID, staffID: &hold.StaffID, start: hold.StartsAt, asOf: e.Now, except: hold.ID}
	if schedule.IsLive(hold, e.Now) {
		o.slot.asOf = hold.CreatedAt
	}
	return hold, nil
}

// book books what is decided for the order. Nothing is written before it is certain that the order is not refused.
func (e *edit) book(ctx context.Context, o order, hold *ent.Appointment, pass pass) (*ent.Appointment, error) {
	v, err := e.decide(ctx, o.slot, allObstaclesCount)
	if err != nil {
		return nil, err
	}
	row, err := e.branch(ctx, o.slot.branchID)
	if err != nil {
		return nil, err
	}
	if err := o.checkFor(row); err != nil {
		return nil, err
	}
	waits, err := e.mustConfirm(ctx, o.contact, row)
	if err != nil {
		return nil, err
	}
	if err := e.payForBooking(ctx, pass); err != nil {
		return nil, err
	}
	if err := e.makeWay(ctx, hold); err != nil {
		return nil, err
	}
	if waits {
		return e.holdForConfirmation(ctx, o, v, row, hold)
	}
	customer, err := e.customerOf(ctx, o.contact, o.slot.branchID, false) // whoever is signed in: the same browser proves nothing
	if err != nil {
		return nil, err
	}
	secret := secret.New()
	if hold != nil {
		secret = *hold.Secret
	}
	booked := v.appointment(appointment.StatusCONFIRMED, e.Now)
	booked.Source, booked.CustomerID, booked.Note, booked.Secret = appointment.SourceONLINE, &customer.ID, o.note, &secret
	o.write(booked, row)
	if err := e.InsertAppointment(ctx, booked); err != nil {
		return nil, v.taken(err)
	}
	return booked, e.finish(ctx, change{action: "appointmentBook", mail: mail.KindCONFIRMED, toStaff: notificationsetting.KindBOOKED, byStranger: true}, nil, booked, hold)
}

// checkFor returns a problem of what the branch demands of customers.
func (o *order) checkFor(row *ent.Branch) error {
	var f form.Form
	if row.CustomerPhone == branch.CustomerPhoneREQUIRED && o.contact.phone == "" {
		f.Add(problem.New(problem.Required, "customer.phone"))
	}
	if o.terms != nil && *o.terms != row.TermsVersion {
		f.Add(problem.New(problem.ChangedMeanwhile, "termsVersion"))
	}
	return f.Err()
}

// write sets what the customer wrote, and which of the branch's texts were in force.
func (o *order) write(a *ent.Appointment, row *ent.Branch) {
	o.contact.write(a)
	remember(a, o.request)
	a.TermsVersion, a.PrivacyNoticeVersion = row.TermsVersion, row.PrivacyNoticeVersion
}

// makeWay deletes a hold, which may be nil, for what takes its place.
func (e *edit) makeWay(ctx context.Context, hold *ent.Appointment) error {
	if hold == nil {
		return nil
	}
	return statement.DeleteHold(ctx, e.Before(), hold)
}

// A change describes how an edit changes an appointment.
type change struct {
	action     string
	mail       mail.Kind                // empty: the customer is not notified
	toStaff    notificationsetting.Kind // of a change by the customer; empty: staff are not notified
	record     any                      // of the new state, for the audit trail; nil: the appointment itself
	overridden []availability.Obstacle  // by staff
	byStranger bool                     // whose mails to one recipient are limited
	isQuiet    bool                     // the customer is notified only of what they should have known before
}

// finish records the new state of an appointment, queues the mails about it to those who are notified, and announces it.
func (e *edit) finish(ctx context.Context, c change, before, after, freed *ent.Appointment) error {
	var now any = after
	switch {
	case c.record != nil:
		now = c.record
	case len(c.overridden) > 0:
		now = overridden{after, c.overridden}
	}
	if err := e.Record(ctx, c.action, after.ID, before, now); err != nil {
		return err
	}
	if c.mail != "" {
		if err := e.queueMails(ctx, before, after, c); err != nil {
			return err
		}
	}
	if c.toStaff != "" {
		if err := e.notifyStaff(ctx, c.toStaff, before, after); err != nil {
			return err
		}
	}
	return e.announce(ctx, after, freed)
}

// overridden is an appointment for which staff overrode rules.
type overridden struct {
	*ent.Appointment
	Overridden []availability.Obstacle `json:"overridden"`
}
