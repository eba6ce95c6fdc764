package harness

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"testing"

	"visavis/internal/account/accounttest"
	"visavis/internal/server"
)

// ServeVariable makes the test binary serve instead of running tests.
const ServeVariable = "VISAVIS_TEST_SERVES"

// Main runs the tests of a package, or serves if [ServeVariable] is set, so that tests can start the server in a process of
// its own and kill it.
func Main(m *testing.M) {
	if os.Getenv(ServeVariable) != "" {
		ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
		code := server.Command(ctx, os.Args[1:], server.Environment{Out: os.Stdout, Log: os.Stderr, HashCost: accounttest.HashCost})
		stop()
		os.Exit(code)
	}
	os.Exit(m.Run())
}
