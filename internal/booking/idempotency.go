package booking

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"regexp"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/internal/problem"
	"visavis/internal/secret"
)

// A request is the input of a booking with its idempotency key. A retry returns the appointment that the first attempt
// booked.
type request struct {
	key    string // empty: none was given
	digest string // of everything that was asked, with the key as salt
}

// keyForm requires keys that cannot be guessed, because a key grants access to its appointment.
var keyForm = regexp.MustCompile(`^[a-zA-Z0-9-]{16,100}$`)

func newRequest(key *string, input any) (request, *problem.Problem) {
	if key == nil {
		return request{}, nil
	}
	if !keyForm.MatchString(*key) {
		return request{}, problem.New(problem.IdempotencyKeyInvalid, "idempotencyKey")
	}
	text, err := json.Marshal(input)
	if err != nil {
		panic(err) // inputs are plain
	}
	sum := sha256.Sum256(append([]byte(*key), text...))
	return request{*key, hex.EncodeToString(sum[:])}, nil
}

// alreadyBooked returns the appointment that an earlier attempt has booked, or nil.
func (e *edit) alreadyBooked(ctx context.Context, r request) (*ent.Appointment, error) {
	if r.key == "" {
		return nil, nil
	}
	booked, err := e.Appointment.Query().Where(appointment.IdempotencyKeyIn(r.key, forgottenKey(r.key))).Only(ctx)
	switch {
	case ent.IsNotFound(err):
		return nil, nil
	case err == nil && *booked.IdempotencyKey != r.key:
		return nil, problem.New(problem.BookingForgotten, "idempotencyKey")
	case err == nil && booked.RequestDigest != r.digest:
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

func (r request) remember(create *ent.AppointmentCreate) {
	if r.key != "" {
		create.SetIdempotencyKey(r.key).SetRequestDigest(r.digest)
	}
}
