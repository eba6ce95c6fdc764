package photo

import "time"

// Bounds limit what photos that are being sent take of a process.
type Bounds struct {
	AtOnce int           // photos of which more than the head of the request is read
	Each   int           // of these, those of one person
	Turn   time.Duration // for which another photo waits until it is one of them
	Piece  time.Duration // in which a client sends a piece, or is disconnected
	Body   time.Duration // in which a client sends a photo
}

// UsualBounds returns the bounds of a server.
func UsualBounds() Bounds {
	return Bounds{AtOnce: 4, Each: 2, Turn: 5 * time.Second, Piece: 10 * time.Second, Body: 2 * time.Minute}
}
