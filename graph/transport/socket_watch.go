package transport

import (
	"context"
	"time"

	"github.com/coder/websocket"
)

// maxUnansweredPings is how many pings in a row a client may leave unanswered before it
// is disconnected.
const maxUnansweredPings = 2

// watch closes the socket if the client does not initialize it in time, or if the
// server shuts down. It never writes, so that a slow reader cannot block it.
func (s *socket) watch(ctx context.Context, closing <-chan struct{}) {
	initialization := time.NewTimer(s.settings.InitTimeout)
	defer initialization.Stop()
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
		}
	}
}

// watchSignIn closes the socket when the client's session or token ends.
func (s *socket) watchSignIn(ctx context.Context, ended <-chan struct{}) {
	select {
	case <-ctx.Done():
	case <-ended:
		s.close(closeUnauthorized, "Unauthorized")
	}
}

// ping sends pings until the client stops responding, then disconnects it.
func (s *socket) ping(ctx context.Context) {
	ticker := time.NewTicker(s.settings.PingInterval)
	defer ticker.Stop()
	unanswered := 0
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			if s.received.Swap(false) {
				unanswered = 0
			}
			if unanswered == maxUnansweredPings {
				s.abort()
				return
			}
			s.send(socketMessage{Type: messagePing})
			unanswered++
		}
	}
}
