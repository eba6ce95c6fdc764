package harness

import (
	"testing"
	"time"
)

// Patience is the longest that a test waits for an expected event.
const Patience = 20 * time.Second

// Await polls until a condition holds that fires no event. It fails the test after [Patience]; what names the condition.
func Await(t testing.TB, what string, holds func() bool) {
	t.Helper()
	for deadline := time.Now().Add(Patience); !holds(); time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("did not come: ", what)
		}
	}
}
