package store

import (
	"context"

	"visavis/ent"
	"visavis/internal/statement"
)

// A tail is what the orders of a shared transaction insert: it is written once for all of them, at the end.
type tail struct {
	unread
	raised  map[string]int64 // how often the change sequence of a branch is raised
	pushes  []*ent.Push
	changes []*ent.Change
	entries []*ent.AuditEntry
}

// unread is the part of a tail that is written earlier if something is about to read it.
type unread struct {
	customers    []*ent.Customer
	appointments []*ent.Appointment
	mails        []*ent.Mail
}

// add appends what another tail has.
func (t *tail) add(other tail) {
	t.customers = append(t.customers, other.customers...)
	t.appointments = append(t.appointments, other.appointments...)
	t.mails = append(t.mails, other.mails...)
	t.pushes = append(t.pushes, other.pushes...)
	for branchID, times := range other.raised {
		t.raise(branchID, times)
	}
	t.changes = append(t.changes, other.changes...)
	t.entries = append(t.entries, other.entries...)
}

func (t *tail) raise(branchID string, times int64) {
	if t.raised == nil {
		t.raised = map[string]int64{}
	}
	t.raised[branchID] += times
}

// write writes the tail and empties it.
func (t *tail) write(ctx context.Context, client *ent.Client) error {
	if err := t.unread.write(ctx, client); err != nil {
		return err
	}
	if err := statement.InsertPushes(ctx, client, t.pushes); err != nil {
		return err
	}
	alike := map[int64][]string{} // branches by how often they are raised
	for branchID, times := range t.raised {
		alike[times] = append(alike[times], branchID)
	}
	for times, branchIDs := range alike {
		if err := statement.RaiseChangeSequences(ctx, client, branchIDs, times); err != nil {
			return err
		}
	}
	if err := statement.InsertChanges(ctx, client, t.changes); err != nil {
		return err
	}
	err := statement.InsertAuditEntries(ctx, client, t.entries)
	*t = tail{}
	return err
}

func (u *unread) isEmpty() bool { return len(u.customers)+len(u.appointments)+len(u.mails) == 0 }

// write writes the rows, each after those that it refers to, and forgets them.
func (u *unread) write(ctx context.Context, client *ent.Client) error {
	rows := *u
	*u = unread{}
	if err := statement.InsertCustomers(ctx, client, rows.customers); err != nil {
		return err
	}
	if err := statement.InsertAppointments(ctx, client, rows.appointments); err != nil {
		return err
	}
	return statement.InsertMails(ctx, client, rows.mails)
}
