package main

import (
	"cmp"
	"fmt"
	"io"
	"runtime"
	"text/tabwriter"
	"time"

	vegeta "github.com/tsenart/vegeta/v12/lib"
)

const second = time.Second

// report holds the results of a load test.
type report struct {
	kinds              map[string]*kindReport
	received, missed   int64
	notifications      []time.Duration // from the request until all subscribers have received the change, ascending
	atRest, afterwards int64           // bytes of memory; 0 if unknown
}

// kindReport holds the results of one kind of request.
type kindReport struct {
	metrics vegeta.Metrics
	taken   int // starts taken by others, which are no errors
	errors  int
}

// write writes the report as a table.
func (r *report) write(w io.Writer) error {
	fmt.Fprintf(w, "%s, %d cores, %s, load and server on one machine\n\n", time.Now().Format(time.DateOnly), runtime.NumCPU(), runtime.Version())
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "requests\tcount\ta second\tp50\tp99\tmost\ttaken\terrors\t")
	for _, m := range mix {
		k := r.kinds[m.kind]
		l := k.metrics.Latencies
		fmt.Fprintf(table, "%s\t%d\t%.0f\t%s\t%s\t%s\t%d\t%d\t\n", m.kind, k.metrics.Requests, k.metrics.Rate, short(l.P50), short(l.P99), short(l.Max), k.taken, k.errors)
	}
	if err := table.Flush(); err != nil {
		return err
	}
	fmt.Fprintf(w, "\nevents received %d, missed %d\n", r.received, r.missed)
	if n := len(r.notifications); n > 0 {
		fmt.Fprintf(w, "from a change until all have received it: p50 %s, maximum %s (%d changes)\n", short(r.notifications[n/2]), short(r.notifications[n-1]), n)
	}
	if r.atRest > 0 {
		fmt.Fprintf(w, "memory: %d MB at rest, %d MB after the load\n", r.atRest>>20, r.afterwards>>20)
	}
	return nil
}

// short formats a duration with its significant digits.
func short(d time.Duration) string {
	return cmp.Or(d.Round(100*time.Microsecond), d).String()
}
