package relay_test

import (
	"errors"
	"math/rand/v2"
	"net"
	"testing"

	"visavis/internal/relay"
	"visavis/internal/relay/turnurl"
)

// What is no message, or a broken one, harms nobody.
func TestGarbage(t *testing.T) {
	r := start(t, func(c *relay.Config) { c.Limits.Requests = 1_000_000 })
	one, other := allocate(t, at(t, r, turnurl.UDP), "one"), allocate(t, at(t, r, turnurl.TCP), "other")
	random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // the same each time
	conn, err := net.Dial("udp", at(t, r, turnurl.UDP).Address())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	for i := range 2000 {
		packet := make([]byte, 20+4*random.IntN(30))
		for j := range packet {
			packet[j] = byte(random.Uint32())
		}
		if i%4 > 0 { // the header of a message, of any kind and class
			copy(packet, []byte{byte(random.IntN(2)), byte(random.Uint32()), 0, byte(len(packet) - 20), 0x21, 0x12, 0xa4, 0x42})
		}
		if _, err := conn.Write(packet); err != nil {
			t.Fatal(err)
		}
		if i%100 == 0 {
			stream, err := net.Dial("tcp", at(t, r, turnurl.TCP).Address())
			if err != nil {
				t.Fatal(err)
			}
			_, _ = stream.Write(packet)
			_ = stream.Close()
		}
	}
	talk(t, one, other)
}

func TestAFloodOfRequests(t *testing.T) {
	r := start(t, func(c *relay.Config) { c.Limits.Requests = 10 })
	conn, err := net.Dial("udp", at(t, r, turnurl.UDP).Address())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	binding := []byte{0, 1, 0, 0, 0x21, 0x12, 0xa4, 0x42, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}
	for r.Count().Refused["flood"] == 0 {
		if _, err := conn.Write(binding); err != nil {
			t.Fatal(err)
		}
	}
}

func TestConnectionsWithoutAnAllocationAreFew(t *testing.T) {
	r := start(t, func(c *relay.Config) { c.Limits.Waiting = 3 })
	tcp := at(t, r, turnurl.TCP)
	for range 3 { // these have one
		allocate(t, tcp, "one")
	}
	var waiting []net.Conn
	for range 4 {
		conn, err := net.Dial("tcp", tcp.Address())
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		waiting = append(waiting, conn)
	}
	if _, err := waiting[3].Read(make([]byte, 1)); err == nil {
		t.Error("the fourth one is kept")
	}
	if _, err := waiting[0].Write([]byte("GET / HTTP/1.1\r\nHost: relay\r\n\r\n")); err != nil {
		t.Fatal(err)
	}
	if _, err := waiting[0].Read(make([]byte, 1)); err == nil || errors.Is(err, net.ErrClosed) {
		t.Errorf("a client of another protocol is answered: %v", err)
	}
	allocate(t, tcp, "two")
}
