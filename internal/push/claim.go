package push

import (
	"context"
	"math/rand/v2"
	"time"

	"visavis/ent"
	"visavis/ent/predicate"
	"visavis/ent/push"
	"visavis/ent/pushsubscription"
	"visavis/internal/civil"
	"visavis/internal/notification"
	"visavis/internal/store"
)

const (
	// batch is how many pushes are claimed, and sent, at once.
	batch = 10
	// leaseTime is the validity of a claim. It is longer than any attempt takes; an expired claim belongs to a dead process.
	leaseTime = 2 * time.Minute
)

// A claim is the exclusive right to send some pushes. Claiming a push again changes its lease, and the earlier claim cannot record outcomes
// anymore.
type claim struct {
	database *store.Store
	lease    int64
	pushes   []*ent.Push // before the claim
}

// claimDue claims due pushes, the oldest first.
func (w *Worker) claimDue(ctx context.Context, now civil.Instant) (*claim, error) {
	c := &claim{database: w.Database, lease: rand.Int64()}
	due, err := c.database.Client().Push.Query().Where(isDue(now)).Order(push.ByDueAt(), push.ByID()).Limit(batch).All(ctx)
	if err != nil || len(due) == 0 {
		return c, err
	}
	err = c.database.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		c.pushes = nil
		for _, row := range due {
			// Concurrent claims of the same pushes wait here, in the same order, and then match no rows.
			claimed, err := tx.Push.Update().Where(isDue(now), push.ID(row.ID)).SetLease(c.lease).SetDueAt(now.Add(leaseTime)).Save(ctx)
			if err != nil {
				return err
			}
			if claimed > 0 {
				c.pushes = append(c.pushes, row)
			}
		}
		return nil
	})
	return c, err
}

// latest is how long before it expires a push is written at most.
const latest = notification.PushUse + notification.QuietTime

// isDue selects due pushes. What is due later than any push waits was written while the clock was ahead, and is due too.
func isDue(now civil.Instant) predicate.Push {
	return push.Or(push.DueAtLTE(now), push.DueAtGT(now.Add(latest)))
}

// isExpired reports whether a push is of no use any more. What expires later than any push was written while the clock was ahead.
func isExpired(row *ent.Push, now civil.Instant) bool {
	return now >= row.ExpiresAt || row.ExpiresAt > now.Add(latest)
}

// ended deletes a push that was sent or is of no use.
func (c *claim) ended(ctx context.Context, row *ent.Push) error {
	return c.write(ctx, func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.Push.Delete().Where(c.has(row)).Exec(ctx)
		return err
	})
}

// gone deletes the subscription of a push, with all of its pushes: its browser gets none any more.
func (c *claim) gone(ctx context.Context, row *ent.Push) error {
	return c.write(ctx, func(ctx context.Context, tx *store.Tx) error {
		if _, err := tx.Push.Delete().Where(push.SubscriptionID(row.SubscriptionID)).Exec(ctx); err != nil {
			return err
		}
		_, err := tx.PushSubscription.Delete().Where(pushsubscription.ID(row.SubscriptionID)).Exec(ctx)
		return err
	})
}

// released returns an unattempted push to the queue.
func (c *claim) released(ctx context.Context, row *ent.Push) error {
	return c.write(ctx, func(ctx context.Context, tx *store.Tx) error {
		return tx.Push.Update().Where(c.has(row)).SetDueAt(row.DueAt).Exec(ctx)
	})
}

// failed records a failed attempt, and when to try again.
func (c *claim) failed(ctx context.Context, row *ent.Push, again civil.Instant) error {
	return c.write(ctx, func(ctx context.Context, tx *store.Tx) error {
		return tx.Push.Update().Where(c.has(row)).SetAttempts(row.Attempts + 1).SetDueAt(again).Exec(ctx)
	})
}

// has selects a push unless it has been claimed again.
func (c *claim) has(row *ent.Push) predicate.Push {
	return push.And(push.ID(row.ID), push.Lease(c.lease))
}

func (c *claim) write(ctx context.Context, do func(context.Context, *store.Tx) error) error {
	return c.database.Write(ctx, do)
}
