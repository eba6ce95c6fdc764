// Package statement has the statements of holds, bookings, moves and cancellations that both databases understand. They run too often
// for ent to build them each time; all else uses ent.
//
// SQLite numbers placeholders by where they come first, whatever they are called: $1 must come before $2.
package statement

import (
	"context"
	"encoding/json"
	"fmt"

	"visavis/ent"
	"visavis/ent/mail"
	"visavis/ent/notificationsetting"
	"visavis/internal/civil"
	"visavis/internal/lookup"
	"visavis/internal/placeholder"
)

const insertAppointments = `INSERT INTO appointments (
	id, branch_id, staff_id, person_id, service_id, starts_at, ends_at, blocked_until, agreed_minutes, status, live,
	hold_expires_at, source, note, contact_name, contact_email, contact_phone, contact_locale, contact_time_zone, contact_accepts_marketing, contact_confirmed_at, version,
	created_at, customer_id, secret, join_token, room_name, room_admitted_at, room_delayed_until, room_ended_at, idempotency_key, request_digest, held_since,
	terms_version, privacy_notice_version, holder_address, offer_id
) VALUES `

// InsertAppointments inserts appointments and holds.
func InsertAppointments(ctx context.Context, client *ent.Client, appointments []*ent.Appointment) error {
	var values []any
	for _, a := range appointments {
		values = append(values,
			a.ID, a.BranchID, a.StaffID, a.PersonID, a.ServiceID, a.StartsAt, a.EndsAt, a.BlockedUntil, a.AgreedMinutes, a.Status, a.Live,
			a.HoldExpiresAt, a.Source, a.Note, a.ContactName, a.ContactEmail, a.ContactPhone, a.ContactLocale, a.ContactTimeZone, a.ContactAcceptsMarketing, a.ContactConfirmedAt, a.Version,
			a.CreatedAt, a.CustomerID, a.Secret, a.JoinToken, a.RoomName, a.RoomAdmittedAt, a.RoomDelayedUntil, a.RoomEndedAt, a.IdempotencyKey, a.RequestDigest, a.HeldSince,
			a.TermsVersion, a.PrivacyNoticeVersion, a.HolderAddress, a.OfferID)
	}
	return placeholder.Insert(ctx, client, insertAppointments, 37, values)
}

const moveAppointment = `UPDATE appointments
	SET staff_id = $1, person_id = $2, starts_at = $3, ends_at = $4, blocked_until = $5, room_admitted_at = $6, room_delayed_until = $7, room_ended_at = $8, version = $9, live = $10
	WHERE id = $11`

// MoveAppointment stores whose time a moved appointment takes, when, and the state of its room.
func MoveAppointment(ctx context.Context, client *ent.Client, a *ent.Appointment) error {
	_, err := client.ExecContext(ctx, moveAppointment,
		a.StaffID, a.PersonID, a.StartsAt, a.EndsAt, a.BlockedUntil, a.RoomAdmittedAt, a.RoomDelayedUntil, a.RoomEndedAt, a.Version, a.Live, a.ID)
	return err
}

const freeAppointments = "UPDATE appointments SET live = FALSE WHERE id IN (%s)"

// FreeAppointments frees the times of appointments that are moved later in the same transaction, so that they may change places.
func FreeAppointments(ctx context.Context, client *ent.Client, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	_, err := client.ExecContext(ctx, fmt.Sprintf(freeAppointments, placeholder.List(len(ids))), anyOf(ids)...)
	return err
}

const cancelAppointment = "UPDATE appointments SET status = $1, live = $2, version = $3 WHERE id = $4"

// CancelAppointment stores the status of a cancelled appointment.
func CancelAppointment(ctx context.Context, client *ent.Client, a *ent.Appointment) error {
	_, err := client.ExecContext(ctx, cancelAppointment, a.Status, a.Live, a.Version, a.ID)
	return err
}

const deleteHold = "DELETE FROM appointments WHERE id = $1 AND hold_expires_at IS NOT NULL"

// DeleteHold deletes a hold that is released, or makes way for an appointment or another hold.
func DeleteHold(ctx context.Context, client *ent.Client, hold *ent.Appointment) error {
	_, err := client.ExecContext(ctx, deleteHold, hold.ID)
	return err
}

const setHoldExpiry = "UPDATE appointments SET hold_expires_at = $1 WHERE id = $2 AND hold_expires_at IS NOT NULL"

// SetHoldExpiry stores when a hold expires that is shortened or renewed.
func SetHoldExpiry(ctx context.Context, client *ent.Client, hold *ent.Appointment) error {
	_, err := client.ExecContext(ctx, setHoldExpiry, hold.HoldExpiresAt, hold.ID)
	return err
}

const insertCustomers = `INSERT INTO customers (
	id, name, order_key, email, phone, locale, confirmed_at, privacy_accepted_at, marketing_accepted_at, created_at,
	beginnings_1, beginnings_2, beginnings_3, created_in
) VALUES `

