// Package proofofwork slows programs that do something too often: before each further time, the caller's computer has to find a
// number. The protocol is that of ALTCHA (version 1).
package proofofwork

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math/big"
	"net/url"
	"strconv"
	"strings"
	"time"

	"visavis/internal/civil"
)

// algorithm is the hash of challenges and signatures.
const algorithm = "SHA-256"

// lifetime is how long a challenge can be answered: longer than slow telephones need, and than a form takes.
const lifetime = 20 * time.Minute

// Challenge asks for the number up to MaxNumber that, after the salt, has the hash Challenge.
type Challenge struct {
	Algorithm string
	Challenge string // in hexadecimal
	MaxNumber int
	Salt      string // ends with &, so that no digit of the number can be read as a part of it
	Signature string // in hexadecimal
	ExpiresAt civil.Instant
}

// newChallenge returns a challenge that takes half as many hashes as cost, on average.
func newChallenge(key []byte, cost int, now civil.Instant) Challenge {
	var id [8]byte
	_, _ = rand.Read(id[:]) // never fails
	number, err := rand.Int(rand.Reader, big.NewInt(int64(cost)+1))
	if err != nil {
		panic(err) // neither does this
	}
	expires := now.Add(lifetime)
	// Short enough that a number after it fits into one block of SHA-256.
	salt := fmt.Sprintf("%x?expires=%d&cost=%d&", id, expires, cost)
	challenge := digest(salt, number.Int64())
	return Challenge{
		Algorithm: algorithm, Challenge: challenge, MaxNumber: cost, Salt: salt, Signature: sign(key, challenge), ExpiresAt: expires,
	}
}

func digest(salt string, number int64) string {
	sum := sha256.Sum256(strconv.AppendInt([]byte(salt), number, 10))
	return hex.EncodeToString(sum[:])
}

func sign(key []byte, challenge string) string {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(challenge))
	return hex.EncodeToString(mac.Sum(nil))
}

// A proof is the answer to a challenge.
type proof struct {
	Algorithm string `json:"algorithm"`
	Challenge string `json:"challenge"`
	Number    int64  `json:"number"`
	Salt      string `json:"salt"`
	Signature string `json:"signature"`
}

// longestProof is far more than a proof has.
const longestProof = 1_000

// readProof returns the proof in base64-encoded JSON if it answers a challenge of the key that cost enough and has not expired.
func readProof(key []byte, text string, cost int, now civil.Instant) (p proof, expires civil.Instant, ok bool) {
	decoded, err := base64.StdEncoding.DecodeString(text)
	if len(text) > longestProof || err != nil || json.Unmarshal(decoded, &p) != nil {
		return p, 0, false
	}
	_, query, _ := strings.Cut(p.Salt, "?")
	parameters, err := url.ParseQuery(query)
	if err != nil || p.Algorithm != algorithm || p.Number < 0 || !strings.HasSuffix(p.Salt, "&") {
		return p, 0, false
	}
	until, err := strconv.ParseInt(parameters.Get("expires"), 10, 64)
	if err != nil {
		return p, 0, false
	}
	spent, err := strconv.Atoi(parameters.Get("cost"))
	isOurs := hmac.Equal([]byte(p.Signature), []byte(sign(key, p.Challenge)))
	answers := digest(p.Salt, p.Number) == p.Challenge
	return p, civil.Instant(until), err == nil && isOurs && answers && spent >= cost && now < civil.Instant(until)
}
