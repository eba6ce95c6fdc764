package booking

import (
	"context"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/mail"
	"visavis/ent/offer"
	"visavis/internal/availability"
	"visavis/internal/form"
	"visavis/internal/problem"
	"visavis/internal/schedule"
)

// AppointmentUpdateInput changes an appointment. Nil keeps what is.
type AppointmentUpdateInput struct {
	ID             string
	ServiceID      *string
	Duration       *time.Duration
	Note           *string
	CustomerID     *string        // at most one of these two
	Customer       *CustomerInput // found by email address, or created
	NotifyCustomer bool
	Override       bool
}

// AppointmentUpdate changes what an appointment is for, how long it takes and for whom it is. It keeps its ID and its history. If the rules
// forbid the service or the length, the error is a *Refusal.
func (b *Booking) AppointmentUpdate(ctx context.Context, input AppointmentUpdateInput) (*ent.Appointment, error) {
	of, err := appointmentOf(nil, &input.ID)
	if err != nil {
		return nil, err
	}
	var f form.Form
	note := f.Text("note", input.Note, form.NoteLength)
	agreed := f.Minutes("duration", input.Duration, time.Minute, schedule.Longest)
	named := readBooker(&f, input.CustomerID, input.Customer)
	if err := f.Err(); err != nil {
		return nil, err
	}
	var after *ent.Appointment
	err = b.edit(ctx, func(ctx context.Context, e *edit) error {
		before, err := e.toUpdate(ctx, of)
		if err != nil {
			return err
		}
		u := update{before: before, after: *before}
		if note != nil {
			u.after.Note = *note
		}
		if err := e.updateService(ctx, &u, input, agreed); err != nil {
			return err
		}
		if err := e.updateContact(ctx, &u, named); err != nil {
			return err
		}
		after, err = e.finishUpdate(ctx, &u, input.NotifyCustomer)
		return err
	})
	return after, err
}

// An update is a change of an appointment in progress.
type update struct {
	before     *ent.Appointment
	after      ent.Appointment
	verdict    *verdict // about another service or length; nil: they stay
	overridden []availability.Obstacle
}

// toUpdate returns an appointment, whose people are locked, and checks that staff may change it.
func (e *edit) toUpdate(ctx context.Context, of reference) (*ent.Appointment, error) {
	row, err := e.beginForStaff(ctx, of.Appointment, of.field)
	if err == nil && (!row.Live || row.Status == appointment.StatusHELD) {
		return nil, problem.New(problem.StatusForbids, of.field)
	}
	return row, err
}

// updateService judges another service or length, of which agreed minutes are nil if it is to follow from the service. The start stays, so the rules of time are seen from when it was booked.
func (e *edit) updateService(ctx context.Context, u *update, input AppointmentUpdateInput, agreed *int) error {
	wanted := slot{
		branchID: u.before.BranchID, serviceID: u.before.ServiceID, staffID: &u.before.StaffID, start: u.before.StartsAt,
		agreed: u.before.AgreedMinutes, asOf: u.before.CreatedAt, except: u.before.ID,
	}
	if input.ServiceID != nil && *input.ServiceID != u.before.ServiceID {
		wanted.serviceID, wanted.agreed = *input.ServiceID, nil
	}
	if err := wanted.check(); err != nil {
		return err
	}
	if agreed != nil {
		wanted.agreed = agreed
	}
	if wanted.serviceID == u.before.ServiceID && u.before.StartsAt.Add(wanted.length(u.before)) == u.before.EndsAt {
		return nil
	}
	if err := e.clearExpiredHolds(ctx, nil); err != nil {
		return err
	}
	v, overridden, err := e.decideForStaff(ctx, wanted, input.Override)
	if err != nil {
		return err
	}
	u.verdict, u.overridden = v, overridden
	v.setService(&u.after)
	return nil
}

// length returns how long the slot is to take, that of the appointment unless another one is wanted.
func (s *slot) length(of *ent.Appointment) time.Duration {
	if s.agreed == nil {
		return of.EndsAt.Sub(of.StartsAt)
	}
	return minutes(*s.agreed)
}

// setService sets the service of an appointment and what follows from it. Another video consultation keeps the join link.
func (v *verdict) setService(a *ent.Appointment) {
	times := v.times()
	a.ServiceID, a.AgreedMinutes = v.service.Row.ID, agreedLength(v.service.Row, times.End.Sub(times.Start))
	a.EndsAt, a.BlockedUntil = times.End, times.End.Add(v.service.Service.CleanUp)
	switch {
	case !v.service.Service.Video:
		a.JoinToken, a.RoomName, a.RoomAdmittedAt, a.RoomDelayedUntil, a.RoomEndedAt = nil, "", nil, nil, nil
	case a.JoinToken == nil:
		a.JoinToken, a.RoomName = v.room()
	}
}

