package booking

import (
	"context"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/mail"
	"visavis/ent/offer"
	"visavis/internal/availability"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/schedule"
	"visavis/internal/statement"
	"visavis/internal/store"
)

const (
	// offerTime is how long the starts of an offer are held for its customer.
	offerTime = 2 * time.Hour
	// mostOffered is the largest number of starts of an offer.
	mostOffered = 3
)

// A Place is a start with a profile.
type Place struct {
	StaffID string
	Start   civil.Instant
}

// OfferExpired is the state of an offer that its customer did not take in time. The others are stored.
const OfferExpired offer.State = "EXPIRED"

// OfferState returns the state of an offer.
func (b *Booking) OfferState(o *ent.Offer) offer.State { return offerStateOf(o, b.clock()) }

func offerStateOf(o *ent.Offer, now civil.Instant) offer.State {
	if o.State == offer.StateOPEN && o.ExpiresAt <= now {
		return OfferExpired
	}
	return o.State
}

// MayTake reports whether the customer can still take one of the starts of an offer for the appointment.
func MayTake(o *ent.Offer, a *ent.Appointment, now civil.Instant) bool {
	return offerStateOf(o, now) == offer.StateOPEN && mayBeAnswered(a, now)
}

// OffersOf returns by appointment the latest offer for it.
func (b *Booking) OffersOf(ctx context.Context, appointmentIDs []string) (map[string]*ent.Offer, error) {
	rows, err := b.store.Client().Offer.Query().Where(offer.AppointmentIDIn(appointmentIDs...)).Order(offer.ByCreatedAt(), offer.ByID()).All(ctx)
	latest := map[string]*ent.Offer{}
	for _, row := range rows {
		if former := latest[row.AppointmentID]; former == nil || former.EndedAt != nil { // one that has not ended is the latest, also within a second
			latest[row.AppointmentID] = row
		}
	}
	return latest, err
}

// OffersByID returns offers by ID.
func (b *Booking) OffersByID(ctx context.Context, ids []string) (map[string]*ent.Offer, error) {
	rows, err := b.store.Client().Offer.Query().Where(offer.IDIn(ids...)).All(ctx)
	byID := make(map[string]*ent.Offer, len(rows))
	for _, row := range rows {
		byID[row.ID] = row
	}
	return byID, err
}

// OfferedStarts returns by offer the starts that are held for it, ascending.
func (b *Booking) OfferedStarts(ctx context.Context, offerIDs []string) (map[string][]*ent.Appointment, error) {
	rows, err := b.store.Client().Appointment.Query().Where(startsOf(offerIDs...), schedule.LiveHold(b.clock())).
		Order(appointment.ByStartsAt(), appointment.ByID()).All(ctx)
	byOffer := map[string][]*ent.Appointment{}
	for _, row := range rows {
		byOffer[*row.OfferID] = append(byOffer[*row.OfferID], row)
	}
	return byOffer, err
}

// openOffer returns the offer for an appointment that can still be taken, or nil.
func (e *edit) openOffer(ctx context.Context, a *ent.Appointment) (*ent.Offer, error) {
	return store.OrNil(e.Offer.Query().Where(offer.AppointmentID(a.ID), offer.EndedAtIsNil(), offer.ExpiresAtGT(e.Now)).Only(ctx))
}

// makeOffer holds other starts for the customer of an appointment, instead of those of an earlier offer, and tells the customer. Strangers'
// limits do not count.
func (e *edit) makeOffer(ctx context.Context, a *ent.Appointment, places []Place, override bool, within string) error {
	if err := e.checkMayOffer(ctx, a, places, within); err != nil {
		return err
	}
	if err := e.endOffers(ctx, offer.StateWITHDRAWN, a.ID); err != nil {
		return err
	}
	made, err := e.Offer.Create().SetID(id.Offer.NewAt(int64(e.Now))).SetAppointmentID(a.ID).SetOverride(override).
		SetCreatedAt(e.Now).SetExpiresAt(min(e.Now.Add(offerTime), a.StartsAt)).Save(ctx)
	if err != nil {
		return err
	}
	states, record := []*ent.Appointment{a}, offered{Appointment: a, OfferedUntil: made.ExpiresAt, Offered: places}
	for i, place := range places {
		field := element(within+".starts", i)
		if place.Start <= e.Now {
			return problem.New(problem.StartNotBookable, field+".start")
		}
		v, overridden, err := e.decideForStaff(ctx, slot{
			branchID: a.BranchID, serviceID: a.ServiceID, staffID: &place.StaffID, start: place.Start, agreed: a.AgreedMinutes, asOf: e.Now, isSoon: true, within: field,
		}, override)
		if err != nil {
			return err
		}
		hold := v.appointment(appointment.StatusHELD, e.Now)
		hold.HoldExpiresAt, hold.HeldSince, hold.AgreedMinutes, hold.OfferID = &made.ExpiresAt, &e.Now, a.AgreedMinutes, &made.ID
		hold.Source = appointment.SourceSTAFF
		if err := e.InsertAppointment(ctx, hold); err != nil {
			return v.taken(err)
		}
		states, record.Overridden = append(states, hold), append(record.Overridden, overridden...)
	}
	queued := e.mailAbout(a, mail.KindOFFER, e.Now, false)
	queued.Occasion = made.ID
	e.AfterCommit(e.booking.mailQueued)
	if err := e.InsertMails(ctx, []*ent.Mail{queued}); err != nil {
		return err
	}
	if err := e.Record(ctx, rearrange, a.ID, a, record); err != nil {
		return err
	}
	return e.announce(ctx, states...)
}

