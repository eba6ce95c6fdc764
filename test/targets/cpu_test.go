package targets_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

// ticks is how many times a second Linux counts the CPU of processes, on every architecture.
const ticks = 100

// cpuOf returns how long processes have computed.
func cpuOf(b *testing.B, pids ...int) (sum time.Duration) {
	b.Helper()
	for _, pid := range pids {
		text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
		if err != nil {
			b.Fatal(err)
		}
		const user, system = 11, 12 // after the name, which may contain spaces
		fields := strings.Fields(string(text[strings.LastIndexByte(string(text), ')')+1:]))
		for _, field := range []int{user, system} {
			count, err := strconv.ParseInt(fields[field], 10, 64)
			if err != nil {
				b.Fatal(err)
			}
			sum += time.Duration(count) * time.Second / ticks
		}
	}
	return sum
}

// usage is the CPU of servers and of the load generator, which is this process.
type usage struct{ server, load time.Duration }

// watch returns a function that returns the CPU since now.
func watch(b *testing.B, servers ...int) func() usage {
	b.Helper()
	server, load := cpuOf(b, servers...), cpuOf(b, os.Getpid())
	return func() usage { return usage{cpuOf(b, servers...) - server, cpuOf(b, os.Getpid()) - load} }
}

// per returns the milliseconds of CPU for each of a number of things.
func (u usage) per(count int) (server, load float64) {
	return milliseconds(u.server) / float64(count), milliseconds(u.load) / float64(count)
}

func milliseconds(d time.Duration) float64 { return d.Seconds() * 1000 }
