package relay

import (
	"errors"
	"net"
	"net/netip"
	"sync"
	"time"
)

// streams accepts the TCP connections of clients, and knows them until they end.
type streams struct {
	net.Listener
	limit int // of connections that wait for an allocation, of one network
	flood *flood
	count *counters

	mutex   sync.Mutex
	open    map[string]*stream // by client
	waiting map[netip.Prefix]int
	all     int // that wait
	closed  bool
}

func newStreams(listener net.Listener, limit int, f *flood, count *counters) *streams {
	return &streams{Listener: listener, limit: limit, flood: f, count: count, open: map[string]*stream{}, waiting: map[netip.Prefix]int{}}
}

// acceptPause is the pause after a failure, such as too many open files.
const acceptPause = 50 * time.Millisecond

// Accept returns the next connection that is not one too many. It ends with the listener only: the library would never accept again.
func (s *streams) Accept() (net.Conn, error) {
	for {
		conn, err := s.Listener.Accept()
		switch {
		case errors.Is(err, net.ErrClosed):
			return nil, err
		case err != nil:
			time.Sleep(acceptPause)
			continue
		}
		if accepted := s.add(conn); accepted != nil {
			return accepted, nil
		}
		s.count.flood.Add(1)
		_ = conn.Close()
	}
}

func (s *streams) add(conn net.Conn) *stream {
	accepted := newStream(conn, s)
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.closed || s.waiting[accepted.network] >= s.limit || s.all >= 8*s.limit {
		return nil
	}
	s.open[keyOf(conn.RemoteAddr())] = accepted
	s.wait(accepted, true)
	return accepted
}

// wait counts a connection among those that wait for an allocation, or no longer.
func (s *streams) wait(one *stream, waits bool) {
	change := -1
	if waits {
		change = 1
	}
	if one.waits == waits {
		return
	}
	one.waits = waits
	s.all += change
	if s.waiting[one.network] += change; s.waiting[one.network] == 0 {
		delete(s.waiting, one.network)
	}
}

// allocated is called when a client has got an allocation, or lost it: then it has little time for another one.
func (s *streams) allocated(client net.Addr, has bool) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if one := s.open[keyOf(client)]; one != nil {
		s.wait(one, !has)
		one.setDeadline(has)
	}
}

func (s *streams) remove(one *stream) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.wait(one, false)
	if key := keyOf(one.RemoteAddr()); s.open[key] == one {
		delete(s.open, key)
	}
}

// Close stops listening and ends all connections.
func (s *streams) Close() error {
	s.mutex.Lock()
	s.closed = true
	var open []*stream
	for _, one := range s.open {
		open = append(open, one)
	}
	s.mutex.Unlock()
	err := s.Listener.Close()
	for _, one := range open {
		_ = one.Close()
	}
	return err
}
