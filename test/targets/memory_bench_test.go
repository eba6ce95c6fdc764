package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"visavis/test/harness"
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
