package targets_test

import (
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

// BenchmarkReady measures how long the program takes until it serves: on a file that does not exist yet, without and with the demo.
func BenchmarkReady(b *testing.B) {
	program := filepath.Join(b.TempDir(), "visavis")
	if said, err := exec.CommandContext(b.Context(), "go", "build", "-o", program, "visavis").CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, said)
	}
	start := func(f figures, name, demo string) {
		url, began := storetest.AbsentSQLiteURL(b), time.Now()
		p, err := harness.TryProgramWith(b, exec.Command(program), url, "VISAVIS_DEMO="+demo)
		if err != nil {
			b.Fatal(err)
		}
		f.add(name+"-ms", milliseconds(time.Since(began)))
		f.add(name+"-cpu-ms", milliseconds(cpuOf(b, p.Command.Process.Pid)))
		p.Kill()
	}
	start(figures{}, "", "false") // warm-up
	for b.Loop() {
		f := figures{}
		for range rounds {
			start(f, "empty", "false")
			start(f, "demo", "true")
		}
		f.report(b)
	}
}
