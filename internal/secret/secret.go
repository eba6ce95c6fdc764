// Package secret creates bearer secrets and their hashes for the database.
package secret

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
)

// New returns a bearer secret of 130 random bits.
func New() string { return rand.Text() }

// Hash returns the hash of a secret to store. Secrets from New need neither salt nor a slow hash, since they cannot be
// guessed.
func Hash(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}
