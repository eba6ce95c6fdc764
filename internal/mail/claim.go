package mail

import (
	"context"
	"math/rand/v2"
	"time"

	"visavis/ent"
	"visavis/ent/mail"
	"visavis/ent/predicate"
	"visavis/internal/account"
	"visavis/internal/civil"
	"visavis/internal/store"
)

const (
	// batch is how many mails are claimed at once.
	batch = 10
	// leaseTime is how long a claim keeps others away: longer than a batch can take. When
	// it is over, whoever made the claim is taken for dead.
	leaseTime = 15 * time.Minute
)

// A claim is the right to send some mails. Who claims one of them later draws another
// lease, and with that what the earlier one has to tell is not heard any more.
type claim struct {
	database *store.Store
	lease    int64
	until    civil.Instant
	mails    []*ent.Mail // as they were before
}

// claimDue claims mails that are due, those that have waited longest first.
func claimDue(ctx context.Context, database *store.Store, now civil.Instant) (*claim, error) {
	c := &claim{database: database, lease: rand.Int64(), until: now.Add(leaseTime)}
	waiting := mail.And(mail.StateEQ(mail.StateWAITING), isDue(now))
	due, err := database.Client().Mail.Query().Where(waiting).Order(mail.ByDueAt(), mail.ByID()).Limit(batch).All(ctx)
	if err != nil || len(due) == 0 {
		return c, err
	}
	ids := make([]string, len(due))
	for i, row := range due {
		ids[i] = row.ID
	}
	var claimed []string
	err = database.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		// Of several who claim the same mails, one waits for the other, and then finds them taken.
		if err := tx.Mail.Update().Where(waiting, mail.IDIn(ids...)).SetLease(c.lease).SetDueAt(c.until).Exec(ctx); err != nil {
			return err
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

// isDue chooses what is due. Nothing but a reminder waits longer than a pause: what seems to was written, claimed or tried
// while the clock was ahead, and would wait until the clock is there again.
func isDue(now civil.Instant) predicate.Mail {
	return mail.Or(mail.DueAtLTE(now), mail.And(mail.KindNEQ(mail.KindREMINDER), mail.DueAtGT(now.Add(lastPause))))
}

// holds tells whether there is still time to send a mail before others may.
func (c *claim) canDeliver(now civil.Instant) bool { return now < c.until.Add(-longestDelivery) }

// sent records an acknowledgement. A change may have dropped the mail while it was
// under way; it was sent all the same.
func (c *claim) sent(ctx context.Context, row *ent.Mail, now civil.Instant) error {
	return c.update(ctx, row, func(u *ent.MailUpdate) {
		u.SetState(mail.StateSENT).SetSentAt(now).SetFailure("").AddAttempts(1).SetDueAt(row.DueAt)
	})
}

// dropped records that nobody is to read the mail any more.
func (c *claim) dropped(ctx context.Context, row *ent.Mail) error {
	return c.updateWaiting(ctx, row, func(u *ent.MailUpdate) { u.SetState(mail.StateDROPPED).SetDueAt(row.DueAt) })
}

// released gives a mail back that was not tried.
func (c *claim) released(ctx context.Context, row *ent.Mail) error {
	return c.updateWaiting(ctx, row, func(u *ent.MailUpdate) { u.SetDueAt(row.DueAt) })
}

// failed records an attempt, and plans the next one if it may help.
func (c *claim) failed(ctx context.Context, row *ent.Mail, failure Failure, now civil.Instant) error {
	attempts := row.Attempts + 1
	return c.updateWaiting(ctx, row, func(u *ent.MailUpdate) {
		u.SetAttempts(attempts).SetFailure(string(failure))
		if failure.final() || attempts >= maximalAttempts {
			u.SetState(mail.StateFAILED).SetDueAt(row.DueAt)
		} else {
			u.SetDueAt(now.Add(pauseAfter(attempts, rand.Float64())))
		}
	})
}

// accessLink makes the link of a mail about access; empty when there is nothing to open
// any more. No text of it is kept: each attempt has its own, and ends the one before.
func (c *claim) accessLink(ctx context.Context, row *ent.Mail, now civil.Instant) (secret string, err error) {
	err = c.database.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		secret = ""
		ours, err := tx.Mail.Query().Where(mail.ID(row.ID), mail.Lease(c.lease), mail.StateEQ(mail.StateWAITING)).Exist(ctx)
		if err == nil && ours {
			secret, err = account.AccessLink(ctx, tx, now, *row.StaffID)
		}
		return err
	})
	return secret, err
}

func (c *claim) updateWaiting(ctx context.Context, row *ent.Mail, set func(*ent.MailUpdate)) error {
	return c.update(ctx, row, set, mail.StateEQ(mail.StateWAITING))
}

// update changes the mail, unless somebody else has claimed it since.
func (c *claim) update(ctx context.Context, row *ent.Mail, set func(*ent.MailUpdate), and ...predicate.Mail) error {
	return c.database.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		u := tx.Mail.Update().Where(mail.ID(row.ID), mail.Lease(c.lease)).Where(and...)
		set(u)
		return u.Exec(ctx)
	})
}
