package proofofwork_test

import (
	"strconv"
	"testing"
	"time"

	"visavis/internal/civil"
	"visavis/internal/proofofwork"
)

func TestAWindowCountsAnHour(t *testing.T) {
	at := now
	window := proofofwork.NewWindow(func() civil.Instant { return at })
	for _, step := range []struct {
		passes   time.Duration
		network  string
		takeBack bool
		want     int
	}{
		{0, "192.0.2.1", false, 0},
		{time.Minute, "192.0.2.1", false, 1},
		{0, "192.0.2.1", true, 2}, // which failed
		{0, "192.0.2.1", false, 2},
		{0, "192.0.2.2", false, 0},
		{59 * time.Minute, "192.0.2.1", false, 2},       // the first is an hour old
		{time.Minute, "192.0.2.1", false, 1},            // as are the next two
		{-30 * time.Minute, "192.0.2.1", false, 0},      // the clock was set back
		{100 * time.Hour, "192.0.2.1", false, 0},        //
		{0, "192.0.2.1", false, 1},                      //
		{-time.Second, "2001:db8::/56", false, 0},       //
		{59*time.Minute + 59, "192.0.2.1", false, 2},    //
		{time.Hour + time.Second, "192.0.2.1", true, 0}, //
	} {
		at = at.Add(step.passes)
		got, undo := window.Add(step.network)
		if got != step.want {
			t.Errorf("%s after %s: %d before, want %d", step.network, step.passes, got, step.want)
		}
		if step.takeBack {
			undo()
		}
	}
}

func TestAWindowIsBounded(t *testing.T) {
	window := proofofwork.NewWindow(func() civil.Instant { return now })
	for range 1_000 {
		window.Add("192.0.2.1")
	}
	if got, _ := window.Add("192.0.2.1"); got != 100 {
		t.Errorf("it remembers %d of one network", got)
	}
	for i := range 30_000 {
		window.Add(strconv.Itoa(i))
	}
	if got, _ := window.Add("192.0.2.1"); got != 0 {
		t.Errorf("it remembers %d of one network among many", got)
	}
}