// InsertCustomers inserts customers with the keys by which lists sort and searches find them.
func InsertCustomers(ctx context.Context, client *ent.Client, customers []*ent.Customer) error {
	var words lookup.Words
	var values []any
	for _, c := range customers {
		words = append(words, lookup.SetKeys(c)...)
		values = append(values,
			c.ID, c.Name, c.OrderKey, c.Email, c.Phone, c.Locale, c.ConfirmedAt, c.PrivacyAcceptedAt, c.MarketingAcceptedAt, c.CreatedAt,
			c.Beginnings1, c.Beginnings2, c.Beginnings3, c.CreatedIn)
	}
	if err := placeholder.Insert(ctx, client, insertCustomers, 14, values); err != nil {
		return err
	}
	return words.Insert(ctx, client)
}

const insertAuditEntries = "INSERT INTO audit_entries (id, at, actor, staff_id, token_id, action, subject_id, before, after) VALUES "

// InsertAuditEntries inserts entries of the audit trail.
func InsertAuditEntries(ctx context.Context, client *ent.Client, entries []*ent.AuditEntry) error {
	var values []any
	for _, e := range entries {
		values = append(values, e.ID, e.At, e.Actor, e.StaffID, e.TokenID, e.Action, e.SubjectID, orNull(e.Before), orNull(e.After))
	}
	return placeholder.Insert(ctx, client, insertAuditEntries, 9, values)
}

const insertMails = `INSERT INTO mails (
	id, appointment_id, staff_id, notified_id, kind, access_changes, recipient, appointment_version, occasion, lead_minutes, moved_from_start, moved_from_staff_id,
	changed_from_service_id, changed_from_minutes, limited, due_at, first_due_at, state, attempts, lease, failure, sent_at
) VALUES `

// InsertMails queues emails about appointments.
func InsertMails(ctx context.Context, client *ent.Client, mails []*ent.Mail) error {
	var values []any
	for _, m := range mails {
		values = append(values,
			m.ID, m.AppointmentID, m.StaffID, m.NotifiedID, m.Kind, nil, m.Recipient, m.AppointmentVersion, m.Occasion, m.LeadMinutes, m.MovedFromStart, m.MovedFromStaffID,
			m.ChangedFromServiceID, m.ChangedFromMinutes, m.Limited, m.DueAt, m.FirstDueAt, m.State, m.Attempts, m.Lease, m.Failure, m.SentAt)
	}
	return placeholder.Insert(ctx, client, insertMails, 22, values)
}

// The state is in an expression: by it, SQLite would scan all mails that wait.
const dropMails = `UPDATE mails SET state = $1 WHERE appointment_id = $2 AND coalesce(state, '') = $3 AND kind NOT IN ('CUSTOMER_EXPORT', 'CUSTOMER_ERASURE') AND notified_id = ''
	RETURNING kind, appointment_version, moved_from_start, moved_from_staff_id, changed_from_service_id, changed_from_minutes`

// A Drop is a mail that was dropped.
type Drop struct {
	Kind                 mail.Kind
	AppointmentVersion   int
	MovedFromStart       *civil.Instant
	MovedFromStaffID     string
	ChangedFromServiceID string
	ChangedFromMinutes   int
}

// DropMails drops the waiting mails to the customer of an appointment, but those about the customer's data, and returns them.
func DropMails(ctx context.Context, client *ent.Client, appointmentID string) (dropped []Drop, err error) {
	rows, err := client.QueryContext(ctx, dropMails, mail.StateDROPPED, appointmentID, mail.StateWAITING)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var d Drop
		if err := rows.Scan(&d.Kind, &d.AppointmentVersion, &d.MovedFromStart, &d.MovedFromStaffID, &d.ChangedFromServiceID, &d.ChangedFromMinutes); err != nil {
			return nil, err
		}
		dropped = append(dropped, d)
	}
	return dropped, rows.Err()
}

// Without an address for signing in, an account gets no mail.
const readNotified = `SELECT staff.id, notification_settings.by_email AND accounts.email IS NOT NULL, push_subscriptions.id
	FROM notification_settings
	JOIN staff ON staff.id = notification_settings.staff_id
	JOIN accounts ON accounts.staff_id = staff.id
	LEFT JOIN push_subscriptions ON push_subscriptions.staff_id = staff.id AND notification_settings.by_push
	WHERE notification_settings.kind = $1 AND staff.archived_at IS NULL AND staff.person_id IN ($2, $3)
	ORDER BY staff.id, push_subscriptions.id`

// Notified are those who are notified of something.
type Notified struct {
	StaffIDs        []string // of the profiles that get an email
	SubscriptionIDs []string // of the devices that get a push
}

