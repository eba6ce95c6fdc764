package main

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestTheMixIsAsItSays(t *testing.T) {
	counted := map[string]int{}
	for n := range uint64(1000) {
		counted[kindOf(n)]++
	}
	for _, m := range mix {
		if counted[m.kind] != 10*m.of {
			t.Errorf("%s: %d of 1000, want %d", m.kind, counted[m.kind], 10*m.of)
		}
	}
}

func TestArgumentsThatMakeNoSenseAreRefused(t *testing.T) {
	for _, arguments := range []string{"-rate 0", "-duration 0s", "-subscribers -1", "-changes -1"} {
		if _, err := read(strings.Fields(arguments)); err == nil {
			t.Errorf("%s is taken", arguments)
		}
	}
}

func TestALoadOnARealServer(t *testing.T) {
	binary := filepath.Join(t.TempDir(), "visavis")
	if said, err := exec.CommandContext(t.Context(), "go", "build", "-o", binary, "visavis").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	s, err := start(t.Context(), binary, "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.end)
	r, err := load(t.Context(), plan{lasts: time.Second, rate: 100, subscribers: 5, changes: 2}, s)
	if err != nil {
		t.Fatal(err)
	}
	for kind, k := range r.kinds {
		if k.metrics.Requests == 0 || k.errors > 0 {
			t.Errorf("%s: %d requests, %d errors: %v", kind, k.metrics.Requests, k.errors, k.metrics.Errors)
		}
	}
	if r.missed > 0 || r.received < 5*4 || len(r.notifications) != 2 || r.atRest == 0 {
		t.Errorf("received %d, missed %d, timed %v, %d bytes", r.received, r.missed, r.notifications, r.atRest)
	}
	var written strings.Builder
	if err := r.write(&written); err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"starts of a month", "missed 0", "until all have received it", "MB at rest"} {
		if !strings.Contains(written.String(), part) {
			t.Errorf("the report has no %q:\n%s", part, &written)
		}
	}
	t.Log("\n" + written.String())
}
