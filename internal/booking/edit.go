package booking

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"visavis/ent"
	entchange "visavis/ent/change"
	"visavis/ent/predicate"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/audit"
	"visavis/internal/civil"
	"visavis/internal/event"
	"visavis/internal/problem"
	"visavis/internal/statement"
	"visavis/internal/store"
)

// An edit is a change of an appointment or a hold in progress.
type edit struct {
	audit.Edit
	booking *Booking
	freed   []*ent.Appointment  // holds that had expired and are no more
	delayed *[]*ent.Appointment // states to announce together at the end of a batch; nil: each is announced at once
	looked  *statement.Look     // at the order; nil: not yet, or there is none

	deletesPhotos bool // which the journal is to forget, too
}

// errCustomerChanged reports that a customer who was read has been merged, forgotten or booked for before a change was written.
var errCustomerChanged = errors.New("the customer has changed meanwhile")

// edit runs do in a transaction. It retries after a concurrent edit has created a customer with the same email address or a booking with
// the same key, or has changed the customer.
func (b *Booking) edit(ctx context.Context, do func(ctx context.Context, e *edit) error) error {
	return b.editBy(ctx, func(write func(context.Context, *store.Tx) error) error { return b.store.Write(ctx, write) }, do)
}

// editOrder is edit for an order, in a transaction that it may share with others.
func (b *Booking) editOrder(ctx context.Context, concern store.Concern, do func(ctx context.Context, e *edit) error) error {
	return b.editBy(ctx, func(write func(context.Context, *store.Tx) error) error {
		return b.store.WriteOrder(ctx, concern, write)
	}, do)
}

func (b *Booking) editBy(ctx context.Context, transact func(write func(context.Context, *store.Tx) error) error, do func(ctx context.Context, e *edit) error) (err error) {
	const attempts = 5
	for range attempts {
		var e *edit
		err = transact(func(ctx context.Context, tx *store.Tx) error {
			e = &edit{Edit: audit.Edit{Tx: tx, Now: b.clock()}, booking: b}
			return do(ctx, e)
		})
		if fault := store.Fault(err); fault != store.ErrDuplicate && fault != store.ErrGone && !errors.Is(err, errCustomerChanged) {
			if err == nil && e.deletesPhotos {
				return b.store.TruncateJournal(ctx)
			}
			return err
		}
	}
	return err
}

// whoHas returns the concern of the profiles with any of the appointments. Each selection is a query.
func whoHas(appointments ...predicate.Appointment) (c store.Concern) {
	for _, of := range appointments {
		c.Profiles = append(c.Profiles, []predicate.Staff{staff.HasAppointmentsWith(of)})
	}
	return c
}

// branch returns a branch, as it was read when it was locked.
func (e *edit) branch(ctx context.Context, branchID string) (*ent.Branch, error) {
	rows, err := e.LockBranches(ctx, branchID)
	if err != nil || len(rows) == 0 {
		return nil, cmp.Or(err, error(problem.New(problem.NotFound, "branchId")))
	}
	return rows[0], nil
}

// announce appends a change to the feed of every branch whose starts are affected by the states of the appointment or by the
// expired holds that were freed.
func (e *edit) announce(ctx context.Context, states ...*ent.Appointment) error {
	states = slices.DeleteFunc(slices.Concat(states, e.freed), func(a *ent.Appointment) bool { return a == nil })
	if e.delayed != nil {
		*e.delayed, e.freed = append(*e.delayed, states...), nil
		return nil
	}
	var profiles, branchIDs []string
	for _, a := range states {
		of := e.Presence(a.PersonID)
		profiles = append(profiles, of.ProfileIDs...)
		branchIDs = append(append(branchIDs, a.BranchID), of.BranchIDs...)
	}
	branches, err := e.LockBranches(ctx, branchIDs...)
	if err != nil {
		return err
	}
	first, last, err := datesOf(states, branches)
	if err != nil {
		return err
	}
	if err := e.RaiseChangeSequences(ctx, branchIDs...); err != nil {
		return err
	}
	slices.Sort(profiles)
	profiles = slices.Compact(profiles)
	return e.booking.feed.Append(ctx, e.Tx, event.Change{
		Kind: entchange.KindAPPOINTMENT, StaffIDs: profiles, FirstDate: &first, LastDate: &last, AppointmentID: states[0].ID,
	}, e.Now)
}

// datesOf returns the first and the last local date that the states touch in any of the branches.
func datesOf(states []*ent.Appointment, branches []*ent.Branch) (first, last civil.Date, err error) {
	first, last = civil.LastDate, civil.FirstDate
	for _, row := range branches {
		zone, err := civil.LoadZone(row.TimeZone)
		if err != nil {
			return 0, 0, err
		}
		for _, a := range states {
			first = min(first, zone.Date(a.StartsAt))
			last = max(last, zone.Date(a.BlockedUntil-1))
		}
	}
	return first, last, nil
}

// beginOf locks the people of an appointment and returns it. The error is ent's not-found error if there is none.
func (e *edit) beginOf(ctx context.Context, of predicate.Appointment) (*ent.Appointment, error) {
	if err := e.Lock(ctx, whoHas(of)); err != nil {
		return nil, err
	}
	return e.Appointment.Query().Where(of).Only(ctx)
}

// beginForStaff is beginOf for staff. It returns a problem of the field if there is no such appointment that the actor may see.
func (e *edit) beginForStaff(ctx context.Context, of predicate.Appointment, field string) (*ent.Appointment, error) {
	row, err := e.beginOf(ctx, of)
	if ent.IsNotFound(err) || err == nil && !actor.Of(ctx).MaySee(row.BranchID, row.PersonID) {
		return nil, problem.New(problem.NotFound, field)
	}
	return row, err
}
