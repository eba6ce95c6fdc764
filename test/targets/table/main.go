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
	"slices"
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

// read returns the median of the reported values of each kind. A benchmark line contains the name, the number of runs, and pairs of
// value and unit.
func read(benchmarks io.Reader) (map[value]float64, error) {
	all := map[value][]float64{}
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
			kind := value{processors.ReplaceAllString(words[0], ""), words[i+1]}
			all[kind] = append(all[kind], v)
		}
	}
	measured := map[value]float64{}
	for kind, values := range all {
		slices.Sort(values)
		measured[kind] = values[len(values)/2]
	}
	return measured, lines.Err()
}

// write writes the table. Its error names the values that were not measured.
func write(w io.Writer, measured map[value]float64) error {
	fmt.Fprintf(w, "\n%s, %d cores, %s, load and server on one machine, medians of the rounds\n\n", time.Now().Format(time.DateOnly), runtime.NumCPU(), runtime.Version())
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "target\tbar\tfigure\tbar\tratio\tCPU of the server\tof the load, ms\t\t")
	var missing []error
	for _, t := range targets {
		shown := func(unit string) string {
			v, ok := measured[value{t.benchmark, unit}]
			switch {
			case unit == "":
				return ""
			case ok:
				return short(v)
			}
			missing = append(missing, fmt.Errorf("Benchmark%s reports no %s", t.benchmark, unit))
			return "not measured"
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t\n", t.what, t.figure, shown(t.figure.unit), t.ratio, shown(t.ratio.unit), shown(t.server), shown(t.load), t.verdict(measured))
	}
	return errors.Join(append(missing, table.Flush())...)
}

// verdict returns whether a target is met. A busy machine misses figures; the ratio is of the same run.
func (t target) verdict(measured map[value]float64) string {
	figure, known := measured[value{t.benchmark, t.figure.unit}]
	ratio, compared := measured[value{t.benchmark, t.ratio.unit}]
	if !known || t.ratio.isGiven() && !compared || !t.isJudged() {
		return ""
	}
	isMet, isMetByRatio := !t.figure.isGiven() || t.figure.isMetBy(figure), t.ratio.isGiven() && t.ratio.isMetBy(ratio)
	switch {
	case isMet && (isMetByRatio || !t.ratio.isGiven()):
		return "met"
	case isMetByRatio:
		return "ratio met"
	default:
		return "MISSED"
	}
}

// short formats a number with its significant digits.
func short(v float64) string {
	digits := 0
	switch {
	case v == float64(int(v)) || v >= 100:
	case v < 1:
		digits = 3
	default:
		digits = 2
	}
	return strconv.FormatFloat(v, 'f', digits, 64)
}
