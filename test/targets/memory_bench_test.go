package targets_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"visavis/internal/store/storetest"
	"visavis/test/harness"
	"visavis/test/load/subscribers"
)

// BenchmarkMemory measures the resident memory of an idle server with 60,000 appointments.
func BenchmarkMemory(b *testing.B) {
	for b.Loop() {
		f := figures{}
		for range rounds {
			p := harness.StartProcess(b, busySalon(b))
			s := p.Client(b)
			for range 100 {
				s.Query(startsOperation, startsOf(30))
			}
			f.add("MB", residentMegabytes(b, p.Command.Process.Pid))
			p.Kill()
		}
		f.report(b)
	}
}

// BenchmarkFollowerMemory measures what one more socket with a subscription adds to what a server keeps in heap and stacks, and one
// more subscription over the same socket.
func BenchmarkFollowerMemory(b *testing.B) {
	const count, branch = 2_000, "brn_demo-mitte"
	for _, perSocket := range []int{1, 20} {
		b.Run(fmt.Sprintf("%d-per-socket", perSocket), func(b *testing.B) {
			for b.Loop() {
				p := harness.StartProcess(b, storetest.SQLiteURL(b))
				after := p.Client(b).LastChange(branch)
				before := keptKilobytes(b, p)
				everybody, err := subscribers.OpenMany(b.Context(), "http://"+p.Addr, branch, after, count/perSocket, perSocket)
				if err != nil {
					b.Fatal(err)
				}
				awaitSubscribers(b, p, count)
				b.ReportMetric((keptKilobytes(b, p)-before)/count, "kB/subscription")
				everybody.Close()
				p.Kill()
			}
		})
	}
}

// awaitSubscribers waits until the server counts so many subscriptions.
func awaitSubscribers(b *testing.B, p *harness.Process, count int) {
	b.Helper()
	for line := fmt.Sprintf("\nvisavis_subscribers %d\n", count); b.Context().Err() == nil; {
		if strings.Contains(p.Privately(b, "/metrics"), line) {
			return
		}
	}
}

// keptKilobytes returns what a server has in heap and stacks after collecting garbage.
func keptKilobytes(b *testing.B, p *harness.Process) (sum float64) {
	b.Helper()
	for range 3 { // each time, stacks that have become too large are halved
		p.Privately(b, "/debug/pprof/heap?gc=1&debug=1")
	}
	for line := range strings.Lines(p.Privately(b, "/debug/pprof/heap?gc=1&debug=1")) {
		var bytes float64
		if n, _ := fmt.Sscanf(line, "# HeapAlloc = %g", &bytes); n == 1 {
			sum += bytes / 1024
		}
		if n, _ := fmt.Sscanf(line, "# Stack = %g", &bytes); n == 1 {
			sum += bytes / 1024
		}
	}
	return sum
}

func residentMegabytes(b *testing.B, pid int) float64 {
	b.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		b.Fatal(err)
	}
	for line := range strings.Lines(string(status)) {
		if rest, found := strings.CutPrefix(line, "VmRSS:"); found {
			kilobytes, err := strconv.ParseFloat(strings.Fields(rest)[0], 64)
			if err != nil {
				b.Fatal(err)
			}
			return kilobytes / 1024
		}
	}
	b.Fatal("the system does not tell")
	return 0
}
