package transport

import (
	"io"
	"net/http"
	"time"
)

// An eventStream writes server-sent events. Each write has a deadline, so that
// clients that do not read are disconnected. It is not safe for concurrent use.
type eventStream struct {
	writer     http.ResponseWriter
	controller *http.ResponseController
	timeout    time.Duration
}

// openEventStream writes the headers. It returns an error, without having written
// anything, if the server does not support write deadlines.
func openEventStream(writer http.ResponseWriter, timeout time.Duration) (*eventStream, error) {
	stream := &eventStream{writer, http.NewResponseController(writer), timeout}
	if err := stream.limitWriting(); err != nil {
		return nil, err
	}
	header := writer.Header()
	header.Set("Content-Type", mediaTypeEventStream+"; charset=utf-8")
	header.Set("Cache-Control", "no-store, no-transform")
	header.Set("X-Accel-Buffering", "no")
	header.Set("X-Content-Type-Options", "nosniff")
	header.Add("Vary", "Accept")
	writer.WriteHeader(http.StatusOK)
	return stream, nil
}

func (s *eventStream) next(text []byte) error {
	return s.write("event: next\ndata: " + string(text) + "\n\n")
}

// complete sends an empty data line with the event: browsers ignore events
// without data.
func (s *eventStream) complete() error {
	return s.write("event: complete\ndata:\n\n")
}

func (s *eventStream) keepAlive() error {
	return s.write(":\n\n")
}

func (s *eventStream) write(text string) error {
	if err := s.limitWriting(); err != nil {
		return err
	}
	if _, err := io.WriteString(s.writer, text); err != nil {
		return err
	}
	if err := s.controller.Flush(); err != nil {
		return err
	}
	// HTTP/2 resets a stream whose deadline passes, even if nothing is being written.
	return s.controller.SetWriteDeadline(time.Time{})
}

// limitWriting sets the write deadline. It also applies to what the server writes after
// the handler has returned.
func (s *eventStream) limitWriting() error {
	return s.controller.SetWriteDeadline(time.Now().Add(s.timeout))
}
