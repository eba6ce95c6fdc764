package main

import (
	"fmt"
	"io"
	"net/http"
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
		p := harness.StartProcess(b, busySalon(b))
		s := p.Client(b)
		for range 100 {
			s.Query(startsOperation, startsOf(30))
		}
		b.ReportMetric(residentMegabytes(b, p.Command.Process.Pid), "MB")
		p.Kill()
	}
}

// BenchmarkFollowerMemory measures what one more socket with a subscription adds to the resident memory of a server, and one more
// subscription over the same socket.
func BenchmarkFollowerMemory(b *testing.B) {
	const count, branch = 2_000, "brn_demo-mitte"
	for _, perSocket := range []int{1, 20} {
		b.Run(fmt.Sprintf("%d-per-socket", perSocket), func(b *testing.B) {
			for b.Loop() {
				p := harness.StartProcess(b, storetest.SQLiteURL(b))
				after := p.Client(b).LastChange(branch)
				before := residentMegabytes(b, p.Command.Process.Pid)
				everybody, err := subscribers.OpenMany(b.Context(), "http://"+p.Addr, branch, after, count/perSocket, perSocket)
				if err != nil {
					b.Fatal(err)
				}
				awaitSubscribers(b, p, count)
				b.ReportMetric((residentMegabytes(b, p.Command.Process.Pid)-before)*1024/count, "kB/subscription")
				everybody.Close()
				p.Kill()
			}
		})
	}
}

// awaitSubscribers waits until the server counts so many subscriptions.
func awaitSubscribers(b *testing.B, p *harness.Process, count int) {
	b.Helper()
	for b.Context().Err() == nil {
		response, err := http.Get("http://" + p.Private + "/metrics")
		if err != nil {
			b.Fatal(err)
		}
		text, err := io.ReadAll(response.Body)
		_ = response.Body.Close()
		if err != nil {
			b.Fatal(err)
		}
		if strings.Contains(string(text), fmt.Sprintf("\nvisavis_subscribers %d\n", count)) {
			return
		}
	}
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
