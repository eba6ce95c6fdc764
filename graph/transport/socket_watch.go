package transport

import (
	"context"
	"time"

	"github.com/coder/websocket"
)

// maxUnansweredPings is how many pings in a row a client may leave unanswered before it
// is disconnected.
const maxUnansweredPings = 2

// watch closes the socket if the client does not initialize it in time or stops
// responding, when its session or token ends, or if the server shuts down. One goroutine
// does it all, since each takes memory. It never writes itself, so that a slow reader
// cannot block it.
func (s *socket) watch(ctx context.Context, closing <-chan struct{}) {
	initialization := time.NewTimer(s.settings.InitTimeout)
	defer initialization.Stop()
	ticker := time.NewTicker(s.settings.PingInterval)
	defer ticker.Stop()
	var pings <-chan time.Time // nil until the socket is initialized
	var ended <-chan struct{}
	unanswered := 0
	for {
		select {
		case <-ctx.Done():
			s.close(websocket.StatusServiceRestart, "Service restart")
			return
		case <-closing:
			s.close(websocket.StatusServiceRestart, "Service restart")
			return
		case <-initialization.C:
			if !s.initialized.Load() {
				s.close(closeInitTimeout, "Connection initialisation timeout")
				return
			}
		case ended = <-s.accepted:
			ticker.Reset(s.settings.PingInterval)
			pings = ticker.C
		case <-ended:
			s.close(closeUnauthorized, "Unauthorized")
			return
		case <-pings:
			if s.received.Swap(false) {
				unanswered = 0
			}
			if unanswered == maxUnansweredPings {
				s.abort()
				return
			}
			s.start(func() { s.send(socketMessage{Type: messagePing}) })
			unanswered++
		}
	}
}
