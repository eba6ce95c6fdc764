package salon

import (
	"context"

	"visavis/ent"
	"visavis/internal/id"
	"visavis/internal/idempotency"
)

// request reads the idempotency key of a creation.
func (f *setupForm) request(ctx context.Context, key *string, input any) idempotency.Request {
	request, wrong := idempotency.OfActor(ctx, key, input)
	f.Add(wrong)
	return request
}

// create is edit for a creation that may be a retry.
func (s *Salon) create(ctx context.Context, input any, do func(ctx context.Context, e *edit) error) (stranded []*ent.Appointment, err error) {
	err = idempotency.Create(func() (err error) {
		stranded, err = s.edit(ctx, input, do)
		return err
	})
	return stranded, err
}

// claim returns the ID for what a request creates, see [idempotency.Request.Claim].
func (e *edit) claim(ctx context.Context, r idempotency.Request, kind id.Kind) (objectID string, isRetry bool, err error) {
	return r.Claim(ctx, e.Tx, e.Now, kind)
}
