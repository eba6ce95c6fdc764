// Package signingkey keeps random keys in the database, so that each server of it accepts what another one has signed.
package signingkey

import (
	"context"
	"sync"

	"visavis/ent"
	"visavis/internal/secret"
	"visavis/internal/store"
)

// Key is the key of one purpose. It is safe for concurrent use.
type Key struct {
	store   *store.Store
	purpose string

	mutex  sync.Mutex
	secret []byte // nil: not read yet
}

// New returns the key of a purpose.
func New(s *store.Store, purpose string) *Key { return &Key{store: s, purpose: purpose} }

// Secret returns the key. The first call reads it from the database, and the first of all creates it there; neither may be
// inside a transaction.
func (k *Key) Secret(ctx context.Context) ([]byte, error) {
	k.mutex.Lock()
	defer k.mutex.Unlock()
	if k.secret != nil {
		return k.secret, nil
	}
	row, err := k.store.Client().SigningKey.Get(ctx, k.purpose)
	if ent.IsNotFound(err) {
		row, err = k.create(ctx)
	}
	if err != nil {
		return nil, err
	}
	k.secret = []byte(row.Secret)
	return k.secret, nil
}

// create stores a new key and returns it, or the one that another server has stored first.
func (k *Key) create(ctx context.Context) (*ent.SigningKey, error) {
	err := k.store.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		return tx.SigningKey.Create().SetID(k.purpose).SetSecret(secret.New()).Exec(ctx)
	})
	if err != nil && store.Fault(err) != store.ErrDuplicate {
		return nil, err
	}
	return k.store.Client().SigningKey.Get(ctx, k.purpose)
}
