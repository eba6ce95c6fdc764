package harness

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"testing"
	"time"

	"visavis/internal/account"
	"visavis/internal/account/accounttest"
	"visavis/internal/civil"
	"visavis/internal/server"
)

// ServeVariable makes the test binary serve instead of running tests.
const ServeVariable = "VISAVIS_TEST_SERVES"

// Variables of a server in a process of its own.
const (
	// ClockAheadVariable is how far its clock is ahead, such as 11m.
	ClockAheadVariable = "VISAVIS_TEST_CLOCK_AHEAD"
	// HashCostVariable set to production makes it hash passwords as slowly as in production.
	HashCostVariable = "VISAVIS_TEST_HASH_COST"
)

// Main runs the tests of a package, or serves if [ServeVariable] is set, so that tests can start the server in a process of
// its own and kill it.
func Main(m *testing.M) {
	if os.Getenv(ServeVariable) != "" {
		ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
		code := server.Command(ctx, os.Args[1:], environment())
		stop()
		os.Exit(code)
	}
	os.Exit(m.Run())
}

// environment returns that of a server in a process of its own.
func environment() server.Environment {
	e := server.Environment{Out: os.Stdout, Log: os.Stderr, HashCost: accounttest.HashCost}
	if os.Getenv(HashCostVariable) == "production" {
		e.HashCost = account.HashCost{}
	}
	if ahead, err := time.ParseDuration(os.Getenv(ClockAheadVariable)); err == nil {
		e.Clock = func() civil.Instant { return civil.SystemClock().Add(ahead) }
	}
	return e
}
