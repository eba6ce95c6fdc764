package store

import (
	"errors"
	"net"
	"testing"
)

type poolThatFails struct{ err error }

func (p poolThatFails) Close() error { return p.err }

func TestAClosedConnectionNeedsNoClosing(t *testing.T) {
	broken := errors.New("disk full")
	for _, test := range []struct{ fails, want error }{
		{nil, nil},
		{&net.OpError{Op: "close", Net: "unix", Err: net.ErrClosed}, nil},
		{broken, broken},
	} {
		if err := closePool(poolThatFails{test.fails}); err != test.want {
			t.Errorf("%v becomes %v", test.fails, err)
		}
	}
}
