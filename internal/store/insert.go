package store

import (
	"context"

	"visavis/ent"
	"visavis/internal/statement"
)

// Orders that share a transaction insert together. Customers, appointments and mails are written before anything may read them, and all
// else at the end.

// InsertCustomer inserts a customer with the keys by which lists sort and searches find them.
func (tx *Tx) InsertCustomer(ctx context.Context, row *ent.Customer) error {
	if tx.before == nil {
		return statement.InsertCustomers(ctx, tx.Client, []*ent.Customer{row})
	}
	tx.own.customers = append(tx.own.customers, row)
	return nil
}

// InsertAppointment inserts an appointment or a hold.
func (tx *Tx) InsertAppointment(ctx context.Context, row *ent.Appointment) error {
	if tx.before == nil {
		return statement.InsertAppointments(ctx, tx.Client, []*ent.Appointment{row})
	}
	tx.own.appointments = append(tx.own.appointments, row)
	return nil
}

// InsertMails queues emails about appointments.
func (tx *Tx) InsertMails(ctx context.Context, rows []*ent.Mail) error {
	if tx.before == nil {
		return statement.InsertMails(ctx, tx.Client, rows)
	}
	tx.own.mails = append(tx.own.mails, rows...)
	return nil
}

// InsertPushes queues pushes.
func (tx *Tx) InsertPushes(ctx context.Context, rows []*ent.Push) error {
	if tx.before == nil {
		return statement.InsertPushes(ctx, tx.Client, rows)
	}
	tx.own.pushes = append(tx.own.pushes, rows...)
	return nil
}

// InsertChanges inserts changes into the feeds of their branches.
func (tx *Tx) InsertChanges(ctx context.Context, rows []*ent.Change) error {
	if tx.before == nil {
		return statement.InsertChanges(ctx, tx.Client, rows)
	}
	tx.own.changes = append(tx.own.changes, rows...)
	return nil
}

// InsertAuditEntry inserts an entry of the audit trail.
func (tx *Tx) InsertAuditEntry(ctx context.Context, row *ent.AuditEntry) error {
	if tx.before == nil {
		return statement.InsertAuditEntries(ctx, tx.Client, []*ent.AuditEntry{row})
	}
	tx.own.entries = append(tx.own.entries, row)
	return nil
}
