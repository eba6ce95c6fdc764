package salon_test

import (
	"strings"
	"testing"

	"visavis/internal/idempotency"
	"visavis/internal/problem"
)

func TestARequestIsItsKeyAndItsInput(t *testing.T) {
	const key = "a-key-of-16-chars"
	first, wrong := idempotency.New(new(key), map[string]int{"a": 1})
	if wrong != nil || first.Key != key {
		t.Fatal(first, wrong)
	}
	if again, _ := idempotency.New(new(key), map[string]int{"a": 1}); again != first {
		t.Errorf("a retry is %v", again)
	}
	if other, _ := idempotency.New(new(key), map[string]int{"a": 2}); other.Digest == first.Digest {
		t.Error("another input has the same digest")
	}
	if other, _ := idempotency.New(new(key+"x"), map[string]int{"a": 1}); other.Digest == first.Digest {
		t.Error("the key is no salt")
	}
	if none, wrong := idempotency.New(nil, 1); none != (idempotency.Request{}) || wrong != nil {
		t.Errorf("no key is %v, %v", none, wrong)
	}
}

func TestKeysThatCanBeGuessedAreRefused(t *testing.T) {
	for _, key := range []string{"", "short", "with a space in it", strings.Repeat("x", 101), "ümläüts-in-this-key", "nul\x00in-the-long-key"} {
		if _, wrong := idempotency.New(&key, 1); wrong == nil || wrong.Code != problem.IdempotencyKeyInvalid {
			t.Errorf("%q: %v", key, wrong)
		}
	}
}

func TestPartsOfARequestHaveKeysOfTheirOwn(t *testing.T) {
	key := "a-key-of-twenty-letters"
	whole, _ := idempotency.New(&key, "input")
	keys := map[string]bool{whole.Key: true}
	for i := range 20 {
		part := whole.Part(i)
		if part.Digest != whole.Digest || len(part.Key) > 100 {
			t.Errorf("part %d is %v", i, part)
		}
		if _, wrong := idempotency.New(&part.Key, "input"); wrong == nil {
			t.Errorf("a caller may give the key of part %d", i)
		}
		keys[part.Key] = true
	}
	if len(keys) != 21 || whole.Part(3) != whole.Part(3) {
		t.Errorf("the keys are %v", keys)
	}
	if none := (idempotency.Request{}).Part(1); none.Key != "" {
		t.Errorf("a request without a key has one of its parts: %s", none.Key)
	}
}
