package salon

import (
	"context"
	"errors"

	"visavis/ent"
	"visavis/internal/actor"
	"visavis/internal/id"
	"visavis/internal/idempotency"
	"visavis/internal/problem"
	"visavis/internal/store"
)

// request reads the idempotency key of a creation. Only the same person can retry it.
func (f *setupForm) request(ctx context.Context, key *string, input any) idempotency.Request {
	request, wrong := idempotency.New(key, struct {
		PersonID string
		Input    any
	}{actor.Of(ctx).PersonID, input})
	f.Add(wrong)
	return request
}

// create is edit for a creation that may be a retry.
func (s *Salon) create(ctx context.Context, do func(ctx context.Context, e *edit) error) ([]*ent.Appointment, error) {
	stranded, err := s.edit(ctx, do)
	if errors.Is(err, errCreatedMeanwhile) {
		return s.edit(ctx, do)
	}
	return stranded, err
}

// errCreatedMeanwhile reports that another try with the same key has committed first.
var errCreatedMeanwhile = errors.New("another try has created the object")

// claim returns the ID for what a request creates. If an earlier try has created it, isRetry is true and the ID is that of
// the object. Other tries with the key wait until the transaction ends.
func (e *edit) claim(ctx context.Context, r idempotency.Request, kind id.Kind) (objectID string, isRetry bool, err error) {
	if r.Key == "" {
		return kind.New(), false, nil
	}
	earlier, err := e.CreationRequest.Get(ctx, r.Key)
	switch {
	case err == nil && (earlier.Digest != r.Digest || !kind.Names(earlier.ObjectID)):
		return "", false, problem.New(problem.IdempotencyKeyReused, "idempotencyKey")
	case err == nil:
		return earlier.ObjectID, true, nil
	case !ent.IsNotFound(err):
		return "", false, err
	}
	objectID = kind.New()
	err = e.CreationRequest.Create().SetID(r.Key).SetDigest(r.Digest).SetObjectID(objectID).SetCreatedAt(e.Now).Exec(ctx)
	if store.Fault(err) == store.ErrDuplicate {
		return "", false, errCreatedMeanwhile
	}
	return objectID, false, err
}

// created returns what an earlier try has created. If it has been deleted since, it returns a problem of the key.
func created[T any](row *T, err error) (*T, error) { return store.Found(row, err, "idempotencyKey") }
