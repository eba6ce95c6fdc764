package growth_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"testing"
	"time"

	"visavis/internal/store/storetest"
	"visavis/test/growth/chain"
)

// BenchmarkGrowth measures how much longer everything that the pages ask takes in a chain of a thousand branches than in a
// salon of one, on PostgreSQL, and in a tenth of that on SQLite. GROWTH_BRANCHES loads a smaller chain, GROWTH_PLANS names
// a file for the query plans of the large one.
func BenchmarkGrowth(b *testing.B) {
	branches := 1000
	if text := os.Getenv("GROWTH_BRANCHES"); text != "" {
		var err error
		if branches, err = strconv.Atoi(text); err != nil || branches < 10 {
			b.Fatal("GROWTH_BRANCHES is not a number of at least ten branches")
		}
	}
	plans := io.Discard
	if name := os.Getenv("GROWTH_PLANS"); name != "" {
		file, err := os.Create(name)
		if err != nil {
			b.Fatal(err)
		}
		defer file.Close()
		plans = file
	}
	server := storetest.NewServer(b, "shared_buffers=1GB", "maintenance_work_mem=1GB", "max_wal_size=20GB", "checkpoint_timeout=1h", "wal_level=minimal", "max_wal_senders=0", "full_page_writes=off")
	b.Run("SQLite", func(b *testing.B) { benchmarkGrowth(b, onSQLite{server}, branches/10, plans) })
	b.Run("PostgreSQL", func(b *testing.B) { benchmarkGrowth(b, onPostgreSQL{server}, branches, plans) })
}

// engine is where a chain is loaded, and how its plans are found.
type engine interface {
	load(b *testing.B, c chain.Chain) (databaseURL string)
	explain(b *testing.B, large *loadedSalon) explainer
}

func benchmarkGrowth(b *testing.B, e engine, branches int, plans io.Writer) {
	b.Helper()
	load := func(branches int) *loadedSalon {
		c := chain.Chain{Branches: branches, Appointments: 500, Customers: 2000}
		began := time.Now()
		s := openSalon(b, e.load(b, c))
		_, _ = fmt.Fprintf(os.Stderr, "%d branches, %d staff, %d appointments: loaded in %v\n", branches, branches*chain.Staff, c.Size(), time.Since(began).Round(time.Second))
		return s
	}
	small, large := load(1), load(branches)
	if len(small.starts) != len(large.starts) {
		b.Fatalf("the branches differ: %d starts are free in the small one, %d in the large one", len(small.starts), len(large.starts))
	}
	explained := e.explain(b, large)
	var all report
	for _, a := range actions() {
		if err := a.do(large); errors.Is(err, errForbidden) || errors.Is(err, errOnlyPage) {
			continue
		}
		b.Run(a.name, func(b *testing.B) {
			var compared comparison
			for b.Loop() {
				compared = compare(b, a, small, large)
			}
			compared.report(b)
			explained.starts = large.starts
			compared.remarks = explained.plansOf(b, a, plans, compared)
			large.starts = explained.starts
			all = append(all, compared)
		})
	}
	_, _ = fmt.Fprintln(os.Stderr)
	all.write(os.Stderr)
}
