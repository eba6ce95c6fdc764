package storetest

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// Cluster is a PostgreSQL server of a single test that can be killed and restarted. Unlike the shared server it syncs
// to disk.
type Cluster struct {
	t                   testing.TB
	programs, directory string
	attributes          *syscall.SysProcAttr
	running             *running
	silent              chan struct{} // closed at the end of the server's log
}

// NewCluster starts a server that ends with the test.
func NewCluster(t testing.TB) *Cluster {
	t.Helper()
	programs, err := postgresPrograms()
	if errors.Is(err, errNoPostgres) && os.Getenv("CI") == "" {
		t.Skip("SKIPPED WITHOUT POSTGRESQL: ", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	directory, err := os.MkdirTemp("", "visavis-postgres-") // not the test's: an ordinary user has to get there
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(directory) })
	c := &Cluster{t: t, programs: programs, directory: directory}
	if c.attributes, err = unprivileged(directory); err != nil {
		t.Fatal(err)
	}
	if err := makeCluster(programs, directory, c.attributes); err != nil {
		t.Fatal(err)
	}
	c.Start()
	t.Cleanup(c.Kill)
	return c
}

// Start restarts the server. Processes of a killed one live on for a moment and prevent the start.
func (c *Cluster) Start() {
	c.t.Helper()
	for deadline := time.Now().Add(time.Minute); ; {
		var err error
		if c.running, err = serveCluster(c.programs, c.directory, c.attributes); err == nil {
			break
		}
		if time.Now().After(deadline) {
			c.t.Fatal(err)
		}
	}
	c.silent = make(chan struct{})
	go func(lines *bufio.Scanner, silent chan struct{}) {
		defer close(silent)
		for lines.Scan() { // a full pipe would stop the server
		}
	}(c.running.lines, c.silent)
}

// BecomeStandby restarts the server as a read-only standby of a primary that is away.
func (c *Cluster) BecomeStandby() {
	c.t.Helper()
	c.Kill()
	file := filepath.Join(c.directory, "data", "standby.signal")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		c.t.Fatal(err)
	}
	c.Start()
}

// Kill kills the postmaster like a power failure. Its other processes notice it themselves.
func (c *Cluster) Kill() {
	c.t.Helper()
	text, err := os.ReadFile(filepath.Join(c.directory, "data", "postmaster.pid"))
	if err != nil {
		c.t.Fatal(err)
	}
	line, _, _ := strings.Cut(string(text), "\n")
	id, err := strconv.Atoi(line)
	if err != nil {
		c.t.Fatal(err)
	}
	if err := syscall.Kill(id, syscall.SIGKILL); err != nil && !errors.Is(err, syscall.ESRCH) {
		c.t.Fatal(err)
	}
	_, _ = io.WriteString(c.running.alive, "keep\n") // the shell has nothing left to watch
	_ = c.running.alive.Close()
	<-c.silent
}

// Socket returns the path of the server's socket.
func (c *Cluster) Socket() string { return filepath.Join(c.directory, ".s.PGSQL.5432") }

// NewDatabase creates an empty database and returns its URL.
func (c *Cluster) NewDatabase(name string) string {
	c.t.Helper()
	c.Execute(c.url("postgres"), "CREATE DATABASE "+name+" TEMPLATE "+emptyTemplate)
	return c.url(name)
}

func (c *Cluster) url(database string) string {
	return fmt.Sprintf("postgres://visavis@/%s?host=%s", database, c.directory)
}

// Execute runs statements outside a transaction.
func (c *Cluster) Execute(url string, statements ...string) {
	c.t.Helper()
	ctx := context.WithoutCancel(c.t.Context()) // also during cleanup
	connection, err := pgx.Connect(ctx, url)
	if err != nil {
		c.t.Fatal(err)
	}
	defer func() { _ = connection.Close(ctx) }()
	for _, statement := range statements {
		if _, err := connection.Exec(ctx, statement); err != nil {
			c.t.Fatal(err)
		}
	}
}
