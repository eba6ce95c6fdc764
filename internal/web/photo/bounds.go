package photo

import (
	"context"
	"time"
)

// Bounds limit what photos that are being sent take of a process.
type Bounds struct {
	AtOnce int           // photos of which more than the head of the request is read
	Turn   time.Duration // for which another photo waits until it is one of them
	Piece  time.Duration // in which a client sends a piece, or is disconnected
	Body   time.Duration // in which a client sends a photo
}

// UsualBounds returns the bounds of a server.
func UsualBounds() Bounds {
	return Bounds{AtOnce: 3, Turn: 5 * time.Second, Piece: 10 * time.Second, Body: 2 * time.Minute}
}

// places are those of the photos that are being sent.
type places chan struct{}

// take waits for a place, and reports whether there is one. Whoever has it leaves it.
func (p places) take(ctx context.Context, longest time.Duration) bool {
	ctx, cancel := context.WithTimeout(ctx, longest)
	defer cancel()
	select {
	case p <- struct{}{}:
		return true
	case <-ctx.Done():
		return false
	}
}

func (p places) leave() { <-p }
