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
	booked, err := e.Appointment.Query().Where(appointment.IdempotencyKey(r.key)).Only(ctx)
	switch {
	case ent.IsNotFound(err):
		return nil, nil
	case err == nil && booked.RequestDigest != r.digest:
		return nil, problem.New(problem.IdempotencyKeyReused, "idempotencyKey")
	}
	return booked, err
}

func (r request) remember(create *ent.AppointmentCreate) {
	if r.key != "" {
		create.SetIdempotencyKey(r.key).SetRequestDigest(r.digest)
	}
}
