// Command table reads the output of benchmarks and prints a table of the targets that are met: make bench.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"
)

func main() {
	// The input is echoed as a sign of progress.
	if err := run(io.TeeReader(os.Stdin, os.Stderr), os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run returns an error if a value was not measured, but not if a target is missed, because the machine may be busy.
func run(benchmarks io.Reader, table io.Writer) error {
	measured, err := read(benchmarks)
	if err != nil {
		return err
	}
	return write(table, measured)
}

// value identifies a reported value.
type value struct{ benchmark, unit string }

// processors matches the suffix of a benchmark name.
var processors = regexp.MustCompile(`-\d+$`)

// read returns the last reported value of each kind. A benchmark line contains the name, the number of runs, and pairs of value and
// unit.
func read(benchmarks io.Reader) (map[value]float64, error) {
	measured := map[value]float64{}
	lines := bufio.NewScanner(benchmarks)
	for lines.Scan() {
		name, isBenchmark := strings.CutPrefix(lines.Text(), "Benchmark")
		words := strings.Fields(name)
		if !isBenchmark {
			continue
		}
		for i := 2; i+1 < len(words); i += 2 {
			v, err := strconv.ParseFloat(words[i], 64)
			if err != nil {
				break // not a benchmark line
			}
			measured[value{processors.ReplaceAllString(words[0], ""), words[i+1]}] = v
		}
	}
	return measured, lines.Err()
}

// write writes the table. Its error names the values that were not measured.
func write(w io.Writer, measured map[value]float64) error {
	fmt.Fprintf(w, "\n%s, %d cores, %s, load and server on one machine\n\n", time.Now().Format(time.DateOnly), runtime.NumCPU(), runtime.Version())
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "target\t\treached\tratio\t\t")
	var missing []error
	for _, t := range targets {
		bound, reached, ratio, verdict := "at most "+short(t.bound), "not measured", "", ""
		if t.atLeast {
			bound = "at least " + short(t.bound)
		}
		if v, ok := measured[value{t.benchmark, t.unit}]; ok {
			reached, verdict = short(v), "MISSED"
			if t.isMet(v) {
				verdict = "met"
			}
			if t.bound > 0 {
				ratio = strconv.FormatFloat(v/t.bound, 'f', 2, 64)
			}
		} else {
			missing = append(missing, fmt.Errorf("Benchmark%s reports no %s", t.benchmark, t.unit))
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\t\n", t.what, bound, reached, ratio, verdict)
	}
	return errors.Join(append(missing, table.Flush())...)
}

// short formats a number with its significant digits.
func short(v float64) string {
	digits := 0
	if v < 100 && v != float64(int(v)) {
		digits = 2
	}
	return strconv.FormatFloat(v, 'f', digits, 64)
}
