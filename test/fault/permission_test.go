package fault

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"visavis/internal/store"
	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

// TestThroughLostPermissionsTheServerGoesOn makes the database read-only, first under a running server, which has it open, and then
// before a start.
func TestThroughLostPermissionsTheServerGoesOn(t *testing.T) {
	t.Parallel()
	url := storetest.SQLiteURL(t)
	file := strings.TrimPrefix(url, "sqlite:")
	o := begin(t, harness.StartProgram(t, ordinary(os.Args[0]), url), url, allowed{cuts: true})
	for range scale(1, 10) {
		forbid(t, file)
		o.awaitServed()
		o.server.Kill()
		expectRefusal(t, ordinary(os.Args[0]), url, "cannot write to the database "+file)
		allow(t, file)
		o.replace(harness.StartProgram(t, ordinary(os.Args[0]), url))
		o.awaitServed()
	}
	o.finish()
}

func TestADatabaseThatCannotBeWrittenIsRefusedInASentence(t *testing.T) {
	for name, forbidden := range map[string]func(t *testing.T, file string){
		"the directory": func(t *testing.T, file string) { chmod(t, filepath.Dir(file), 0o500) },
		"the file": func(t *testing.T, file string) {
			made, err := store.Open(t.Context(), store.Options{URL: "sqlite:" + file})
			if err = errors.Join(err, made.Close()); err != nil {
				t.Fatal(err)
			}
			chmod(t, file, 0o400)
		},
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "visavis.db")
			forbidden(t, file)
			expectRefusal(t, ordinary(os.Args[0]), "sqlite:"+file, "cannot write to the database "+file)
		})
	}
	t.Run("the disk", func(t *testing.T) {
		d := newDisk(t)
		command := d.command("sh", "-c", `mount -o remount,ro "$1" && exec "$0"`, os.Args[0], d.directory)
		expectRefusal(t, command, "sqlite:"+d.inside("visavis.db"), "cannot write to the database "+d.inside("visavis.db"))
	})
}

// expectRefusal expects that the server fails to start with one line that states the cause.
func expectRefusal(t *testing.T, command *exec.Cmd, databaseURL, sentence string) {
	t.Helper()
	_, err := harness.TryProgram(t, command, databaseURL)
	if err == nil || !strings.Contains(err.Error(), "visavis cannot start: "+sentence) || strings.Count(err.Error(), "\n") != 1 {
		t.Errorf("it says %v, want %s", err, sentence)
	}
}

// ordinary returns a command that runs a program in a user namespace without root, where permissions apply.
func ordinary(program string) *exec.Cmd {
	if os.Geteuid() != 0 {
		return exec.Command(program)
	}
	return exec.Command("unshare", "-U", program)
}

func forbid(t *testing.T, file string) {
	t.Helper()
	for _, name := range []string{file, file + "-wal", file + "-shm", file + ".lock"} {
		chmod(t, name, 0o400)
	}
	chmod(t, filepath.Dir(file), 0o500)
}

func allow(t *testing.T, file string) {
	t.Helper()
	chmod(t, filepath.Dir(file), 0o700)
	for _, name := range []string{file, file + "-wal", file + "-shm", file + ".lock"} {
		chmod(t, name, 0o600)
	}
}

func chmod(t *testing.T, name string, mode os.FileMode) {
	t.Helper()
	if err := os.Chmod(name, mode); err != nil {
		t.Fatal(err)
	}
}
