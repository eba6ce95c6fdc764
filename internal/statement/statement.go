// Package statement has the statements of holds, bookings, moves and cancellations that both databases understand. They run too often
// for ent to build them each time; all else uses ent.
package statement

import (
	"context"
	"encoding/json"
	"fmt"

	"visavis/ent"
	"visavis/internal/civil"
	"visavis/internal/lookup"
	"visavis/internal/placeholder"
)

const insertAppointment = `INSERT INTO appointments (
	id, branch_id, staff_id, person_id, service_id, starts_at, ends_at, blocked_until, status, live,
	hold_expires_at, source, note, contact_name, contact_email, contact_phone, contact_locale, contact_accepts_marketing, contact_confirmed_at, version,
	created_at, customer_id, secret, join_token, room_name, room_admitted_at, room_delayed_until, idempotency_key, request_digest, held_since,
	holder_address
) VALUES (
	$1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
	$11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
	$21, $22, $23, $24, $25, $26, $27, $28, $29, $30,
	$31)`

// InsertAppointment inserts an appointment or a hold.
func InsertAppointment(ctx context.Context, client *ent.Client, a *ent.Appointment) error {
	_, err := client.ExecContext(ctx, insertAppointment,
		a.ID, a.BranchID, a.StaffID, a.PersonID, a.ServiceID, a.StartsAt, a.EndsAt, a.BlockedUntil, a.Status, a.Live,
		a.HoldExpiresAt, a.Source, a.Note, a.ContactName, a.ContactEmail, a.ContactPhone, a.ContactLocale, a.ContactAcceptsMarketing, a.ContactConfirmedAt, a.Version,
		a.CreatedAt, a.CustomerID, a.Secret, a.JoinToken, a.RoomName, a.RoomAdmittedAt, a.RoomDelayedUntil, a.IdempotencyKey, a.RequestDigest, a.HeldSince,
		a.HolderAddress)
	return err
}

const insertCustomer = `INSERT INTO customers (
	id, name, order_key, email, phone, locale, confirmed_at, privacy_accepted_at, marketing_accepted_at, created_at,
	beginnings_1, beginnings_2, beginnings_3, created_in
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`

// InsertCustomer inserts a customer with the keys by which lists sort and searches find them.
func InsertCustomer(ctx context.Context, client *ent.Client, c *ent.Customer) error {
	words := lookup.SetKeys(c)
	_, err := client.ExecContext(ctx, insertCustomer,
		c.ID, c.Name, c.OrderKey, c.Email, c.Phone, c.Locale, c.ConfirmedAt, c.PrivacyAcceptedAt, c.MarketingAcceptedAt, c.CreatedAt,
		c.Beginnings1, c.Beginnings2, c.Beginnings3, c.CreatedIn)
	if err != nil {
		return err
	}
	return words.Insert(ctx, client)
}

const insertAuditEntry = `INSERT INTO audit_entries (id, at, actor, staff_id, token_id, action, subject_id, before, after)
	VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`

// InsertAuditEntry inserts an entry of the audit trail.
func InsertAuditEntry(ctx context.Context, client *ent.Client, e *ent.AuditEntry) error {
	_, err := client.ExecContext(ctx, insertAuditEntry, e.ID, e.At, e.Actor, e.StaffID, e.TokenID, e.Action, e.SubjectID, orNull(e.Before), orNull(e.After))
	return err
}

const insertMail = `INSERT INTO mails (
	id, appointment_id, staff_id, kind, access_changes, recipient, appointment_version, limited, due_at, first_due_at,
	state, attempts, lease, failure, sent_at
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`

// InsertMail queues an email about an appointment.
func InsertMail(ctx context.Context, client *ent.Client, m *ent.Mail) error {
	_, err := client.ExecContext(ctx, insertMail,
		m.ID, m.AppointmentID, m.StaffID, m.Kind, nil, m.Recipient, m.AppointmentVersion, m.Limited, m.DueAt, m.FirstDueAt,
		m.State, m.Attempts, m.Lease, m.Failure, m.SentAt)
	return err
}

