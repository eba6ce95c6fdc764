package transport

import (
	"context"
	"time"

	"github.com/coder/websocket"
)

// unansweredPings is how many pings a client may leave without any message
// before it is taken for gone.
const maxUnansweredPings = 2

// watch closes the socket when the client is late or the server ends. It never
// writes, so that a client that does not read cannot hold it up.
func (s *socket) watch(ctx context.Context, ending <-chan struct{}) {
	initialisation := time.NewTimer(s.settings.InitTimeout)
	defer initialisation.Stop()
	for {
		select {
		case <-ctx.Done():
			s.close(websocket.StatusServiceRestart, "Service restart")
			return
		case <-ending:
			s.close(websocket.StatusServiceRestart, "Service restart")
			return
		case <-initialisation.C:
			if !s.initialized.Load() {
				s.close(closeInitTimeout, "Connection initialisation timeout")
				return
			}
		}
	}
}

// watchSignIn closes the socket when its client is no longer welcome.
func (s *socket) watchSignIn(ctx context.Context, ended <-chan struct{}) {
	select {
	case <-ctx.Done():
	case <-ended:
		s.close(closeUnauthorized, "Unauthorized")
	}
}

// ping asks the client for a sign of life as long as it gives one.
func (s *socket) ping(ctx context.Context) {
	pulse := time.NewTicker(s.settings.PingInterval)
	defer pulse.Stop()
	unanswered := 0
	for {
		select {
		case <-ctx.Done():
			return
		case <-pulse.C:
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
