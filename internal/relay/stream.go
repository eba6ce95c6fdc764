package relay

import (
	"bufio"
	"errors"
	"io"
	"net"
	"net/netip"
	"sync"
	"sync/atomic"
	"time"
)

const (
	waitTime    = 10 * time.Second // until an allocation, with the handshake of TLS
	silentTime  = 12 * time.Minute // an allocation is refreshed more often
	writeTime   = 5 * time.Second
	sendBuffer  = 128 << 10 // bytes: what waits longer than about a second is of no use to a call
	largestSize = 1500      // of a frame, in bytes
)

var errFrame = errors.New("the client sends what is no frame of TURN, or too many requests")

// stream is a TCP connection of a client. It reads one frame at a time, so that nothing piles up, and gives up clients that send nothing or
// do not read. With TLS, the handshake is part of the first read.
type stream struct {
	net.Conn
	streams *streams
	network netip.Prefix
	frames  *bufio.Reader
	waits   bool // guarded by streams
	extends atomic.Int64
	close   func() error
}

func newStream(conn net.Conn, s *streams) *stream {
	one := &stream{Conn: conn, streams: s, network: networkOf(addrPortOf(conn.RemoteAddr()).Addr()), frames: bufio.NewReaderSize(conn, 2*largestSize)}
	one.close = sync.OnceValue(func() error {
		s.remove(one)
		return conn.Close()
	})
	one.setDeadline(false)
	return one
}

// setDeadline sets until when the next frame has to arrive.
func (s *stream) setDeadline(allocated bool) {
	now := time.Now()
	if !allocated {
		s.extends.Store(0)
		_ = s.SetReadDeadline(now.Add(waitTime))
		return
	}
	s.extends.Store(now.Add(time.Minute).UnixNano())
	_ = s.SetReadDeadline(now.Add(silentTime))
}

// Read reads one frame.
func (s *stream) Read(p []byte) (int, error) {
	n, err := s.readFrame(p)
	if err != nil {
		_ = s.Close()
		return 0, err
	}
	if extends := s.extends.Load(); extends != 0 && time.Now().UnixNano() > extends {
		s.setDeadline(true)
	}
	return n, nil
}

func (s *stream) readFrame(p []byte) (int, error) {
	header, err := s.frames.Peek(headerLength)
	if err != nil {
		return 0, err
	}
	length := lengthOf(header)
	if !isFrame(header) || length > min(len(p), largestSize) {
		return 0, errFrame
	}
	if isRequest(header) && !s.streams.flood.allows(addrPortOf(s.RemoteAddr()).Addr(), time.Now()) {
		s.streams.count.flood.Add(1)
		return 0, errFrame
	}
	return io.ReadFull(s.frames, p[:length])
}

// Write writes a frame, or ends the connection if the client does not read: half a frame would make the rest unreadable.
func (s *stream) Write(p []byte) (int, error) {
	_ = s.SetWriteDeadline(time.Now().Add(writeTime))
	n, err := s.Conn.Write(p)
	if err != nil {
		_ = s.Close()
	}
	return n, err
}

// Close ends the connection.
func (s *stream) Close() error { return s.close() }
