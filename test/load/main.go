// Command load sends the requests of many customers to a server and reports latency and errors: make load.
//
// It starts bin/visavis with the demo salon in a new file, unless -target names a running server with the demo salon and
// VISAVIS_CLIENT_ADDRESS_HEADER=X-Client-Address. Each request has its own client address.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"visavis/test/load/subscribers"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// plan holds the flags.
type plan struct {
	binary      string
	target      string // empty: start bin/visavis
	databaseURL string // of the started server; empty: a new SQLite file
	lasts       time.Duration
	rate        int // requests per second
	subscribers int
	changes     int // number of changes to time
}

func read(arguments []string) (p plan, err error) {
	flags := flag.NewFlagSet("loadtest", flag.ContinueOnError)
	flags.StringVar(&p.binary, "server", "bin/visavis", "server to start")
	flags.StringVar(&p.target, "target", "", "running server to test instead, such as http://127.0.0.1:8080")
	flags.StringVar(&p.databaseURL, "database", "", "database URL of the server to start, such as postgres://…; a new SQLite file if empty")
	flags.DurationVar(&p.lasts, "duration", 10*time.Second, "duration of the load")
	flags.IntVar(&p.rate, "rate", 500, "requests per second")
	flags.IntVar(&p.subscribers, "subscribers", 200, "WebSockets that subscribe to changes")
	flags.IntVar(&p.changes, "changes", 20, "changes that are timed until all subscribers have received them")
	if err := flags.Parse(arguments); err != nil {
		return p, err
	}
	if p.lasts <= 0 || p.rate <= 0 || p.subscribers < 0 || p.changes < 0 {
		return p, errors.New("-duration and -rate must be above 0, -subscribers and -changes must not be negative")
	}
	return p, nil
}

func run(ctx context.Context, arguments []string) error {
	p, err := read(arguments)
	if err != nil {
		return err
	}
	s := &server{origin: p.target}
	if p.target == "" {
		if s, err = start(ctx, p.binary, p.databaseURL); err != nil {
			return err
		}
		defer s.end()
	}
	r, err := load(ctx, p, s)
	if err != nil {
		return err
	}
	return r.write(os.Stdout)
}

// load runs the plan and returns the report.
func load(ctx context.Context, p plan, s *server) (*report, error) {
	salon, err := look(ctx, s.origin)
	if err != nil {
		return nil, err
	}
	r := &report{atRest: s.memory()}
	everybody, err := subscribers.Open(ctx, s.origin, branch, salon.lastChange, p.subscribers)
	if err != nil {
		return nil, err
	}
	defer everybody.Close()
	r.kinds = attack(ctx, p, s.origin, salon)
	r.afterwards = s.memory()
	if p.subscribers > 0 {
		if r.notifications, err = notificationTimes(ctx, everybody, s.origin, salon, p.changes); err != nil {
			return nil, err
		}
	}
	r.received, r.missed = everybody.Count()
	return r, nil
}
