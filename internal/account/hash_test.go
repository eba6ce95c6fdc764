package account

import (
	"strings"
	"testing"
)

// TestServersHashAsOWASPRecommends hashes at the real cost, unlike all other tests.
func TestServersHashAsOWASPRecommends(t *testing.T) {
	h := newHasher(HashCost{})
	hash, err := h.of(t.Context(), "three quiet words")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(hash, "$argon2id$v=19$m=19456,t=2,p=1$") || h.parameters.SaltLength < 16 || h.parameters.KeyLength < 32 {
		t.Errorf("the hash is %s", hash)
	}
	for typed, want := range map[string]bool{"three quiet words": true, "three quiet wordz": false, "": false} {
		if got, err := h.matches(t.Context(), false, typed, hash); err != nil || got != want {
			t.Errorf("%q matches: %v, %v", typed, got, err)
		}
	}
}
