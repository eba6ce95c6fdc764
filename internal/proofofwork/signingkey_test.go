package proofofwork_test

import (
	"sync"
	"testing"

	"visavis/internal/signingkey"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

// Several servers need the key for the first time, at once.
func TestAllServersHaveOneKey(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		keys := make([]string, 8)
		var all sync.WaitGroup
		for i := range keys {
			all.Go(func() {
				key, err := signingkey.New(s, "proof of work").Secret(t.Context())
				if err != nil {
					t.Error(err)
				}
				keys[i] = string(key)
			})
		}
		all.Wait()
		for _, key := range keys {
			if key == "" || key != keys[0] {
				t.Errorf("the keys are %q", keys)
			}
		}
		other, err := signingkey.New(s, "browsers").Secret(t.Context())
		if err != nil || string(other) == keys[0] {
			t.Errorf("another purpose has the key %q (%v)", other, err)
		}
	})
}
