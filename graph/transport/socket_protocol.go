package transport

import "context"

// handle processes one message from the client.
func (s *socket) handle(ctx context.Context, text []byte) {
	message, ok := decodeMessage(text)
	if !ok {
		s.close(closeBadRequest, "Invalid message received")
		return
	}
	switch message.Type {
	case messageInit:
		s.initialize(ctx, message)
	case messagePing:
		answer := socketMessage{Type: messagePong}
		if !isAbsent(message.Payload) {
			answer.Payload = message.Payload
		}
		s.send(answer)
	case messageSubscribe:
		s.subscribe(message)
	case messageComplete:
		s.unsubscribe(message.ID)
	}
}

// initialize authenticates the client and acknowledges the connection. It runs in the
// reading goroutine, so messages sent meanwhile are handled after it.
func (s *socket) initialize(ctx context.Context, message socketMessage) {
	if s.initialized.Swap(true) {
		s.close(closeTooManyInits, "Too many initialisation requests")
		return
	}
	s.operations = ctx
	if s.settings.Init != nil {
		payload, _ := decodeObject(message.Payload) // decodeMessage has checked it
		operations, err := s.settings.Init(ctx, payload)
		if err != nil {
			s.close(closeForbidden, "Forbidden")
			return
		}
		s.operations = operations
	}
	if s.settings.Caller != nil && !s.counted.become(s.settings.Caller(s.operations)) {
		s.close(closeTooManyInits, "Too many connections")
		return
	}
	var ended <-chan struct{}
	if s.settings.Ended != nil {
		ended, s.release = s.settings.Ended(s.operations)
	}
	s.acknowledged = s.send(socketMessage{Type: messageAck})
	s.accepted <- ended // which has room, since a socket is initialized once
}
