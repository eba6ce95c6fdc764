package mail

import (
	"context"
	"errors"
	"net"
	"os"
	"testing"
	"time"
)

func TestALineEndsSoonAfterItsContext(t *testing.T) {
	t.Parallel()
	ours, theirs := net.Pipe()
	defer func() { _ = theirs.Close() }()
	ctx, cancel := context.WithCancel(byOwner(t))
	l := newEndingConn(ctx, ours)
	cancel()
	for range 2 {
		if _, err := l.Read(make([]byte, 1)); !errors.Is(err, os.ErrDeadlineExceeded) {
			t.Fatal(err)
		}
		if err := l.SetDeadline(time.Now().Add(time.Hour)); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
}
