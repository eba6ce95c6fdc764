package fault

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"golang.org/x/sys/unix"

	"visavis/test/harness"
)

// TestNothingIsWrittenOutsideTheDataDirectory books with so many customers at once that SQLite would move its undo pages
// to a temporary file, and watches the temporary directory.
func TestNothingIsWrittenOutsideTheDataDirectory(t *testing.T) {
	data, temporary := t.TempDir(), t.TempDir()
	inData, inTemporary := watchFiles(t, data), watchFiles(t, temporary)
	t.Setenv("SQLITE_TMPDIR", temporary)
	t.Setenv("TMPDIR", temporary)
	server := harness.StartProcess(t, "sqlite:"+filepath.Join(data, "visavis.db"))
	var booked atomic.Int64
	var customers sync.WaitGroup
	for _, request := range harness.Requests(t, server)[:400] {
		customers.Go(func() {
			acknowledged, _, err := server.Book(request)
			if err != nil {
				t.Error(err)
			}
			if acknowledged != "" { // others want the same person at the same time
				booked.Add(1)
			}
		})
	}
	customers.Wait()
	if booked.Load() < 50 {
		t.Errorf("%d bookings are acknowledged", booked.Load())
	}
	server.Kill()
	if names := inTemporary(); len(names) > 0 {
		t.Errorf("%d files were written in the temporary directory, such as %s", len(names), names[0])
	}
	for _, name := range inData() {
		if !strings.HasPrefix(name, "visavis.db") {
			t.Errorf("in the data directory, %s was written", name)
		}
	}
}

// watchFiles returns a function that returns the names of the files that were written in a directory since, also of those
// that have no name in it.
func watchFiles(t *testing.T, directory string) (written func() []string) {
	t.Helper()
	watch, err := unix.InotifyInit1(unix.IN_NONBLOCK | unix.IN_CLOEXEC)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = unix.Close(watch) })
	if _, err := unix.InotifyAddWatch(watch, directory, unix.IN_CREATE|unix.IN_MODIFY|unix.IN_MOVED_TO); err != nil {
		t.Fatal(err)
	}
	return func() (names []string) {
		t.Helper()
		for buffer := make([]byte, 1<<16); ; {
			n, err := unix.Read(watch, buffer)
			if errors.Is(err, unix.EAGAIN) {
				return names
			}
			if err != nil {
				t.Fatal(err)
			}
			names = append(names, namesIn(buffer[:n])...)
		}
	}
}

// namesIn returns the names in inotify events: a fixed head whose last field is the length of the name, which ends with
// zeros.
func namesIn(events []byte) (names []string) {
	for len(events) > 0 {
		length := int(events[12]) | int(events[13])<<8
		name := events[unix.SizeofInotifyEvent : unix.SizeofInotifyEvent+length]
		names = append(names, string(bytes.TrimRight(name, "\x00")))
		events = events[unix.SizeofInotifyEvent+length:]
	}
	return names
}
