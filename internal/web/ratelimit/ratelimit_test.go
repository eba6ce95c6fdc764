package ratelimit_test

import (
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"visavis/internal/civil"
	"visavis/internal/web/ratelimit"
)

func TestWhoDoesSomethingTooOftenWaits(t *testing.T) {
	now := civil.Instant(1_800_000_000)
	limits := ratelimit.New(func() civil.Instant { return now })
	rule := ratelimit.Rule{AtOnce: 3, Every: time.Minute}
	for _, step := range []struct {
		passes     time.Duration
		what, whom string
		wait       time.Duration
	}{
		{0, "signIn", "192.0.2.1", 0},
		{0, "signIn", "192.0.2.1", 0},
		{0, "signIn", "192.0.2.1", 0},
		{0, "signIn", "192.0.2.1", time.Minute},
		{0, "signIn", "192.0.2.1", time.Minute}, // what is refused does not count
		{0, "signIn", "192.0.2.2", 0},
		{0, "appointmentBook", "192.0.2.1", 0},
		{20 * time.Second, "signIn", "192.0.2.1", 40 * time.Second},
		{40 * time.Second, "signIn", "192.0.2.1", 0},
		{0, "signIn", "192.0.2.1", time.Minute},
		{time.Hour, "signIn", "192.0.2.1", 0},
		{0, "signIn", "192.0.2.1", 0},
		{0, "signIn", "192.0.2.1", 0},
		{0, "signIn", "192.0.2.1", time.Minute},
	} {
		now = now.Add(step.passes)
		if got := limits.Take(rule, step.what, step.whom); got != step.wait {
			t.Errorf("%s of %s waits %s, want %s", step.what, step.whom, got, step.wait)
		}
	}
}

func TestManyAtOnceAreNoMoreThanOneAfterTheOther(t *testing.T) {
	limits := ratelimit.New(func() civil.Instant { return 1_800_000_000 })
	var granted atomic.Int64
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			if limits.Take(ratelimit.Rule{AtOnce: 7, Every: time.Hour}, "signIn", "anna@salon.example") == 0 {
				granted.Add(1)
			}
		})
	}
	all.Wait()
	if granted.Load() != 7 {
		t.Errorf("%d of 50 are granted", granted.Load())
	}
}

func TestAFloodOfOneThingMakesNoOtherForget(t *testing.T) {
	limits := ratelimit.New(func() civil.Instant { return 1_800_000_000 })
	rule := ratelimit.Rule{AtOnce: 1, Every: time.Hour}
	limits.Take(rule, "signIn", "anna")
	for i := range 200_000 {
		limits.Take(rule, "signInByPin", strconv.Itoa(i))
	}
	if limits.Take(rule, "signIn", "anna") == 0 {
		t.Error("the first is forgotten")
	}
}

// When the clock is set back by hours, callers do not wait for as long.
func TestAClockThatIsSetBackDoesNotProlongTheWait(t *testing.T) {
	now := civil.Instant(1_800_000_000)
	limits := ratelimit.New(func() civil.Instant { return now })
	rule := ratelimit.Rule{AtOnce: 1, Every: time.Minute}
	for _, step := range []struct {
		passes, wait time.Duration
	}{
		{0, 0},
		{0, time.Minute},
		{-5 * time.Hour, time.Minute},
		{time.Minute, 0},
		{5 * time.Hour, 0},
		{-10 * time.Hour, time.Minute},
		{time.Minute, 0},
	} {
		now = now.Add(step.passes)
		if got := limits.Take(rule, "signIn", "192.0.2.1"); got != step.wait {
			t.Errorf("after %s one waits %s, want %s", step.passes, got, step.wait)
		}
	}
}
