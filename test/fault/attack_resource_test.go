package fault

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"

	"visavis/test/harness"
)

// Limits of production for the strangers of one network.
const (
	mostSockets       = 50
	mostSubscriptions = 100
)

// moreHeap is far more than that number of sockets and subscriptions takes.
const moreHeap = 32 << 20

func floodSockets(s *attackedSalon) error {
	var found gains
	before := s.server.InUse(s.t)
	flood := s.openSockets(s.network(), scale(60, 1000))
	defer flood.close()
	if open := len(flood.sockets); open != mostSockets {
		found.add("%d sockets are open", open)
	}
	if subscribed := flood.subscribe(4); subscribed != mostSubscriptions {
		found.add("%d subscriptions are open", subscribed)
	}
	if heap := s.server.InUse(s.t); heap.Heap > before.Heap+moreHeap {
		found.add("the heap has grown from %d to %d bytes", before.Heap, heap.Heap)
	}
	// From as many networks as the server bears, strangers leave room to the team.
	for range scale(0, 80) {
		more := s.openSockets(s.network(), mostSockets)
		defer more.close()
	}
	owner := s.as("anna").SubscribeToChanges(mitte, s.as("anna").LastChange(mitte))
	booking := s.mustBook(ben, "Frieda Folgsam", s.address())
	for !strings.Contains(owner.NextChange(), " Ben ") { // what expires is announced, too
	}
	s.cancel(s.stranger(), booking)
	return found.err()
}

// sockets are those of a stranger.
type sockets struct {
	s       *attackedSalon
	sockets []*websocket.Conn
}

// openSockets opens as many sockets from an address as the server permits, and at most count.
func (s *attackedSalon) openSockets(address string, count int) *sockets {
	var mu sync.Mutex
	var opening sync.WaitGroup
	var left atomic.Int64
	left.Store(int64(count))
	all := &sockets{s: s}
	header := s.strangerFrom(address).Header
	for range 16 {
		opening.Go(func() {
			for left.Add(-1) >= 0 {
				socket, _, err := websocket.Dial(s.t.Context(), "ws://"+s.server.Addr+"/graphql", &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}, HTTPHeader: header})
				if err != nil {
					continue // refused
				}
				if err := wsjson.Write(s.t.Context(), socket, harness.Message{Type: "connection_init"}); err != nil {
					s.t.Error(err)
				}
				mu.Lock()
				all.sockets = append(all.sockets, socket)
				mu.Unlock()
			}
		})
	}
	opening.Wait()
	return all
}

// subscribe subscribes several times on each socket, after an unknown change, so that an event comes at once. It returns how
// many subscriptions the server accepts.
func (c *sockets) subscribe(each int) (accepted int) {
	for _, socket := range c.sockets {
		for id := range each {
			subscription := map[string]any{"query": `subscription { scheduleChanged(branchId: "` + mitte + `", after: "chg_demo-mitte.999999999") { id } }`}
			if err := wsjson.Write(c.s.t.Context(), socket, harness.Message{Type: "subscribe", ID: fmt.Sprint(id), Payload: subscription}); err != nil {
				c.s.t.Error(err)
				return accepted
			}
		}
		for answered := 0; answered < each; {
			var m harness.Message
			if err := wsjson.Read(c.s.t.Context(), socket, &m); err != nil {
				c.s.t.Error(err)
				return accepted
			}
			switch m.Type {
			case "next":
				accepted++
				answered++
			case "error":
				answered++
			}
		}
	}
	return accepted
}

func (c *sockets) close() {
	for _, socket := range c.sockets {
		_ = socket.CloseNow()
	}
}

// script matches the largest asset of a page.
var script = regexp.MustCompile(`src="(/[^"]+\.js)"`)

// readPagesSlowly asks for an asset again and again on a connection, and never reads.
func readPagesSlowly(s *attackedSalon) error {
	path := "/join/unknown"
	if found := script.FindStringSubmatch(s.visit(http.MethodGet, "/admin", s.network()).body); found != nil {
		path = found[1]
	}
	connection, err := new(net.Dialer).DialContext(s.t.Context(), "tcp", s.server.Addr)
	if err != nil {
		return err
	}
	defer connection.Close()
	tcp := connection.(*net.TCPConn)
	if err := errors.Join(tcp.SetReadBuffer(4<<10), tcp.SetWriteBuffer(4<<10)); err != nil { // a long queue of requests would take long
		return err
	}
	requests := strings.Repeat("GET "+path+" HTTP/1.1\r\nHost: "+s.server.Addr+"\r\n\r\n", 10)
	for { // the server reads until it has to wait for this reader, and then cuts the connection
		if err := connection.SetWriteDeadline(time.Now().Add(harness.Patience)); err != nil {
			return err
		}
		if _, err := io.WriteString(connection, requests); errors.Is(err, os.ErrDeadlineExceeded) {
			return fmt.Errorf("the server still waits for the reader of %s", path)
		} else if err != nil {
			return nil
		}
	}
}

// floodDocuments sends long documents, each another one.
func floodDocuments(s *attackedSalon) error {
	c := s.stranger()
	before := s.server.InUse(s.t)
	count := scale(30, 100)
	for i := range count {
		c.Ask(fmt.Sprintf("{ branches { nodes { a%d: id } } %s }", i, strings.Repeat(" ", 120_000)), nil)
	}
	if after := s.server.InUse(s.t); after.Heap > before.Heap+uint64(count)*60_000 {
		return fmt.Errorf("the heap has grown from %d to %d bytes", before.Heap, after.Heap)
	}
	return nil
}
