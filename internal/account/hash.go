package account

import (
	"context"
	"runtime"
	"sync"

	"github.com/alexedwards/argon2id"
	"golang.org/x/text/unicode/norm"
)

// HashCost is what hashing a password or PIN with Argon2id costs. The zero value stands for what OWASP recommends: 19 MiB and
// two passes.
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

// A hasher hashes passwords and PINs, a few at a time: each takes memory and a core.
type hasher struct {
	parameters *argon2id.Params
	slots      chan struct{}
	decoy      func() string
}

func newHasher(cost HashCost) *hasher {
	parameters := cost.parameters()
	return &hasher{
		parameters: parameters,
		slots:      make(chan struct{}, runtime.GOMAXPROCS(0)),
		decoy: sync.OnceValue(func() string {
			hash, err := argon2id.CreateHash("nobody has this password", parameters)
			if err != nil {
				panic(err) // the machine has no random numbers
			}
			return hash
		}),
	}
}

// of gives the hash to keep.
func (h *hasher) of(ctx context.Context, password string) (string, error) {
	if err := h.enter(ctx); err != nil {
		return "", err
	}
	defer h.leave()
	return argon2id.CreateHash(norm.NFC.String(password), h.parameters)
}

// matches tells whether the password has the hash. It takes as long when there is
// none to compare with, so that nobody can tell who has an account.
func (h *hasher) matches(ctx context.Context, password, hash string) (bool, error) {
	if err := h.enter(ctx); err != nil {
		return false, err
	}
	defer h.leave()
	against := hash
	if hash == "" {
		against = h.decoy()
	}
	same, err := argon2id.ComparePasswordAndHash(norm.NFC.String(password), against)
	return same && hash != "", err
}

func (h *hasher) enter(ctx context.Context) error {
	select {
	case h.slots <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (h *hasher) leave() { <-h.slots }
