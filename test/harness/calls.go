package harness

import (
	"encoding/binary"
	"fmt"
	"net"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/pion/logging"
	"github.com/pion/turn/v5"

	"visavis/internal/civil"
	"visavis/internal/relay"
	"visavis/internal/relay/turnurl"
)

// packetSize is the size of packets of video, in bytes.
const packetSize = 1200

// Calls are calls whose participants reach each other by a relay only.
type Calls struct {
	t     testing.TB
	sides []*callSide // two of each call, one after the other
}

// callSide is one participant of a call.
type callSide struct {
	net.PacketConn
	peer     net.Addr
	received atomic.Int64
	slowest  atomic.Int64 // of the packets that have come, in nanoseconds
}

// StartCalls starts calls by the relays, each by the next of the URLs, until the end of the test.
func StartCalls(t testing.TB, secret []byte, urls []turnurl.URL, calls int) *Calls {
	t.Helper()
	c := &Calls{t: t}
	for i := range calls {
		url := urls[i%len(urls)]
		servers := relay.NewServers(secret, url)
		var sides [2]*callSide
		for j := range sides {
			server := servers.For(fmt.Sprintf("participant-%d-%d", i, j), civil.SystemClock())[0]
			conn, err := Allocate(t, url, server)
			if err != nil {
				t.Fatal(err)
			}
			sides[j] = &callSide{PacketConn: conn}
		}
		sides[0].peer, sides[1].peer = sides[1].LocalAddr(), sides[0].LocalAddr()
		for _, side := range sides {
			go side.receive()
			c.sides = append(c.sides, side)
		}
	}
	for _, side := range c.sides { // who sends permits the other one
		if _, err := side.WriteTo([]byte("permit"), side.peer); err != nil {
			t.Fatal(err)
		}
	}
	return c
}

// Allocate returns a relayed address of a relay, until the end of the test.
func Allocate(t testing.TB, to turnurl.URL, server *relay.ICEServer) (net.PacketConn, error) {
	t.Helper()
	var conn net.PacketConn
	if to.Transport == turnurl.UDP {
		udp, err := net.ListenPacket("udp4", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		conn = udp
	} else {
		stream, err := net.Dial("tcp", to.Address())
		if err != nil {
			return nil, err
		}
		conn = turn.NewSTUNConn(stream)
	}
	t.Cleanup(func() { _ = conn.Close() })
	quiet := logging.NewDefaultLoggerFactory()
	quiet.DefaultLogLevel = logging.LogLevelDisabled
	client, err := turn.NewClient(&turn.ClientConfig{TURNServerAddr: to.Address(), Conn: conn, Username: server.Username, Password: server.Credential, LoggerFactory: quiet})
	if err == nil {
		err = client.Listen()
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	return client.Allocate()
}

// receive counts packets. Each holds when it was sent.
func (s *callSide) receive() {
	buffer := make([]byte, 2*packetSize)
	for {
		n, _, err := s.ReadFrom(buffer)
		if err != nil {
			return
		}
		if n != packetSize {
			continue
		}
		took := time.Now().UnixNano() - int64(binary.BigEndian.Uint64(buffer)) //nolint:gosec // as it was written
		s.slowest.Store(max(s.slowest.Load(), took))
		s.received.Add(1)
	}
}

// Send sends packets each way in every call, one per interval, and returns how many were sent and have arrived, and the longest time that
// one took. It waits for late ones.
func (c *Calls) Send(packets int, interval time.Duration) (sent, received int, slowest time.Duration) {
	c.t.Helper()
	before := c.received()
	for _, side := range c.sides {
		side.slowest.Store(0)
	}
	var all sync.WaitGroup
	for i, side := range c.sides {
		all.Go(func() {
			packet := make([]byte, packetSize)
			time.Sleep(interval * time.Duration(i) / time.Duration(len(c.sides))) // cameras have no common clock
			ticks := time.NewTicker(interval)
			defer ticks.Stop()
			for range packets {
				binary.BigEndian.PutUint64(packet, uint64(time.Now().UnixNano())) //nolint:gosec // a time of today
				if _, err := side.WriteTo(packet, side.peer); err != nil {
					c.t.Error(err)
					return
				}
				<-ticks.C
			}
		})
	}
	all.Wait()
	sent = packets * len(c.sides)
	for deadline := time.Now().Add(lateTime); c.received()-before < sent && time.Now().Before(deadline); {
		time.Sleep(time.Millisecond)
	}
	for _, side := range c.sides {
		slowest = max(slowest, time.Duration(side.slowest.Load()))
	}
	return sent, c.received() - before, slowest
}

// lateTime is how long a packet may be on its way before it is lost.
const lateTime = 10 * time.Second

func (c *Calls) received() (all int) {
	for _, side := range c.sides {
		all += int(side.received.Load())
	}
	return all
}
