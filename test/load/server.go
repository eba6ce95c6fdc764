package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// server is the server under load.
type server struct {
	origin  string
	process *os.Process // nil: not started here
	folder  string
}

// start starts a server with the demo salon and waits until it is ready.
func start(ctx context.Context, binary, databaseURL string) (_ *server, err error) {
	folder, err := os.MkdirTemp("", "visavis-load-")
	if err != nil {
		return nil, err
	}
	if databaseURL == "" {
		databaseURL = "sqlite:" + filepath.Join(folder, "visavis.db")
	}
	command := exec.CommandContext(ctx, binary)
	command.Env = append(os.Environ(), "VISAVIS_ADDR=127.0.0.1:0", "VISAVIS_DATABASE_URL="+databaseURL, "VISAVIS_DEMO=empty-calendar",
		"VISAVIS_DEMO_PASSWORD=three quiet words", "VISAVIS_CLIENT_ADDRESS_HEADER="+clientAddress,
		"VISAVIS_CONNECTIONS=100000", "VISAVIS_CONNECTIONS_PER_NETWORK=50000", "VISAVIS_SUBSCRIPTIONS=100000", "VISAVIS_SUBSCRIPTIONS_PER_NETWORK=50000")
	printed, err := command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := command.Start(); err != nil {
		return nil, fmt.Errorf("cannot start the server; run make build first: %w", err)
	}
	s := &server{process: command.Process, folder: folder}
	for lines := bufio.NewScanner(printed); lines.Scan(); {
		if before, found := strings.CutSuffix(lines.Text(), "/graphql"); found {
			_, address, _ := strings.Cut(before, "http://")
			s.origin = "http://" + address
			return s, nil
		}
	}
	s.end()
	return nil, errors.New("the server ended before it was ready")
}

// end stops the server and removes its files.
func (s *server) end() {
	_ = s.process.Signal(syscall.SIGTERM)
	_, _ = s.process.Wait()
	_ = os.RemoveAll(s.folder)
}

// memory returns the resident memory of the server in bytes, or 0 if unknown.
func (s *server) memory() int64 {
	if s.process == nil {
		return 0
	}
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.process.Pid))
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		if rest, found := strings.CutPrefix(line, "VmRSS:"); found {
			kilobytes, _ := strconv.ParseInt(strings.Fields(rest)[0], 10, 64)
			return kilobytes * 1024
		}
	}
	return 0
}
