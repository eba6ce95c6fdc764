package main

import (
	"strings"
	"testing"
)

// everything is the output of benchmarks that just meet each target.
func everything() string {
	var printed strings.Builder
	reported := map[value]bool{} // with a bar
	for _, t := range targets {
		reported[value{t.benchmark, t.figure.unit}] = true
	}
	printed.WriteString("goos: linux\npkg: visavis\n")
	for _, t := range targets {
		line := "Benchmark" + t.benchmark + "-2\t1\t"
		for _, b := range []bar{t.figure, t.ratio} {
			if b.unit != "" {
				line += " " + short(b.bound) + " " + b.unit + "\t"
			}
		}
		for _, unit := range []string{t.server, t.load} {
			if unit != "" && !reported[value{t.benchmark, unit}] {
				line += " 0.25 " + unit + "\t"
			}
		}
		printed.WriteString(line + " 7 other/s\n")
	}
	printed.WriteString("PASS\nok  \tvisavis\t1.0s\n")
	return printed.String()
}

func TestATargetIsMetWhenItIsJustReached(t *testing.T) {
	var table strings.Builder
	if err := run(strings.NewReader(everything()), &table); err != nil {
		t.Error(err)
	}
	judged := 0
	for _, target := range targets {
		if target.isJudged() {
			judged++
		}
	}
	if met := strings.Count(table.String(), " met"); met != judged {
		t.Errorf("%d of %d are met:\n%s", met, judged, &table)
	}
}

func TestAMissedTargetIsCalledSo(t *testing.T) {
	for name, test := range map[string]struct{ printed, missed string }{
		"too few":  {"BenchmarkAnswers-2 1 11999 month/s 0.7 month-of-trivial", "Starts of a month"},
		"too long": {"BenchmarkSlots/small-2 40000 10001 ns/op 0 B/op", "Engine: small workload"},
		"some":     {"BenchmarkSubscribers/1000-2 1 1.000 missed", "changes missed"},
	} {
		t.Run(name, func(t *testing.T) {
			var table strings.Builder
			if err := run(strings.NewReader(everything()+strings.Repeat(test.printed+"\n", 2)), &table); err != nil {
				t.Error(err)
			}
			for line := range strings.Lines(table.String()) {
				if strings.Contains(line, "MISSED") && strings.Contains(line, test.missed) {
					return
				}
			}
			t.Errorf("nothing tells of it:\n%s", &table)
		})
	}
}

func TestTheRatioDecidesOnABusyMachine(t *testing.T) {
	var table strings.Builder
	busy := strings.Repeat("BenchmarkBookings-2 1 1500 bookings/s\n", 2)
	if err := run(strings.NewReader(everything()+busy), &table); err != nil {
		t.Error(err)
	}
	if !strings.Contains(table.String(), "ratio met") {
		t.Errorf("it does not tell:\n%s", &table)
	}
}

func TestWhatWasNotMeasuredIsNamed(t *testing.T) {
	without := strings.Replace(everything(), "BenchmarkMemory-2", "BenchmarkSomethingElse-2", 1)
	var table strings.Builder
	err := run(strings.NewReader(without), &table)
	if err == nil || err.Error() != "BenchmarkMemory reports no MB" {
		t.Errorf("the error is %v", err)
	}
	if !strings.Contains(table.String(), "not measured") {
		t.Errorf("the table does not tell:\n%s", &table)
	}
}
