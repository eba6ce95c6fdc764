// Package mailquota limits the mails that strangers can cause to one mailbox. It counts in the database, so that the limit
// holds for all processes and over restarts.
package mailquota

import (
	"context"
	"time"

	"visavis/ent"
	"visavis/ent/mailquota"
	"visavis/ent/predicate"
	"visavis/internal/civil"
	"visavis/internal/form"
	"visavis/internal/secret"
	"visavis/internal/store"
)

const (
	// Most is the largest number of mails to a mailbox in a period.
	Most = 10
	// period begins with the first mail.
	period = 24 * time.Hour
)

// A Purpose separates the mails to one mailbox, so that nobody uses up those of another kind.
type Purpose string

// The purposes.
const (
	Appointments Purpose = "appointments"
	Access       Purpose = "access"
	CustomerData Purpose = "customer data"
)

// idOf returns the ID of a count. It discloses no address.
func idOf(purpose Purpose, address string) string {
	return secret.Hash(string(purpose) + " " + form.Mailbox(address))
}

// Take counts a mail to the address, or reports false if there were too many. Quotas whose period is over are deleted.
func Take(ctx context.Context, tx *store.Tx, purpose Purpose, address string, now civil.Instant) (bool, error) {
	if _, err := tx.MailQuota.Delete().Where(isOver(now)).Exec(ctx); err != nil {
		return false, err
	}
	id := idOf(purpose, address)
	err := tx.MailQuota.Create().SetID(id).SetBeganAt(now).SetCount(0).OnConflictColumns(mailquota.FieldID).Ignore().Exec(ctx)
	if err != nil {
		return false, err
	}
	counted, err := tx.MailQuota.Update().Where(mailquota.ID(id), mailquota.CountLT(Most)).AddCount(1).Save(ctx)
	return counted > 0, err
}

// Left returns how many mails to the address are left in the period.
func Left(ctx context.Context, client *ent.Client, purpose Purpose, address string, now civil.Instant) (int, error) {
	row, err := store.OrNil(client.MailQuota.Query().Where(mailquota.ID(idOf(purpose, address)), mailquota.Not(isOver(now))).Only(ctx))
	if row == nil || err != nil {
		return Most, err
	}
	return Most - row.Count, nil
}

// Forget deletes the quotas of an address.
func Forget(ctx context.Context, client *ent.Client, address string) error {
	_, err := client.MailQuota.Delete().Where(mailquota.IDIn(idOf(Appointments, address), idOf(Access, address), idOf(CustomerData, address))).Exec(ctx)
	return err
}

// isOver selects the quotas whose period is over, also if the clock was set back.
func isOver(now civil.Instant) predicate.MailQuota {
	return mailquota.Or(mailquota.BeganAtLTE(now.Add(-period)), mailquota.BeganAtGT(now.Add(period)))
}
