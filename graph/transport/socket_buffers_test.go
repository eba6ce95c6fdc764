package transport_test

import (
	"bufio"
	"encoding/binary"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

// A client may send messages without waiting for the response to its handshake.
func TestWebSocketReadsWhatComesWithTheHandshake(t *testing.T) {
	server := newServer(t, settings{})
	for _, length := range []int{0, 3000} { // within the buffer, and beyond it
		connection, err := net.Dial("tcp", server.Listener.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		defer connection.Close()
		message := `{"type":"connection_init","payload":{"padding":"` + strings.Repeat("x", length) + `"}}`
		frame := binary.BigEndian.AppendUint16([]byte{0x81, 0x80 | 126}, uint16(len(message))) // text, masked
		frame = append(append(frame, 0, 0, 0, 0), message...)                                  // by a mask that changes nothing
		handshake := "GET / HTTP/1.1\r\nHost: test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n" +
			"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"
		if _, err := connection.Write(append([]byte(handshake), frame...)); err != nil {
			t.Fatal(err)
		}
		if err := connection.SetReadDeadline(time.Now().Add(eventTimeout)); err != nil {
			t.Fatal(err)
		}
		reader := bufio.NewReader(connection)
		response, err := http.ReadResponse(reader, nil)
		if err != nil || response.StatusCode != http.StatusSwitchingProtocols {
			t.Fatal(response, err)
		}
		want := "\x81\x19" + `{"type":"connection_ack"}`
		if got, err := reader.Peek(len(want)); string(got) != want {
			t.Errorf("with %d bytes of padding: got %q (%v)", length, got, err)
		}
	}
}
