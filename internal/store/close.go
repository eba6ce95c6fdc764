package store

import (
	"errors"
	"io"
	"net"
)

// closePool closes a pool of connections. One whose statement was given up closes itself, maybe at the same moment, which is no failure.
func closePool(pool io.Closer) error {
	if err := pool.Close(); !errors.Is(err, net.ErrClosed) {
		return err
	}
	return nil
}
