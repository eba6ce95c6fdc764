package account

import (
	"context"
	"errors"
	"runtime"
	"testing"
)

func TestStrangersDoNotKeepKnownCallersFromHashing(t *testing.T) {
	q := newHashQueue()
	var leaves []func()
	for range cap(q.coresForStrangers) {
		leave, err := q.enter(t.Context(), false)
		if err != nil {
			t.Fatal(err)
		}
		leaves = append(leaves, leave)
	}
	waiting, stop := context.WithCancel(t.Context())
	ended := make(chan error, placesForStrangers)
	for range placesForStrangers - len(leaves) {
		go func() {
			_, err := q.enter(waiting, false)
			ended <- err
		}()
	}
	for len(q.ofStrangers) < placesForStrangers {
		if waiting.Err() != nil {
			t.Fatal("the test has ended")
		}
		runtime.Gosched()
	}
	if _, err := q.enter(t.Context(), false); !errors.Is(err, ErrBusy) {
		t.Errorf("one more stranger: %v", err)
	}
	leave, err := q.enter(t.Context(), true)
	if err != nil {
		t.Errorf("a known caller: %v", err)
	} else {
		leave()
	}
	stop()
	for range placesForStrangers - len(leaves) {
		if err := <-ended; !errors.Is(err, context.Canceled) {
			t.Errorf("who gives up: %v", err)
		}
	}
	for _, leave := range leaves {
		leave()
	}
	if len(q.ofStrangers)+len(q.coresForStrangers)+len(q.cores)+len(q.ofKnown) != 0 {
		t.Error("places are lost")
	}
}
