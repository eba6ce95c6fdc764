package booking

import (
	"context"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/mail"
	"visavis/ent/notificationsetting"
	"visavis/ent/offer"
	"visavis/ent/predicate"
	"visavis/internal/availability"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/schedule"
	"visavis/internal/store"
)

// AppointmentOfferTakeInput names one of the starts that are offered to the customer of the appointment with the secret.
type AppointmentOfferTakeInput struct {
	Secret  string
	StaffID string
	Start   civil.Instant
}

// AppointmentOfferTake moves an appointment to a start that was offered to its customer, and releases the others. It is a no-op if the
// appointment is there. If the start is no longer bookable, the error is a *Refusal.
func (b *Booking) AppointmentOfferTake(ctx context.Context, input AppointmentOfferTakeInput) (*ent.Appointment, error) {
	if err := id.Staff.Check(input.StaffID, "staffId"); err != nil {
		return nil, err
	}
	concern, err := b.concernOfOffer(ctx, input)
	if err != nil {
		return nil, err
	}
	var wanted slot
	var after *ent.Appointment
	err = b.editOrder(ctx, concern, func(ctx context.Context, e *edit) error {
		before, err := e.Appointment.Query().Where(bookedBy(input.Secret)).Only(ctx)
		switch {
		case ent.IsNotFound(err):
			return problem.New(problem.NotFound, "secret")
		case err != nil:
			return err
		case before.Status == appointment.StatusCONFIRMED && before.StartsAt == input.Start && before.StaffID == input.StaffID:
			after = before
			return nil
		}
		if err := e.clearExpiredHolds(ctx, nil); err != nil {
			return err
		}
		open, hold, err := e.offeredStart(ctx, before, input)
		if err != nil {
			return err
		}
		wanted = slot{
			branchID: before.BranchID, serviceID: before.ServiceID, staffID: &input.StaffID, start: input.Start,
			agreed: before.AgreedMinutes, asOf: open.CreatedAt, except: hold.ID,
		}
		v, err := e.decide(ctx, wanted, allowedBy(open))
		if err != nil {
			return err
		}
		if err := e.endOffers(ctx, offer.StateTAKEN, before.ID); err != nil {
			return err
		}
		after = v.moved(before)
		if err := e.storeMove(ctx, before, after); err != nil {
			return v.taken(err)
		}
		if err := e.updateRequestAfterMove(ctx, before, after, nil); err != nil {
			return err
		}
		return e.finish(ctx, change{action: "appointmentOfferTake", mail: mail.KindMOVED, toStaff: notificationsetting.KindMOVED, byStranger: true}, before, after, before)
	})
	return after, b.withAlternatives(ctx, err, wanted)
}

// concernOfOffer returns the people of the appointment and of all starts that are offered for it.
func (b *Booking) concernOfOffer(ctx context.Context, input AppointmentOfferTakeInput) (store.Concern, error) {
	concern := whoHas(bookedBy(input.Secret))
	concern.StaffIDs = []string{input.StaffID}
	client := b.store.Client()
	open, err := client.Offer.Query().Where(offer.HasAppointmentWith(bookedBy(input.Secret)), offer.EndedAtIsNil()).IDs(ctx)
	if err != nil || len(open) == 0 {
		return concern, err
	}
	var others []string
	err = client.Appointment.Query().Where(startsOf(open...)).Select(appointment.FieldStaffID).Scan(ctx, &others)
	concern.StaffIDs = append(concern.StaffIDs, others...)
	return concern, err
}

// startsOf selects the starts of offers.
func startsOf(offerIDs ...string) predicate.Appointment {
	return appointment.And(appointment.OfferIDIn(offerIDs...), appointment.StatusEQ(appointment.StatusHELD))
}

// offeredStart returns an open offer with the start of it that is to be taken, or a problem: it has ended, somebody was faster, or the
// appointment takes place.
func (e *edit) offeredStart(ctx context.Context, a *ent.Appointment, input AppointmentOfferTakeInput) (*ent.Offer, *ent.Appointment, error) {
	ended := problem.New(problem.OfferEnded, "start")
	if !mayBeAnswered(a, e.Now) {
		return nil, nil, ended
	}
	open, err := e.openOffer(ctx, a)
	if err != nil {
		return nil, nil, err
	}
	if open == nil {
		return nil, nil, ended
	}
	hold, err := e.Appointment.Query().Where(startsOf(open.ID), schedule.LiveHold(e.Now), appointment.StaffID(input.StaffID), appointment.StartsAt(input.Start)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, nil, ended
	}
	return open, hold, err
}

// allowedBy returns which obstacles do not keep a customer from taking a start of an offer: those that count only online, those of time,
// about which staff decided when they offered it, and what staff have overridden.
func allowedBy(o *ent.Offer) func(availability.Obstacle) bool {
	return func(found availability.Obstacle) bool {
		return onlineOnly(found) || found.Rule() == 6 || o.Override && overridable(found)
	}
}
