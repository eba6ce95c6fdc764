package store

import (
	"context"

	"visavis/ent"
	"visavis/internal/statement"
)

// Orders that share a transaction insert together: what an order inserts is written with what the others do, and before anything
// reads it.

// InsertCustomer inserts a customer with the keys by which lists sort and searches find them.
func (tx *Tx) InsertCustomer(ctx context.Context, row *ent.Customer) error {
	if tx.before == nil {
		return statement.InsertCustomers(ctx, tx.Client, []*ent.Customer{row})
	}
	tx.last.customers = append(tx.last.customers, row)
	return nil
}

// InsertAppointment inserts an appointment or a hold.
func (tx *Tx) InsertAppointment(ctx context.Context, row *ent.Appointment) error {
	if tx.before == nil {
		return statement.InsertAppointments(ctx, tx.Client, []*ent.Appointment{row})
	}
	tx.last.appointments = append(tx.last.appointments, row)
	return nil
}

// InsertMails queues emails about appointments.
func (tx *Tx) InsertMails(ctx context.Context, rows []*ent.Mail) error {
	if tx.before == nil {
		return statement.InsertMails(ctx, tx.Client, rows)
	}
	tx.last.mails = append(tx.last.mails, rows...)
	return nil
}

// InsertChanges inserts changes into the feeds of their branches.
func (tx *Tx) InsertChanges(ctx context.Context, rows []*ent.Change) error {
	if tx.before == nil {
		return statement.InsertChanges(ctx, tx.Client, rows)
	}
	tx.last.changes = append(tx.last.changes, rows...)
	return nil
}

// InsertAuditEntry inserts an entry of the audit trail.
func (tx *Tx) InsertAuditEntry(ctx context.Context, row *ent.AuditEntry) error {
	if tx.before == nil {
		return statement.InsertAuditEntries(ctx, tx.Client, []*ent.AuditEntry{row})
	}
	tx.last.entries = append(tx.last.entries, row)
	return nil
}
