package growth_test

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"text/tabwriter"
	"time"
)

// The bars: an action meets one of both.
const (
	barRatio = 1.5
	bar      = 50 * time.Millisecond
)

// report is everything that was compared.
type report []comparison

func (c comparison) ratio() float64 { return float64(c.large) / float64(max(c.small, 1)) }

// isMet reports whether the action grows well.
func (c comparison) isMet() bool {
	return c.failure == nil && (c.large <= bar || c.ratio() <= barRatio)
}

// missed returns how many actions grow badly.
func (r report) missed() (count int) {
	for _, c := range r {
		if !c.isMet() {
			count++
		}
	}
	return count
}

// write writes a table, the worst first.
func (r report) write(w io.Writer) {
	slices.SortStableFunc(r, func(a, b comparison) int {
		return cmp.Or(-cmp.Compare(badness(a), badness(b)), cmp.Compare(a.name, b.name))
	})
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	_, _ = fmt.Fprintf(table, "action\tsmall, ms\tlarge, ms\tratio\tat most %g or %v\n", barRatio, bar)
	for _, c := range r {
		verdict := "met"
		if !c.isMet() {
			verdict = "MISSED"
		}
		if c.failure != nil {
			_, _ = fmt.Fprintf(table, "%s\t\t\t\t%s: %v\n", c.name, verdict, c.failure)
			continue
		}
		_, _ = fmt.Fprintf(table, "%s\t%.2f\t%.2f\t%.2f\t%s\n", c.name, c.small.Seconds()*1000, c.large.Seconds()*1000, c.ratio(), verdict)
		for _, remark := range c.remarks {
			_, _ = fmt.Fprintf(table, "  %s\t\t\t\t\n", remark)
		}
	}
	_ = table.Flush()
}

// badness orders the rows: failures first, then what misses, each by the time in the large chain.
func badness(c comparison) time.Duration {
	switch {
	case c.failure != nil:
		return 2 * time.Hour
	case !c.isMet():
		return time.Hour + c.large
	default:
		return c.large
	}
}
