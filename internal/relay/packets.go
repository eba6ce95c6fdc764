package relay

import (
	"errors"
	"net"
	"time"
)

// packets is the socket on which clients reach the relay by UDP.
type packets struct {
	*net.UDPConn
	flood *flood
	count *counters
}

// receiveBuffer holds what arrives while the relay is busy, in bytes.
const receiveBuffer = 4 << 20

// ReadFrom reads the next packet of a client that does not send too many. It ends with the socket only: the library would never read again.
func (p *packets) ReadFrom(buffer []byte) (int, net.Addr, error) {
	for {
		n, from, err := p.UDPConn.ReadFrom(buffer)
		switch {
		case errors.Is(err, net.ErrClosed):
			return n, from, err
		case err != nil || !isFrame(buffer[:n]):
			continue
		case isRequest(buffer[:n]) && !p.flood.allows(addrPortOf(from).Addr(), time.Now()):
			p.count.flood.Add(1)
		default:
			return n, from, nil
		}
	}
}

// headerLength is the length of what tells the length of a frame.
const headerLength = 4

// isFrame reports whether the bytes can be a STUN message or data of a channel, which their first two bits tell.
func isFrame(frame []byte) bool { return len(frame) >= headerLength && frame[0]>>6 <= 1 }

// isRequest reports whether a frame is a STUN message that wants an answer.
func isRequest(frame []byte) bool {
	return frame[0]>>6 == 0 && frame[0]&0x01 == 0 && frame[1]&0x10 == 0
}

// lengthOf returns the length of a frame on a stream, where data of a channel is padded.
func lengthOf(header []byte) int {
	length := int(header[2])<<8 | int(header[3])
	if header[0]>>6 == 0 {
		return 20 + length // the header of STUN messages
	}
	return headerLength + (length+3)/4*4
}
