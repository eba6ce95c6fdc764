package proofofwork

import (
	"context"

	"visavis/ent/usedproof"
	"visavis/internal/civil"
	"visavis/internal/problem"
	"visavis/internal/signingkey"
	"visavis/internal/store"
)

// Required is the error of a caller who has to answer a challenge.
type Required struct {
	*problem.Problem
	Challenge Challenge
}

// Unwrap returns the problem.
func (r *Required) Unwrap() error { return r.Problem }

// Proofs checks proofs, and sees to it that each is used once.
type Proofs struct{ key *signingkey.Key }

// New returns the proofs of a database. They are safe for concurrent use.
func New(s *store.Store) Proofs { return Proofs{signingkey.New(s, "proof of work")} }

// Key returns the key that Use needs. It must not be called inside a transaction.
func (p Proofs) Key(ctx context.Context) ([]byte, error) { return p.key.Secret(ctx) }

// Use uses a proof up in the transaction: if that is rolled back, the proof stays good. It returns Required if there is none, or
// if it is wrong, too cheap, used or has expired. excess is how many times as much as is free the caller has had already; each
// doubles the cost.
func Use(ctx context.Context, tx *store.Tx, key []byte, given *string, excess int, now civil.Instant) error {
	cost := costOf(excess)
	if given == nil {
		return required(key, cost, now)
	}
	proof, expires, ok := readProof(key, *given, cost/tolerance, now)
	if !ok {
		return required(key, cost, now)
	}
	isUsed, err := tx.UsedProof.Query().Where(usedproof.ID(proof.Challenge), usedproof.ExpiresAtGT(now)).Exist(ctx)
	if err != nil {
		return err
	}
	if isUsed {
		return required(key, cost, now)
	}
	if _, err := tx.UsedProof.Delete().Where(usedproof.ExpiresAtLTE(now)).Exec(ctx); err != nil {
		return err
	}
	// If another server is faster, the database reports a duplicate, and the transaction is tried again.
	return tx.UsedProof.Create().SetID(proof.Challenge).SetExpiresAt(expires).Exec(ctx)
}

func required(key []byte, cost int, now civil.Instant) error {
	return &Required{problem.New(problem.ProofRequired, "proof"), newChallenge(key, cost, now)}
}

const (
	firstCost     = 100_000 // hashes: some tenths of a second on a telephone
	mostDoublings = 14      // so that the cost fits into an Int of GraphQL

	// tolerance is how many times as much a proof may cost by the time it is used: neighbors in the network act meanwhile.
	tolerance = 4
)

func costOf(excess int) int { return firstCost << min(max(excess, 1), mostDoublings) }
