package targets_test

import (
	"slices"
	"testing"
)

// rounds is how often each figure is measured. In each round all contenders take their turns, so that a busy machine affects them
// alike; the medians count.
const rounds = 5

// figures are the measured values of all rounds, by unit.
type figures map[string][]float64

func (f figures) add(unit string, value float64) { f[unit] = append(f[unit], value) }

// ratio adds how many times the last value of one unit is that of another.
func (f figures) ratio(unit, of, to string) { f.add(unit, last(f[of])/last(f[to])) }

// report reports the median of each.
func (f figures) report(b *testing.B) {
	for unit, values := range f {
		slices.Sort(values)
		b.ReportMetric(values[len(values)/2], unit)
	}
	b.ReportMetric(0, "ns/op") // a round is no operation
}

func last(values []float64) float64 { return values[len(values)-1] }