const insertChanges = "INSERT INTO changes (branch_id, sequence, kind, staff_ids, appointment_id, first_date, last_date, at) VALUES "

// InsertChanges inserts changes into the feeds of their branches. They get their IDs from the database.
func InsertChanges(ctx context.Context, client *ent.Client, changes []*ent.Change) error {
	if len(changes) == 0 {
		return nil
	}
	var arguments []any
	for _, c := range changes {
		staffIDs, err := json.Marshal(c.StaffIds)
		if err != nil {
			return err
		}
		var appointmentID any // null: the change is about none
		if c.AppointmentID != "" {
			appointmentID = c.AppointmentID
		}
		arguments = append(arguments, c.BranchID, c.Sequence, c.Kind, json.RawMessage(staffIDs), appointmentID, c.FirstDate, c.LastDate, c.At)
	}
	_, err := client.ExecContext(ctx, insertChanges+placeholder.Rows(len(changes), len(arguments)/len(changes)), arguments...)
	return err
}

const raiseChangeSequences = "UPDATE branches SET change_sequence = change_sequence + 1 WHERE id IN (%s)"

// RaiseChangeSequences raises the change sequences of branches.
func RaiseChangeSequences(ctx context.Context, client *ent.Client, branchIDs []string) error {
	if len(branchIDs) == 0 {
		return nil
	}
	_, err := client.ExecContext(ctx, fmt.Sprintf(raiseChangeSequences, placeholder.List(len(branchIDs))), anyOf(branchIDs)...)
	return err
}

const readMemberships = `SELECT staff.person_id, staff.id, branch_memberships.branch_id
	FROM staff LEFT JOIN branch_memberships ON branch_memberships.staff_id = staff.id AND branch_memberships.active
	WHERE staff.person_id IN (%s)
	ORDER BY staff.id`

// ReadMemberships reads the profiles of people, ordered by ID, once for each branch in which they are active, or with nil if there is
// none.
func ReadMemberships(ctx context.Context, client *ent.Client, personIDs []string, each func(personID, staffID string, branchID *string)) error {
	if len(personIDs) == 0 {
		return nil
	}
	rows, err := client.QueryContext(ctx, fmt.Sprintf(readMemberships, placeholder.List(len(personIDs))), anyOf(personIDs)...)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var personID, staffID string
		var branchID *string
		if err := rows.Scan(&personID, &staffID, &branchID); err != nil {
			return err
		}
		each(personID, staffID, branchID)
	}
	return rows.Err()
}

const lookAtOrder = `SELECT
	EXISTS (SELECT 1 FROM appointments WHERE idempotency_key IN ($1, $2)),
	EXISTS (SELECT 1 FROM appointments WHERE hold_expires_at <= $3),
	EXISTS (SELECT 1 FROM customers WHERE email = $4),
	EXISTS (SELECT 1 FROM appointments WHERE contact_email = $4 AND starts_at > $3)`

// A Look is what there is that concerns an order; nil: anything may be.
type Look struct {
	Earlier     bool // an appointment that an earlier attempt has booked
	Expired     bool // an expired hold of anybody
	Customer    bool // a customer with the email address
	Appointment bool // another coming appointment with the email address
}

// LookAtOrder looks, for holds as schedule.Expired does, for what concerns an order with either of the idempotency keys and the customer's email address.
func LookAtOrder(ctx context.Context, client *ent.Client, key, forgottenKey, email string, now civil.Instant) (*Look, error) {
	rows, err := client.QueryContext(ctx, lookAtOrder, key, forgottenKey, now, email)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	var found Look
	if rows.Next() {
		err = rows.Scan(&found.Earlier, &found.Expired, &found.Customer, &found.Appointment)
	}
	if err == nil {
		err = rows.Err()
	}
	return &found, err
}

func anyOf(ids []string) []any {
	arguments := make([]any, len(ids))
	for i, id := range ids {
		arguments[i] = id
	}
	return arguments
}

// orNull returns a value for the database, null if there is none.
func orNull(value json.RawMessage) any {
	if value == nil {
		return nil
	}
	return value
}