// ReadNotified reads which profiles of either person are notified of a kind, and on which devices.
func ReadNotified(ctx context.Context, client *ent.Client, kind notificationsetting.Kind, personID, otherPersonID string) (found Notified, err error) {
	rows, err := client.QueryContext(ctx, readNotified, kind, personID, otherPersonID)
	if err != nil {
		return found, err
	}
	defer func() { _ = rows.Close() }()
	lastID := ""
	for rows.Next() { // one for each device
		var staffID string
		var byEmail bool
		var subscriptionID *string
		if err := rows.Scan(&staffID, &byEmail, &subscriptionID); err != nil {
			return found, err
		}
		if byEmail && staffID != lastID {
			found.StaffIDs = append(found.StaffIDs, staffID)
		}
		if subscriptionID != nil {
			found.SubscriptionIDs = append(found.SubscriptionIDs, *subscriptionID)
		}
		lastID = staffID
	}
	return found, rows.Err()
}

const insertPushes = "INSERT INTO pushes (id, subscription_id, kind, subject_id, due_at, expires_at, attempts, lease) VALUES "

// InsertPushes queues pushes.
func InsertPushes(ctx context.Context, client *ent.Client, pushes []*ent.Push) error {
	var values []any
	for _, p := range pushes {
		values = append(values, p.ID, p.SubscriptionID, p.Kind, p.SubjectID, p.DueAt, p.ExpiresAt, p.Attempts, p.Lease)
	}
	return placeholder.Insert(ctx, client, insertPushes, 8, values)
}

const insertChanges = "INSERT INTO changes (branch_id, sequence, kind, staff_ids, appointment_id, first_date, last_date, at) VALUES "

// InsertChanges inserts changes into the feeds of their branches. They get their IDs from the database.
func InsertChanges(ctx context.Context, client *ent.Client, changes []*ent.Change) error {
	var values []any
	for _, c := range changes {
		staffIDs, err := json.Marshal(c.StaffIds)
		if err != nil {
			return err
		}
		var appointmentID any // null: the change is about none
		if c.AppointmentID != "" {
			appointmentID = c.AppointmentID
		}
		values = append(values, c.BranchID, c.Sequence, c.Kind, json.RawMessage(staffIDs), appointmentID, c.FirstDate, c.LastDate, c.At)
	}
	return placeholder.Insert(ctx, client, insertChanges, 8, values)
}

const raiseChangeSequences = "UPDATE branches SET change_sequence = change_sequence + $1 WHERE id IN (%s)"

// RaiseChangeSequences raises the change sequences of branches, each so many times.
func RaiseChangeSequences(ctx context.Context, client *ent.Client, branchIDs []string, times int64) error {
	if len(branchIDs) == 0 {
		return nil
	}
	_, err := client.ExecContext(ctx, fmt.Sprintf(raiseChangeSequences, placeholder.ListFrom(2, len(branchIDs))), append([]any{times}, anyOf(branchIDs)...)...)
	return err
}

const readPeople = "SELECT id, person_id FROM staff WHERE id IN (%s)"

// ReadPeople reads the profiles, with nothing but their IDs and people.
func ReadPeople(ctx context.Context, client *ent.Client, staffIDs []string) (profiles []*ent.Staff, err error) {
	if len(staffIDs) == 0 {
		return nil, nil
	}
	rows, err := client.QueryContext(ctx, fmt.Sprintf(readPeople, placeholder.List(len(staffIDs))), anyOf(staffIDs)...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var profile ent.Staff
		if err := rows.Scan(&profile.ID, &profile.PersonID); err != nil {
			return nil, err
		}
		profiles = append(profiles, &profile)
	}
	return profiles, rows.Err()
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

const readBusy = `SELECT starts_at, ends_at, blocked_until
	FROM appointments
	WHERE person_id = $1 AND starts_at > $2 AND starts_at < $3 AND blocked_until > $4
		AND live AND (hold_expires_at IS NULL OR hold_expires_at > $5)
		AND id <> $6`

// ReadBusy reads the appointments of a person that are live, as schedule.Live says, start between two instants and block time after
// the start in question, except one.
func ReadBusy(ctx context.Context, client *ent.Client, personID string, start, from, until, now civil.Instant, exceptID string, each func(start, end, blockedUntil civil.Instant)) error {
	rows, err := client.QueryContext(ctx, readBusy, personID, from, until, start, now, exceptID)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var start, end, blockedUntil civil.Instant
		if err := rows.Scan(&start, &end, &blockedUntil); err != nil {
			return err
		}
		each(start, end, blockedUntil)
	}
	return rows.Err()
}

const lookAtOrder = `SELECT
	EXISTS (SELECT 1 FROM appointments WHERE idempotency_key IN ($1, $2)),
	coalesce((SELECT min(hold_expires_at) FROM appointments WHERE hold_expires_at IS NOT NULL) <= $3, FALSE),
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
	values := make([]any, len(ids))
	for i, id := range ids {
		values[i] = id
	}
	return values
}

// orNull returns a value for the database, null if there is none.
func orNull(value json.RawMessage) any {
	if value == nil {
		return nil
	}
	return value
}
