package harness

import (
	"cmp"
	"context"
	"net"
	"net/http"
	"sync"
	"testing"
	"time"

	"visavis/internal/account/accounttest"
	"visavis/internal/civil"
	"visavis/internal/config"
	"visavis/internal/server"
)

// Monday is the present of every server in the test process: 2026-11-23, 09:00 in Berlin.
var Monday = civil.InstantOf(time.Date(2026, time.November, 23, 8, 0, 0, 0, time.UTC))

// Server is a running server, as one client sees it.
type Server struct {
	T        testing.TB
	Addr     string
	Log      *Buffer
	Printed  *Buffer      // standard output
	Received *Buffer      // all answers and events
	Header   http.Header  // authenticates the client
	Stop     func() error // stops the server and returns its error
}

// Start runs a server until the end of the test. The client is signed in as the owner.
func Start(t testing.TB, c config.Config) *Server {
	t.Helper()
	s := StartSignedOut(t, c)
	if c.Demo {
		return s.SignedIn("anna@salon.example", "visavis-demo")
	}
	return s.SignInAsOwner()
}

// StartSignedOut runs a server until the end of the test. The client is not signed in.
func StartSignedOut(t testing.TB, c config.Config) *Server {
	t.Helper()
	return StartAt(t, c, func() civil.Instant { return Monday })
}

// StartAt does the same with another clock.
func StartAt(t testing.TB, c config.Config, clock civil.Clock) *Server {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	addr, ended := make(chan net.Addr, 1), make(chan error, 1)
	s := &Server{T: t, Log: &Buffer{}, Printed: &Buffer{}, Received: &Buffer{}}
	c.Addr = "127.0.0.1:0"
	c.Limits.FreeBookings = cmp.Or(c.Limits.FreeBookings, 1_000) // all tests have one address
	c.Limits.FreeHolds = cmp.Or(c.Limits.FreeHolds, 1_000)
	c.Limits.ConnectionsPerNetwork = cmp.Or(c.Limits.ConnectionsPerNetwork, 1_000)
	c.Limits.SubscriptionsPerNetwork = cmp.Or(c.Limits.SubscriptionsPerNetwork, 1_000)
	go func() {
		ended <- server.Run(ctx, c, server.Environment{
			Out: s.Printed, Log: s.Log,
			Clock: clock, HashCost: accounttest.HashCost,
			Ready: func(a net.Addr) { addr <- a },
		})
	}()
	s.Stop = sync.OnceValue(func() error { cancel(); return <-ended })
	t.Cleanup(func() {
		if err := s.Stop(); err != nil {
			t.Error("the server ended with:", err)
		}
	})
	select {
	case a := <-addr:
		s.Addr = a.String()
	case err := <-ended:
		t.Fatal("the server cannot start:", err)
	}
	return s
}