// checkMayOffer returns a problem unless the starts can be offered to the customer by a mail.
func (e *edit) checkMayOffer(ctx context.Context, a *ent.Appointment, places []Place, within string) error {
	row, err := e.branch(ctx, a.BranchID)
	switch {
	case err != nil:
		return err
	case !e.booking.MayOffer(a, row):
		return problem.New(problem.OfferNeedsEmail, within)
	case a.StartsAt <= e.Now:
		return problem.New(problem.StatusForbids, within)
	case len(places) < 1 || mostOffered < len(places):
		return problem.New(problem.OutOfRange, within+".starts", 1, mostOffered)
	}
	for i, place := range places {
		if err := id.Staff.Check(place.StaffID, element(within+".starts", i)+".staffId"); err != nil {
			return err
		}
	}
	return nil
}

// MayOffer reports whether starts can be offered to the customer of an appointment: a mail from the branch reaches them, and leads to a page.
func (b *Booking) MayOffer(a *ent.Appointment, in *ent.Branch) bool {
	return a.ContactEmail != "" && a.Secret != nil && b.sendsMail(in)
}

// offered is an appointment for which other starts were offered, as the audit trail keeps it.
type offered struct {
	*ent.Appointment
	OfferedUntil civil.Instant           `json:"offered_until"`
	Offered      []Place                 `json:"offered"`
	Overridden   []availability.Obstacle `json:"overridden,omitempty"`
}

// withdrawOffer releases the starts of the open offer for an appointment. It is a no-op if there is none.
func (e *edit) withdrawOffer(ctx context.Context, a *ent.Appointment) error {
	open, err := e.openOffer(ctx, a)
	if err != nil || open == nil {
		return err
	}
	if err := e.endOffers(ctx, offer.StateWITHDRAWN, a.ID); err != nil {
		return err
	}
	if err := e.Record(ctx, rearrange, a.ID, offered{Appointment: a, OfferedUntil: open.ExpiresAt}, a); err != nil {
		return err
	}
	return e.announce(ctx, a)
}

// endOffers ends the open offers for appointments, drops the mails about them and releases their starts. What is held with people who are
// not locked expires at once, and is announced by [Booking.AnnounceExpiredHolds].
func (e *edit) endOffers(ctx context.Context, state offer.State, appointmentIDs ...string) error {
	ids, err := e.Offer.Query().Where(offer.AppointmentIDIn(appointmentIDs...), offer.EndedAtIsNil()).IDs(ctx)
	if err != nil || len(ids) == 0 {
		return err
	}
	if err := e.Offer.Update().Where(offer.IDIn(ids...)).SetState(state).SetEndedAt(e.Now).Exec(ctx); err != nil {
		return err
	}
	err = e.Mail.Update().Where(mail.AppointmentIDIn(appointmentIDs...), mail.OccasionIn(ids...), mail.StateEQ(mail.StateWAITING)).SetState(mail.StateDROPPED).Exec(ctx)
	if err != nil {
		return err
	}
	holds, err := e.Appointment.Query().Where(startsOf(ids...)).Order(appointment.ByID()).All(ctx)
	for _, hold := range holds {
		if err == nil {
			err = e.releaseOffered(ctx, hold)
		}
	}
	return err
}

func (e *edit) releaseOffered(ctx context.Context, hold *ent.Appointment) error {
	if e.Presence(hold.PersonID) == nil {
		hold.HoldExpiresAt = &e.Now
		return statement.SetHoldExpiry(ctx, e.Client, hold)
	}
	e.freed = append(e.freed, hold)
	return statement.DeleteHold(ctx, e.Client, hold)
}
