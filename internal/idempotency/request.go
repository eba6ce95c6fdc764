// Package idempotency recognizes requests that are repeated with the same key.
package idempotency

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"regexp"

	"visavis/internal/problem"
)

// Request is the input of a creation with its idempotency key. A retry has the same key and the same digest.
type Request struct {
	Key    string // empty: none was given
	Digest string // of everything that was asked, with the key as salt
}

// keyForm requires keys that cannot be guessed, because a key grants access to what it has created.
var keyForm = regexp.MustCompile(`^[a-zA-Z0-9-]{16,100}$`)

// New returns the request of an input, which may hold the key too, or a problem of the key.
func New(key *string, input any) (Request, *problem.Problem) {
	if key == nil {
		return Request{}, nil
	}
	if !keyForm.MatchString(*key) {
		return Request{}, problem.New(problem.IdempotencyKeyInvalid, "idempotencyKey")
	}
	text, err := json.Marshal(input)
	if err != nil {
		panic(err) // inputs are plain
	}
	sum := sha256.Sum256(append([]byte(*key), text...))
	return Request{*key, hex.EncodeToString(sum[:])}, nil
}

// Part returns the request of one of several objects, counted from 0, that one input creates. No caller can give its key.
func (r Request) Part(i int) Request {
	if r.Key == "" {
		return r
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%s.%d", r.Key, i))
	return Request{"part." + hex.EncodeToString(sum[:]), r.Digest}
}
