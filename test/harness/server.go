package harness

import (
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

// Monday is when all tests of a running server happen: 2026-11-23, 09:00 in Berlin.
var Monday = civil.InstantOf(time.Date(2026, time.November, 23, 8, 0, 0, 0, time.UTC))

// Server is a whole running server, seen by a client.
type Server struct {
	T        testing.TB
	Addr     string
	Log      *Buffer
	Printed  *Buffer      // what it has printed
	Received *Buffer      // every answer of the API, and every event
	Header   http.Header  // what tells who asks
	Stop     func() error // ends the server and gives what run returns
}

// Start runs the server on a database until the end of the test. Whoever asks it
// is signed in as the owner.
func Start(t testing.TB, c config.Config) *Server {
	t.Helper()
	s := StartSignedOut(t, c)
	if c.Demo {
		return s.SignedIn("anna@salon.example", "visavis-demo")
	}
	return s.SignInAsOwner()
}

// StartSignedOut is the same, and nobody is signed in.
func StartSignedOut(t testing.TB, c config.Config) *Server {
	t.Helper()
	return StartAt(t, c, func() civil.Instant { return Monday })
}

// StartAt is the same by another clock.
func StartAt(t testing.TB, c config.Config, clock civil.Clock) *Server {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	addr, ended := make(chan net.Addr, 1), make(chan error, 1)
	s := &Server{T: t, Log: &Buffer{}, Printed: &Buffer{}, Received: &Buffer{}}
	c.Addr = "127.0.0.1:0"
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
