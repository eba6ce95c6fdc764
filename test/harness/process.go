package main

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
)

// serveVariable has the test's own program be the server, which a test can kill.
const serveVariable = "VISAVIS_TEST_SERVES"

func TestMain(m *testing.M) {
	if os.Getenv(serveVariable) != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

// process is a server in a process of its own.
type process struct {
	command *exec.Cmd
	addr    string
	private string   // where its metrics are
	log     *journal // what it has written to standard error
}

func startProcess(t testing.TB, databaseURL string) *process {
	t.Helper()
	return startProgram(t, exec.Command(os.Args[0]), databaseURL)
}

// startProgram starts the server by a command that becomes it.
func startProgram(t testing.TB, command *exec.Cmd, databaseURL string) *process {
	t.Helper()
	p, err := tryProgram(t, command, databaseURL)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// tryProgram is the same; its error is what a server says that does not start.
func tryProgram(t testing.TB, command *exec.Cmd, databaseURL string) (*process, error) {
	t.Helper()
	p := &process{command: command, log: &journal{}}
	p.command.Env = append(os.Environ(), serveVariable+"=true", "VISAVIS_DEMO=true", "VISAVIS_DEMO_PASSWORD="+demoPassword, "VISAVIS_CLIENT_ADDRESS_HEADER=X-Client-Address",
		"VISAVIS_ADDR=127.0.0.1:0", "VISAVIS_PRIVATE_ADDR=127.0.0.1:0", "VISAVIS_DATABASE_URL="+databaseURL)
	p.command.Stderr = p.log
	output, err := p.command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := p.command.Start(); err != nil {
		return nil, err
	}
	t.Cleanup(p.kill)
	for lines := bufio.NewScanner(output); lines.Scan(); {
		if before, found := strings.CutSuffix(lines.Text(), "/graphql"); found {
			_, p.addr, _ = strings.Cut(before, "http://")
		}
		if before, found := strings.CutSuffix(lines.Text(), "/metrics"); found {
			_, p.private, _ = strings.Cut(before, "http://")
			return p, nil
		}
	}
	p.kill()
	return nil, fmt.Errorf("the server has not started: %s", p.log)
}

const demoPassword = "three quiet words"

// kill ends the process as a power cut would.
func (p *process) kill() {
	_ = p.command.Process.Kill()
	_ = p.command.Wait()
}

// end asks it to end, and waits until it has.
func (p *process) end(t *testing.T) {
	t.Helper()
	if err := p.command.Process.Signal(syscall.SIGTERM); err != nil {
		t.Error(err)
	}
	if err := p.command.Wait(); err != nil {
		t.Error("the server ended with:", err)
	}
}

// inUse tells what the process holds, once it has collected its garbage.
func (p *process) inUse(t testing.TB) resources {
	t.Helper()
	p.privately(t, "/debug/pprof/heap?gc=1")
	var r resources
	for line := range strings.Lines(p.privately(t, "/metrics")) {
		name, text, _ := strings.Cut(strings.TrimSpace(line), " ")
		value, _ := strconv.ParseFloat(text, 64)
		switch name {
		case "go_goroutines":
			r.goroutines = int(value)
		case "process_open_fds":
			r.files = int(value)
		case "go_memstats_heap_alloc_bytes":
			r.heap = uint64(value)
		}
	}
	return r
}

func (p *process) privately(t testing.TB, path string) string {
	t.Helper()
	response, err := http.Get("http://" + p.private + path)
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