// finishUpdate writes the appointment, and notifies the customer if that is wanted and matters.
func (e *edit) finishUpdate(ctx context.Context, u *update, notify bool) (*ent.Appointment, error) {
	if !u.changes() {
		return u.before, nil
	}
	notify = notify && u.matters() && mayBeAnswered(&u.after, e.Now)
	if notify {
		u.after.Version++
	}
	if err := e.endLinksOfFormerAddress(ctx, u); err != nil {
		return nil, err
	}
	after, err := e.write(ctx, u)
	if err != nil {
		return nil, err
	}
	if err := e.deletePhotosOfFormer(ctx, u.before, after); err != nil {
		return nil, err
	}
	if u.matters() {
		if err := e.endOffers(ctx, offer.StateLAPSED, u.before.ID); err != nil {
			return nil, err
		}
	}
	if err := e.forgetMisspelt(ctx, u.before.CustomerID); err != nil {
		return nil, err
	}
	c := change{action: "appointmentUpdate", record: u.recorded(after)}
	if notify {
		c.mail = u.mail()
	}
	return after, e.finish(ctx, c, u.before, after, u.before)
}

// changes reports whether anything is changed.
func (u *update) changes() bool {
	return u.verdict != nil || u.before.Note != u.after.Note || u.changesContact()
}

// matters reports whether the customer should know.
func (u *update) matters() bool { return u.verdict != nil || u.changesAddress() }

// mail returns the kind of mail that notifies the customer: to another address, all is new.
func (u *update) mail() mail.Kind {
	if u.changesAddress() {
		return mail.KindCONFIRMED
	}
	return mail.KindCHANGED
}

// write stores the columns that differ. Others may be changed meanwhile: a correction of the customer's record changes contacts, and does not
// wait for whoever changes the appointment.
func (e *edit) write(ctx context.Context, u *update) (*ent.Appointment, error) {
	was, is, write := u.before, &u.after, u.before.Update()
	setIfChanged(was.ServiceID, is.ServiceID, write.SetServiceID)
	setIfChanged(was.EndsAt, is.EndsAt, write.SetEndsAt)
	setIfChanged(was.BlockedUntil, is.BlockedUntil, write.SetBlockedUntil)
	setIfChanged(was.Version, is.Version, write.SetVersion)
	setIfChanged(was.Note, is.Note, write.SetNote)
	setIfChanged(was.ContactName, is.ContactName, write.SetContactName)
	setIfChanged(was.ContactEmail, is.ContactEmail, write.SetContactEmail)
	setIfChanged(was.ContactPhone, is.ContactPhone, write.SetContactPhone)
	setIfChanged(was.ContactTimeZone, is.ContactTimeZone, write.SetContactTimeZone)
	setIfChanged(was.ContactAcceptsMarketing, is.ContactAcceptsMarketing, write.SetContactAcceptsMarketing)
	setIfChanged(was.RoomName, is.RoomName, write.SetRoomName)
	setOrClearIfChanged(was.AgreedMinutes, is.AgreedMinutes, write.SetAgreedMinutes, write.ClearAgreedMinutes)
	setOrClearIfChanged(was.ContactLocale, is.ContactLocale, write.SetContactLocale, write.ClearContactLocale)
	setOrClearIfChanged(was.ContactConfirmedAt, is.ContactConfirmedAt, write.SetContactConfirmedAt, write.ClearContactConfirmedAt)
	setOrClearIfChanged(was.CustomerID, is.CustomerID, write.SetCustomerID, write.ClearCustomerID)
	setOrClearIfChanged(was.Secret, is.Secret, write.SetSecret, write.ClearSecret)
	setOrClearIfChanged(was.JoinToken, is.JoinToken, write.SetJoinToken, write.ClearJoinToken)
	setOrClearIfChanged(was.RoomAdmittedAt, is.RoomAdmittedAt, write.SetRoomAdmittedAt, write.ClearRoomAdmittedAt)
	setOrClearIfChanged(was.RoomDelayedUntil, is.RoomDelayedUntil, write.SetRoomDelayedUntil, write.ClearRoomDelayedUntil)
	setOrClearIfChanged(was.RoomEndedAt, is.RoomEndedAt, write.SetRoomEndedAt, write.ClearRoomEndedAt)
	after, err := write.Save(ctx)
	if err != nil && u.verdict != nil {
		return nil, u.verdict.taken(err)
	}
	return after, err
}

func setIfChanged[T comparable, U any](was, is T, set func(T) U) {
	if was != is {
		set(is)
	}
}

func setOrClearIfChanged[T comparable, U any](was, is *T, set func(T) U, clear func() U) {
	if !isSame(was, is) {
		setOrClear(is, set, clear)
	}
}

// updated is the record of an update in the audit trail, which keeps no notes and no contacts.
type updated struct {
	*ent.Appointment
	Overridden     []availability.Obstacle `json:"overridden,omitempty"`
	NoteChanged    bool                    `json:"note_changed,omitempty"`
	ContactChanged bool                    `json:"contact_changed,omitempty"`
}

func (u *update) recorded(after *ent.Appointment) updated {
	return updated{after, u.overridden, u.before.Note != u.after.Note, u.changesContact()}
}
