// Package prooftest answers challenges.
package prooftest

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"strconv"
	"testing"

	"visavis/internal/proofofwork"
)

// Solve returns the proof for a challenge, as a customer's device does.
func Solve(t testing.TB, c proofofwork.Challenge) string {
	t.Helper()
	for number := range c.MaxNumber + 1 {
		if sum := sha256.Sum256([]byte(c.Salt + strconv.Itoa(number))); hex.EncodeToString(sum[:]) == c.Challenge {
			return Encode(c, number)
		}
	}
	t.Fatal("no number answers the challenge")
	return ""
}

// Encode returns the proof with a number, right or wrong.
func Encode(c proofofwork.Challenge, number int) string {
	text, err := json.Marshal(map[string]any{
		"algorithm": c.Algorithm, "challenge": c.Challenge, "number": number, "salt": c.Salt, "signature": c.Signature,
	})
	if err != nil {
		panic(err) // it is plain
	}
	return base64.StdEncoding.EncodeToString(text)
}
