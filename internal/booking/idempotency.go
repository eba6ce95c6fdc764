package booking

import (
	"context"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/internal/idempotency"
	"visavis/internal/problem"
	"visavis/internal/secret"
)

// alreadyBooked returns the appointment that an earlier attempt has booked, or nil.
func (e *edit) alreadyBooked(ctx context.Context, r idempotency.Request) (*ent.Appointment, error) {
	if r.Key == "" || e.looked != nil && !e.looked.Earlier {
		return nil, nil
	}
	booked, err := e.Appointment.Query().Where(appointment.IdempotencyKeyIn(r.Key, forgottenKey(r.Key))).Only(ctx)
	switch {
	case ent.IsNotFound(err):
		return nil, nil
	case err == nil && *booked.IdempotencyKey != r.Key:
		return nil, problem.New(problem.BookingForgotten, "idempotencyKey")
	case err == nil && booked.RequestDigest != r.Digest:
		return nil, problem.New(problem.IdempotencyKeyReused, "idempotencyKey")
	}
	return booked, err
}

// forgottenKey returns what is kept of a key when the customer is forgotten, so that a retry books nothing. The colon keeps it
// apart from keys.
func forgottenKey(key string) string { return "forgotten:" + secret.Hash(key) }

// forgetRequests replaces the keys of appointments by their hashes, and deletes the digests of what was asked.
func (e *edit) forgetRequests(ctx context.Context, rows []*ent.Appointment) error {
	for _, row := range rows {
		if row.IdempotencyKey == nil || row.RequestDigest == "" {
			continue
		}
		err := e.Appointment.UpdateOne(row).SetIdempotencyKey(forgottenKey(*row.IdempotencyKey)).SetRequestDigest("").Exec(ctx)
		if err != nil {
			return err
		}
	}
	return nil
}

// remember makes the appointment the one that a retry of the request returns.
func remember(a *ent.Appointment, r idempotency.Request) {
	if r.Key != "" {
		a.IdempotencyKey, a.RequestDigest = &r.Key, r.Digest
	}
}
