package mail

import (
	"testing"
	"time"
)

func TestPausesGrow(t *testing.T) {
	for _, test := range []struct {
		attempts          int
		shortest, longest time.Duration
	}{
		{1, time.Minute, 2 * time.Minute},
		{2, 2 * time.Minute, 4 * time.Minute},
		{3, 4 * time.Minute, 8 * time.Minute},
		{8, 128 * time.Minute, 256 * time.Minute},
		{9, 3 * time.Hour, 6 * time.Hour},
		{maximalAttempts, 3 * time.Hour, 6 * time.Hour},
		{1000, 3 * time.Hour, 6 * time.Hour},
	} {
		same(t, "the shortest", backOff.After(test.attempts, 0), test.shortest)
		same(t, "the longest", backOff.After(test.attempts, 1), test.longest)
	}
}
