package mail

import (
	"cmp"
	"context"
	"math/rand/v2"
	"time"

	"visavis/ent"
	"visavis/ent/customerlink"
	"visavis/ent/mail"
	"visavis/ent/predicate"
	"visavis/internal/account"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/mailquota"
	"visavis/internal/store"
)

const (
	// batch is how many mails are claimed at once.
	batch = 10
	// leaseTime is the validity of a claim. It is longer than any batch takes; an expired claim belongs to a dead
	// process.
	leaseTime = 15 * time.Minute
)

// A claim is the exclusive right to send some mails. Claiming a mail again changes its lease, and the earlier claim
// cannot record outcomes anymore.
type claim struct {
	database *store.Store
	lease    int64
	until    civil.Instant
	mails    []*ent.Mail // before the claim
}

// claimDue claims due mails that have a sender, the oldest first.
func (m *Mail) claimDue(ctx context.Context, now civil.Instant) (*claim, error) {
	database := m.database
	c := &claim{database: database, lease: rand.Int64(), until: now.Add(leaseTime)}
	sendable, err := m.sendable(ctx)
	if err != nil {
		return c, err
	}
	waiting := mail.And(mail.StateEQ(mail.StateWAITING), isDue(now))
	due, err := database.Client().Mail.Query().Where(waiting).Where(sendable...).Order(mail.ByDueAt(), mail.ByID()).Limit(batch).All(ctx)
	if err != nil || len(due) == 0 {
		return c, err
	}
	ids := make([]string, len(due))
	for i, row := range due {
		ids[i] = row.ID
	}
	var claimed []string
	err = database.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		for _, row := range due {
			first := firstDue(row)
			// Concurrent claims of the same mails wait here, in the same order, and then match no rows.
			claims := tx.Mail.Update().Where(waiting, mail.ID(row.ID)).SetLease(c.lease).SetDueAt(c.until).SetFirstDueAt(first)
			if err := claims.Exec(ctx); err != nil {
				return err
			}
		}
		claimed, err = tx.Mail.Query().Where(mail.IDIn(ids...), mail.Lease(c.lease)).IDs(ctx)
		return err
	})
	ours := make(map[string]bool, len(claimed))
	for _, id := range claimed {
		ours[id] = true
	}
	for _, row := range due {
		if ours[row.ID] {
			c.mails = append(c.mails, row)
		}
	}
	return c, err
}

// firstDue returns when a mail was due before attempts put it off.
func firstDue(row *ent.Mail) civil.Instant { return *cmp.Or(row.FirstDueAt, &row.DueAt) }

// isDue selects due mails. Only a reminder waits longer than the longest pause: any other mail due later than that was
// written while the clock was ahead, and is due too.
func isDue(now civil.Instant) predicate.Mail {
	return mail.Or(mail.DueAtLTE(now), mail.And(mail.KindNEQ(mail.KindREMINDER), mail.DueAtGT(now.Add(lastPause))))
}

// canDeliver reports whether there is time to send another mail before the lease expires.
func (c *claim) canDeliver(now civil.Instant) bool { return now < c.until.Add(-longestDelivery) }

// sent records an acknowledged mail. A change may have dropped the mail during the delivery; it counts as sent.
func (c *claim) sent(ctx context.Context, row *ent.Mail, now civil.Instant) error {
	return c.update(ctx, row, func(u *ent.MailUpdate) {
		u.SetState(mail.StateSENT).SetSentAt(now).SetFailure("").AddAttempts(1).SetDueAt(row.DueAt)
	})
}

// dropped records that the mail is obsolete, and why if that is not a later change.
func (c *claim) dropped(ctx context.Context, row *ent.Mail, reason Failure) error {
	return c.updateWaiting(ctx, row, func(u *ent.MailUpdate) {
		u.SetState(mail.StateDROPPED).SetDueAt(row.DueAt).SetFailure(string(reason))
	})
}

// released returns an unattempted mail to the outbox.
func (c *claim) released(ctx context.Context, row *ent.Mail) error {
	return c.updateWaiting(ctx, row, func(u *ent.MailUpdate) { u.SetDueAt(row.DueAt) })
}

