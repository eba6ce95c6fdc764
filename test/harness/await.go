package harness

import (
	"testing"
	"time"
)

// Patience is how long a test waits for what must come.
const Patience = 20 * time.Second

// Await polls for what gives no event of its own.
func Await(t testing.TB, what string, holds func() bool) {
	t.Helper()
	for deadline := time.Now().Add(Patience); !holds(); time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("waited in vain for ", what)
		}
	}
}
