package harness

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"visavis/internal/relay/turnurl"
)

// Process is a server in a process of its own.
type Process struct {
	Command *exec.Cmd
	Addr    string
	Private string // address of the metrics
	Relays  []turnurl.URL
	Log     *Buffer // standard error
}

// relaxedLimits are for tests in which all clients share few addresses.
var relaxedLimits = []string{
	"VISAVIS_FREE_BOOKINGS=1000000", "VISAVIS_FREE_HOLDS=1000000",
	"VISAVIS_CONNECTIONS=100000", "VISAVIS_CONNECTIONS_PER_NETWORK=50000", "VISAVIS_CONNECTIONS_PER_ACCOUNT=50000",
	"VISAVIS_SUBSCRIPTIONS=100000", "VISAVIS_SUBSCRIPTIONS_PER_NETWORK=50000", "VISAVIS_SUBSCRIPTIONS_PER_ACCOUNT=50000",
}

// StartProcess starts a demo server with relaxed limits in a process of its own until the end of the test.
func StartProcess(t testing.TB, databaseURL string) *Process {
	t.Helper()
	return StartProgram(t, exec.Command(os.Args[0]), databaseURL)
}

// StartLimited starts a demo server with the limits of production, unless the variables, such as NAME=value, set others.
func StartLimited(t testing.TB, databaseURL string, variables ...string) *Process {
	t.Helper()
	p, err := startProgram(t, exec.Command(os.Args[0]), databaseURL, variables)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// StartProgram starts the server by a command that executes the test binary.
func StartProgram(t testing.TB, command *exec.Cmd, databaseURL string) *Process {
	t.Helper()
	p, err := TryProgram(t, command, databaseURL)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TryProgram does the same, but returns an error with the output of a server that fails to start.
func TryProgram(t testing.TB, command *exec.Cmd, databaseURL string) (*Process, error) {
	t.Helper()
	return startProgram(t, command, databaseURL, relaxedLimits)
}

// TryProgramWith is [TryProgram] with the limits of production, unless the variables, such as NAME=value, set others.
func TryProgramWith(t testing.TB, command *exec.Cmd, databaseURL string, variables ...string) (*Process, error) {
	t.Helper()
	return startProgram(t, command, databaseURL, variables)
}

func startProgram(t testing.TB, command *exec.Cmd, databaseURL string, variables []string) (*Process, error) {
	t.Helper()
	p := &Process{Command: command, Log: &Buffer{}}
	p.Command.Env = append(os.Environ(), ServeVariable+"=true", "VISAVIS_DEMO=empty-calendar", "VISAVIS_DEMO_PASSWORD="+DemoPassword, "VISAVIS_CLIENT_ADDRESS_HEADER="+ClientAddress,
		"VISAVIS_ADDR=127.0.0.1:0", "VISAVIS_PRIVATE_ADDR=127.0.0.1:0", "VISAVIS_DATABASE_URL="+databaseURL)
	p.Command.Env = append(p.Command.Env, variables...)
	p.Command.Stderr = p.Log
	output, err := p.Command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := p.Command.Start(); err != nil {
		return nil, err
	}
	t.Cleanup(p.Kill)
	for lines := bufio.NewScanner(output); lines.Scan(); {
		if before, found := strings.CutSuffix(lines.Text(), "/graphql"); found {
			_, p.Addr, _ = strings.Cut(before, "http://")
		}
		if after, found := strings.CutPrefix(lines.Text(), "  Relay        "); found {
			relay, err := turnurl.Parse(after)
			if err != nil {
				return nil, err
			}
			p.Relays = append(p.Relays, relay)
		}
		if before, found := strings.CutSuffix(lines.Text(), "/metrics"); found {
			_, p.Private, _ = strings.Cut(before, "http://")
			return p, nil
		}
	}
	p.Kill()
	return nil, fmt.Errorf("the server did not start: %s", p.Log)
}

const DemoPassword = "three quiet words"

// Client returns the server as a client without a session sees it.
func (p *Process) Client(t testing.TB) *Server {
	return &Server{T: t, Addr: p.Addr, Received: &Buffer{}}
}

// Kill ends the process without a chance to clean up.
func (p *Process) Kill() {
	_ = p.Command.Process.Kill()
	_ = p.Command.Wait()
}

// End sends SIGTERM and waits until the process has ended.
func (p *Process) End(t *testing.T) {
	t.Helper()
	if err := p.Command.Process.Signal(syscall.SIGTERM); err != nil {
		t.Error(err)
	}
	if err := p.Command.Wait(); err != nil {
		t.Error("the server ended with:", err)
	}
}

// CPU returns how long the process has computed, in seconds.
func (p *Process) CPU(t testing.TB) float64 {
	t.Helper()
	return p.metrics(t)["process_cpu_seconds_total"]
}

// InUse returns the resources that the process uses after a garbage collection.
func (p *Process) InUse(t testing.TB) Resources {
	t.Helper()
	p.Privately(t, "/debug/pprof/heap?gc=1")
	values := p.metrics(t)
	return Resources{int(values["go_goroutines"]), int(values["process_open_fds"]), uint64(values["go_memstats_heap_alloc_bytes"])}
}

// metrics returns the values of metrics by name and labels.
func (p *Process) metrics(t testing.TB) map[string]float64 {
	t.Helper()
	values := map[string]float64{}
	for line := range strings.Lines(p.Privately(t, "/metrics")) {
		name, text, _ := strings.Cut(strings.TrimSpace(line), " ")
		if value, err := strconv.ParseFloat(text, 64); err == nil {
			values[name] = value
		}
	}
	return values
}

// Privately returns what the private address answers.
func (p *Process) Privately(t testing.TB, path string) string {
	t.Helper()
	response, err := http.Get("http://" + p.Private + path)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
