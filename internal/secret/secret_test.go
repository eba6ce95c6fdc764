package secret_test

import (
	"testing"

	"visavis/internal/secret"
)

func TestTheNextSecretFollowsFromTheOldOneAndTheKey(t *testing.T) {
	next := secret.Next("old", "key")
	for name, other := range map[string]string{
		"another key": secret.Next("old", "other"), "another secret": secret.Next("other", "key"), "the old one": "old",
	} {
		if other == next {
			t.Errorf("it is the same with %s", name)
		}
	}
	if again := secret.Next("old", "key"); again != next || len(next) != len(secret.New()) {
		t.Errorf("it is %q, then %q", next, again)
	}
}
