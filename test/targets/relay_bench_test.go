package targets_test

import (
	"testing"
	"time"

	"visavis/internal/relay/turnurl"
	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

// BenchmarkRelay has fifty calls of 1 Mbit/s each way through the relay of a server, for ten seconds in each round: four of five by UDP, the
// others by TCP. Packets that are not there ten seconds after the last one was sent are lost.
func BenchmarkRelay(b *testing.B) {
	const (
		calls   = 50
		packets = 1040 // of 1,200 bytes each way: 10 s at 104 a second
		seconds = 10
	)
	const secret = "the secret of a benchmark"
	s := harness.StartLimited(b, storetest.SQLiteURL(b), "VISAVIS_TURN_ADDR=127.0.0.1:0", "VISAVIS_TURN_SECRET="+secret)
	udp, tcp := s.Relays[0], s.Relays[1]
	started := harness.StartCalls(b, []byte(secret), []turnurl.URL{udp, udp, udp, udp, tcp}, calls)
	for b.Loop() {
		f := figures{}
		for range rounds {
			used := watch(b, s.Command.Process.Pid)
			sent, received, slowest := started.Send(packets, seconds*time.Second/packets)
			f.add("lost", float64(sent-received))
			f.add("slowest-ms", milliseconds(slowest))
			server, load := used().per(seconds)
			f.add("server-ms/s", server)
			f.add("load-ms/s", load)
		}
		f.report(b)
	}
}
