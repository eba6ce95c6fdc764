package transport

import (
	"bufio"
	"bytes"
	"net"
	"net/http"
)

// bufferSize is enough for most messages of a socket; longer ones take more reads. The buffers of net/http take 8 kB for each
// socket, most of which are idle.
const bufferSize = 1 << 10

// smallBuffers hijacks a connection with small buffers.
type smallBuffers struct{ http.ResponseWriter }

// Hijack implements [http.Hijacker]. The buffer for reading holds what the client has sent without waiting for the handshake;
// the caller reads the rest from the connection.
func (w smallBuffers) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	connection, buffered, err := http.NewResponseController(w.ResponseWriter).Hijack()
	if err != nil {
		return nil, nil, err
	}
	early, _ := buffered.Reader.Peek(buffered.Reader.Buffered()) // which cannot fail
	reader := bufio.NewReaderSize(bytes.NewReader(early), max(bufferSize, len(early)))
	_, _ = reader.Peek(len(early))
	return connection, bufio.NewReadWriter(reader, bufio.NewWriterSize(connection, bufferSize)), nil
}