// failed records a failed attempt and schedules a retry if one may help. It reports whether there will be one.
func (c *claim) failed(ctx context.Context, row *ent.Mail, failure Failure, now civil.Instant) (retried bool, err error) {
	attempts := row.Attempts + 1
	retried = !failure.final() && attempts < maximalAttempts
	return retried, c.updateWaiting(ctx, row, func(u *ent.MailUpdate) {
		u.SetAttempts(attempts).SetFailure(string(failure))
		if retried {
			u.SetDueAt(now.Add(backOff.After(attempts, rand.Float64())))
		} else {
			u.SetState(mail.StateFAILED).SetDueAt(row.DueAt)
		}
	})
}

// countLimited counts the first attempt of a mail that a stranger caused, and reports false if there were too many to its
// recipient.
func (c *claim) countLimited(ctx context.Context, what *details, now civil.Instant) (allowed bool, err error) {
	if !what.Limited || what.Attempts > 0 {
		return true, nil
	}
	purpose := mailquota.Appointments
	switch {
	case what.Kind == mail.KindACCESS:
		purpose = mailquota.Access
	case booking.PurposeOf(what.Kind) != "":
		purpose = mailquota.CustomerData
	}
	err = c.database.Write(ctx, func(ctx context.Context, tx *store.Tx) (err error) {
		allowed, err = mailquota.Take(ctx, tx, purpose, what.recipient().Address, now)
		return err
	})
	return allowed, err
}

// accessLink creates the link of an access mail, or returns "" if there is no account. Every attempt has a new link,
// which invalidates the previous one.
func (c *claim) accessLink(ctx context.Context, row *ent.Mail, now civil.Instant) (secret string, err error) {
	return c.link(ctx, row, func(ctx context.Context, tx *store.Tx) (string, error) {
		return account.AccessLink(ctx, tx, now, *row.StaffID)
	})
}

// confirmationLink creates the link of the button in a mail about an appointment. Earlier ones stay valid, since a mail whose
// delivery was not acknowledged may have arrived.
func (c *claim) confirmationLink(ctx context.Context, row *ent.Mail) (token string, err error) {
	return c.link(ctx, row, func(ctx context.Context, tx *store.Tx) (string, error) {
		return booking.ConfirmationLink(ctx, tx, *row.AppointmentID)
	})
}

// customerLink creates the link in a mail about what is kept of a customer.
func (c *claim) customerLink(ctx context.Context, what *details, now civil.Instant) (token string, err error) {
	return c.link(ctx, what.Mail, func(ctx context.Context, tx *store.Tx) (string, error) {
		known := what.Edges.Appointment.Edges.Customer
		return booking.CustomerLink(ctx, tx, now, known, booking.PurposeOf(what.Kind), customerlink.Locale(known.Locale))
	})
}

// link creates a link, or returns "" if the mail was claimed again.
func (c *claim) link(ctx context.Context, row *ent.Mail, create func(context.Context, *store.Tx) (string, error)) (secret string, err error) {
	err = c.database.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		secret = ""
		ours, err := tx.Mail.Query().Where(mail.ID(row.ID), mail.Lease(c.lease), mail.StateEQ(mail.StateWAITING)).Exist(ctx)
		if err == nil && ours {
			secret, err = create(ctx, tx)
		}
		return err
	})
	return secret, err
}

func (c *claim) updateWaiting(ctx context.Context, row *ent.Mail, set func(*ent.MailUpdate)) error {
	return c.update(ctx, row, set, mail.StateEQ(mail.StateWAITING))
}

// update changes the mail unless it has been claimed again.
func (c *claim) update(ctx context.Context, row *ent.Mail, set func(*ent.MailUpdate), and ...predicate.Mail) error {
	return c.database.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		u := tx.Mail.Update().Where(mail.ID(row.ID), mail.Lease(c.lease)).Where(and...)
		set(u)
		return u.Exec(ctx)
	})
}
