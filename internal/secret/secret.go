// Package secret creates bearer secrets and their hashes for the database.
package secret

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"encoding/hex"
)

// New returns a bearer secret of 130 random bits.
func New() string { return rand.Text() }

// Next returns the bearer secret that replaces another one by a request with an unguessable key. It is the same for every attempt at the
// request, and as long as one from New. Whoever knows the old one but not the key cannot compute it.
func Next(old, key string) string {
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write([]byte("next secret of " + old))
	return base32.StdEncoding.EncodeToString(mac.Sum(nil))[:len(New())]
}

// Hash returns the hash of a secret to store. Secrets from New need neither salt nor a slow hash, since they cannot be
// guessed.
func Hash(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}
