package account

import (
	"context"
	"sync"

	"github.com/alexedwards/argon2id"
	"golang.org/x/text/unicode/norm"
)

// HashCost is the cost of hashing a password or PIN with Argon2id. The zero value stands for the OWASP recommendation:
// 19 MiB and two passes.
type HashCost struct {
	MemoryKiB uint32 // at least 8
	Passes    uint32
}

func (c HashCost) parameters() *argon2id.Params {
	if c == (HashCost{}) {
		c = HashCost{MemoryKiB: 19 * 1024, Passes: 2}
	}
	return &argon2id.Params{Memory: c.MemoryKiB, Iterations: c.Passes, Parallelism: 1, SaltLength: 16, KeyLength: 32}
}

// A hasher hashes passwords and PINs.
type hasher struct {
	parameters *argon2id.Params
	queue      *hashQueue
	decoy      func() string
}

func newHasher(cost HashCost) *hasher {
	parameters := cost.parameters()
	return &hasher{
		parameters: parameters,
		queue:      newHashQueue(),
		decoy: sync.OnceValue(func() string {
			hash, err := argon2id.CreateHash("nobody has this password", parameters)
			if err != nil {
				panic(err) // the system has no random numbers
			}
			return hash
		}),
	}
}

// of returns the hash to store, for callers who are signed in or have a link.
func (h *hasher) of(ctx context.Context, password string) (string, error) {
	leave, err := h.queue.enter(ctx, true)
	if err != nil {
		return "", err
	}
	defer leave()
	return argon2id.CreateHash(norm.NFC.String(password), h.parameters)
}

// matches reports whether the password has the hash. Without a hash it takes as long, so that timing does not disclose
// accounts. Known callers need not wait for strangers.
func (h *hasher) matches(ctx context.Context, isKnown bool, password, hash string) (bool, error) {
	leave, err := h.queue.enter(ctx, isKnown)
	if err != nil {
		return false, err
	}
	defer leave()
	against := hash
	if hash == "" {
		against = h.decoy()
	}
	same, err := argon2id.ComparePasswordAndHash(norm.NFC.String(password), against)
	return same && hash != "", err
}
