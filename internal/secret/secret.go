// Package secret makes secrets, and what the database keeps of those that are
// worth nothing there.
package secret

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
)

// New returns 130 random bits: whoever knows them may do what they are for.
func New() string { return rand.Text() }

// Hash returns what is kept of a secret: whoever reads it cannot use it. A secret of
// New needs no salt and no slow hash, for nobody can guess it.
func Hash(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}
