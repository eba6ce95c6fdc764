package idempotency

import (
	"context"
	"errors"
	"time"

	"visavis/ent"
	"visavis/ent/creationrequest"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/store"
)

// OfActor returns the request of an input that only the same person can retry, or a problem of the key.
func OfActor(ctx context.Context, key *string, input any) (Request, *problem.Problem) {
	return New(key, struct {
		PersonID string
		Input    any
	}{actor.Of(ctx).PersonID, input})
}

// Create runs an edit that claims what it creates. It runs it once more if another try with the same key has committed first.
func Create(edit func() error) error {
	err := edit()
	if errors.Is(err, errCreatedMeanwhile) {
		return edit()
	}
	return err
}

// errCreatedMeanwhile reports that another try with the same key has committed first.
var errCreatedMeanwhile = errors.New("another try has created the object")

// remembered is how long a key is kept. Those of bookings are kept with the appointment.
const remembered = 30 * 24 * time.Hour

// Claim returns the ID for what the request creates. If an earlier try has created it, isRetry is true and the ID is that of
// the object. Other tries with the key wait until the transaction ends.
func (r Request) Claim(ctx context.Context, tx *store.Tx, now civil.Instant, kind id.Kind) (objectID string, isRetry bool, err error) {
	if r.Key == "" {
		return kind.New(), false, nil
	}
	earlier, err := tx.CreationRequest.Get(ctx, r.Key)
	switch {
	case err == nil && (earlier.Digest != r.Digest || !kind.Names(earlier.ObjectID)):
		return "", false, problem.New(problem.IdempotencyKeyReused, "idempotencyKey")
	case err == nil:
		return earlier.ObjectID, true, nil
	case !ent.IsNotFound(err):
		return "", false, err
	}
	if _, err := tx.CreationRequest.Delete().Where(creationrequest.CreatedAtLT(now.Add(-remembered))).Exec(ctx); err != nil {
		return "", false, err
	}
	objectID = kind.New()
	err = tx.CreationRequest.Create().SetID(r.Key).SetDigest(r.Digest).SetObjectID(objectID).SetCreatedAt(now).Exec(ctx)
	if store.Fault(err) == store.ErrDuplicate {
		return "", false, errCreatedMeanwhile
	}
	return objectID, false, err
}

// Created returns what an earlier try has created. If it has been deleted since, it returns a problem of the key.
func Created[T any](row *T, err error) (*T, error) { return store.Found(row, err, "idempotencyKey") }
