package fault

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"visavis/test/harness"
)

const full = "STORAGE_FULL"

// TestThroughAFullDiskReadsGoOn fills the disk of an SQLite database, makes room, and fills it again.
func TestThroughAFullDiskReadsGoOn(t *testing.T) {
	t.Parallel()
	d := newDisk(t)
	server := harness.StartProgram(t, d.command(os.Args[0]), "sqlite:"+d.inside("visavis.db"))
	d.process = server.Command.Process
	o := begin(t, server, "", allowed{codes: []string{full}})
	o.database = func() string { return "sqlite:" + d.copyOf("visavis.db") }
	for range scale(2, 15) {
		d.fill()
		o.awaitError(full)
		o.awaitUnavailable()
		o.awaitReadable()
		o.expectReady(http.StatusServiceUnavailable, "the database's disk is full")
		d.makeRoom()
		o.awaitServed()
	}
	o.finish()
}

func TestABackupOntoAFullDiskLeavesNothing(t *testing.T) {
	t.Parallel()
	d := newDisk(t)
	database := filepath.Join(t.TempDir(), "visavis.db")
	harness.StartProcess(t, "sqlite:"+database)
	command := d.command("sh", "-c", `dd if=/dev/zero of="$1/filler" bs=64k 2>/dev/null; rm -f "$1/small"; "$0" backup "$1/backup.db"; code=$?; ls -A "$1" >&2; exit $code`, os.Args[0], d.directory)
	command.Env = append(os.Environ(), harness.ServeVariable+"=true", "VISAVIS_DATABASE_URL=sqlite:"+database)
	output, err := command.CombinedOutput()
	said, left, _ := strings.Cut(string(output), "\n")
	if err == nil || command.ProcessState.ExitCode() != 1 || !strings.HasPrefix(said, "visavis cannot back up: cannot copy the database to "+d.inside("backup.db")+": ") || !strings.HasSuffix(said, "full") {
		t.Errorf("a backup onto a full disk ends with %v: %q", err, said)
	}
	if left != "filler\n" {
		t.Errorf("on the disk are %q", left)
	}
}

// disk is a small tmpfs in the mount namespace of one process. It disappears with the process.
type disk struct {
	t         testing.TB
	directory string
	process   *os.Process // owner of the namespace
}

// diskSize leaves room for a salon, its log and some bookings.
const diskSize = "24m"

func newDisk(t testing.TB) *disk {
	t.Helper()
	d := &disk{t: t, directory: t.TempDir()}
	if said, err := d.command("true").CombinedOutput(); err != nil {
		if os.Getenv("CI") == "" {
			t.Skipf("SKIPPED WITHOUT A DISK OF ITS OWN: unshare: %v: %s", err, said)
		}
		t.Fatalf("unshare: %v: %s", err, said)
	}
	return d
}

// command returns a command that runs a program with the disk mounted.
func (d *disk) command(program string, arguments ...string) *exec.Cmd {
	const script = `mount -t tmpfs -o size=` + diskSize + ` tmpfs "$0" && exec "$@"`
	user := "-m"
	if os.Geteuid() != 0 {
		user = "-rm"
	}
	return exec.Command("unshare", append([]string{user, "sh", "-c", script, d.directory, program}, arguments...)...)
}

// inside returns the path of a file as the process sees it.
func (d *disk) inside(name string) string { return filepath.Join(d.directory, name) }

// seen returns the path of the file as the test sees it.
func (d *disk) seen(name string) string {
	return filepath.Join("/proc", fmt.Sprint(d.process.Pid), "root", d.directory, name)
}

// copyOf returns the path of a copy of a database as a kill would leave it now. SQLite cannot open it through /proc.
func (d *disk) copyOf(name string) string {
	d.t.Helper()
	if err := d.process.Signal(syscall.SIGSTOP); err != nil {
		d.t.Fatal(err)
	}
	defer func() { _ = d.process.Signal(syscall.SIGCONT) }()
	directory := d.t.TempDir()
	for _, file := range []string{name, name + "-wal"} {
		content, err := os.ReadFile(d.seen(file))
		if err != nil {
			d.t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(directory, file), content, 0o600); err != nil {
			d.t.Fatal(err)
		}
	}
	return filepath.Join(directory, name)
}

// fill uses up the disk to the last byte.
func (d *disk) fill() {
	d.t.Helper()
	file, err := os.Create(d.seen("filler"))
	if err != nil {
		d.t.Fatal(err)
	}
	defer file.Close()
	if _, err := io.Copy(file, endless{}); err == nil {
		d.t.Fatal("the disk is never full")
	}
}

func (d *disk) makeRoom() {
	d.t.Helper()
	if err := os.Remove(d.seen("filler")); err != nil {
		d.t.Fatal(err)
	}
}

// endless is a reader without an end.
type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }
