package system

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"visavis/internal/config"
	"visavis/internal/server"
	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

// visavis runs a command in a separate process, and returns its output and exit code.
func visavis(t *testing.T, databaseURL string, arguments ...string) (said string, code int) {
	t.Helper()
	command := exec.Command(os.Args[0], arguments...)
	command.Env = append(os.Environ(), harness.ServeVariable+"=true", "VISAVIS_DATABASE_URL="+databaseURL)
	output, err := command.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return string(output), command.ProcessState.ExitCode()
}

// done runs a command that must succeed, and returns its output.
func done(t *testing.T, databaseURL string, arguments ...string) string {
	t.Helper()
	said, code := visavis(t, databaseURL, arguments...)
	if code != 0 {
		t.Fatalf("%v ends with %d: %s", arguments, code, said)
	}
	return said
}

// holdStart holds a start with Anna.
func holdStart(s *harness.Server, start string) {
	s.T.Helper()
	s.Mutate("appointmentHold", "hold { secret }", harness.Variables{
		"branchId": "brn_demo-mitte", "serviceId": "svc_demo-video-colour", "staffId": "stf_demo-anna", "start": start,
	})
}

func TestARunningServerGoesOnAfterARestore(t *testing.T) {
	t.Parallel()
	const mitte = "brn_demo-mitte"
	databaseURL := storetest.AbsentSQLiteURL(t)
	path := strings.TrimPrefix(databaseURL, "sqlite:")
	s := harness.Start(t, config.Config{DatabaseURL: databaseURL, Demo: true})
	browser := s
	s = s.WithToken("MANAGER") // a token outlives the restore, sessions do not
	video := func() string { return s.Bookable("bookableVideoConsultations", mitte) }
	holdStart(s, "2026-11-26T09:00:00Z")
	file, then, place := filepath.Join(t.TempDir(), "backup.db"), video(), s.LastChange(mitte)
	done(t, databaseURL, "backup", file)
	listening := s.SubscribeToChanges(mitte, place)
	elsewhere := s.SubscribeToChanges("brn_demo-west", s.LastChange("brn_demo-west"))
	holdStart(s, "2026-11-26T10:00:00Z")
	listening.ExpectChange("APPOINTMENT Anna 2026-11-26 2026-11-26")
	elsewhere.ExpectChange("APPOINTMENT Anna 2026-11-26 2026-11-26") // she works in both branches
	if video() == then {
		t.Fatal("the hold changes nothing")
	}
	newest := s.LastChange(mitte)

	said := done(t, databaseURL, "restore", file)
	if got := video(); got != then {
		t.Errorf("bookable is\n%s\nwant\n%s", got, then)
	}
	listening.ExpectChange("RESYNC")
	elsewhere.ExpectChange("RESYNC")
	if now := s.LastChange(mitte); listening.LastID != now || now == newest {
		t.Errorf("the place is %s, and the last change %s; it was %s", listening.LastID, now, newest)
	}
	for name, known := range map[string]string{"before the backup": place, "after it": newest} {
		late := s.SubscribeToChanges(mitte, known)
		if late.ExpectChange("RESYNC"); late.LastID != listening.LastID {
			t.Errorf("who knows the place %s goes on from %s", name, late.LastID)
		}
	}
	holdStart(s, "2026-11-26T10:00:00Z")
	listening.ExpectChange("APPOINTMENT Anna 2026-11-26 2026-11-26")

	kept, _, _ := strings.Cut(strings.TrimPrefix(said, "kept the previous database in "), "\n")
	for _, file := range []string{path, kept, file} {
		harness.CheckFile(t, file)
	}
	done(t, databaseURL, "restore", kept)
	listening.ExpectChange("RESYNC")
	if browser.Query("{ me { role } }", nil)["me"] != nil {
		t.Error("a session has outlasted a restore")
	}
}

func TestCommandsTellWhatTheyDid(t *testing.T) {
	t.Parallel()
	databaseURL := storetest.AbsentSQLiteURL(t)
	s := harness.Start(t, config.Config{DatabaseURL: databaseURL, Demo: true})
	if err := s.Stop(); err != nil {
		t.Fatal(err)
	}
	path := strings.TrimPrefix(databaseURL, "sqlite:")
	file := filepath.Join(filepath.Dir(path), "backup.db")
	const contents = "2 branches, 0 appointments\n"
	if said := done(t, databaseURL, "backup", file); !strings.HasPrefix(said, "backed up to "+file+": ") || !strings.HasSuffix(said, contents) {
		t.Errorf("backup says %q", said)
	}
	said := done(t, databaseURL, "restore", file)
	if !strings.HasPrefix(said, "kept the previous database in "+path+".before-restore-") || !strings.HasSuffix(said, contents) {
		t.Errorf("restore says %q", said)
	}
	empty := storetest.AbsentSQLiteURL(t)
	if said := done(t, empty, "restore", file); !strings.HasPrefix(said, "restored from "+file+": ") {
		t.Errorf("restore into an empty place says %q", said)
	}
	again := harness.StartSignedOut(t, config.Config{DatabaseURL: empty})
	if branches := harness.Nodes(again.Query("{ branches { nodes { id } } }", nil)["branches"]); len(branches) != 2 {
		t.Errorf("restored are %v", branches)
	}
}

func TestCommandsThatFail(t *testing.T) {
	t.Parallel()
	databaseURL := storetest.AbsentSQLiteURL(t)
	file := filepath.Join(t.TempDir(), "backup.db")
	for _, test := range []struct {
		databaseURL string
		arguments   []string
		code        int
		want        string
	}{
		{databaseURL, []string{"backup", file}, 1, "visavis cannot back up: database " + strings.TrimPrefix(databaseURL, "sqlite:") + " not found"},
		{databaseURL, []string{"restore", file}, 1, "visavis cannot restore: file " + file + " not found"},
		{"postgres://user:secret@host/visavis", []string{"backup", file}, 1, "visavis cannot back up: the database is on PostgreSQL"},
		{"postgres://user:secret@host/visavis", []string{"restore", file}, 1, "visavis cannot restore: the database is on PostgreSQL"},
		{"mysql://user:secret@host/visavis", []string{"backup", file}, 1, "visavis cannot back up: VISAVIS_DATABASE_URL is not a database"},
		{databaseURL, []string{"backup"}, 2, server.Usage},
		{databaseURL, []string{"backup", file, file}, 2, server.Usage},
		{databaseURL, []string{"restore", "--force"}, 2, server.Usage},
		{databaseURL, []string{"erase", file}, 2, server.Usage},
		{databaseURL, []string{"help"}, 2, server.Usage},
	} {
		said, code := visavis(t, test.databaseURL, test.arguments...)
		if code != test.code || !strings.HasPrefix(said, test.want) || strings.Contains(said, "secret") || code == 1 && strings.Count(said, "\n") != 1 {
			t.Errorf("%v ends with %d: %q, want %q", test.arguments, code, said, test.want)
		}
	}
	if _, err := os.Stat(strings.TrimPrefix(databaseURL, "sqlite:")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a database was made: %v", err)
	}
}

// TestARestoreThatIsKilledLeavesAWholeDatabase kills the process at the first sign of its work.
func TestARestoreThatIsKilledLeavesAWholeDatabase(t *testing.T) {
	t.Parallel()
	databaseURL := storetest.AbsentSQLiteURL(t)
	path := strings.TrimPrefix(databaseURL, "sqlite:")
	s := harness.Start(t, config.Config{DatabaseURL: databaseURL, Demo: true})
	file := filepath.Join(t.TempDir(), "backup.db")
	done(t, databaseURL, "backup", file)
	holdStart(s, "2026-11-26T10:00:00Z")
	command := exec.Command(os.Args[0], "restore", file)
	command.Env = append(os.Environ(), harness.ServeVariable+"=true", "VISAVIS_DATABASE_URL="+databaseURL)
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = command.Wait()
	}()
	for working := true; working; {
		select {
		case <-ended:
			working = false
		default:
			kept, _ := filepath.Glob(path + ".before-restore-*")
			working = len(kept) == 0
		}
	}
	_ = command.Process.Kill()
	<-ended
	harness.CheckFile(t, path)
	s.Query("{ branches { nodes { id } } }", nil)
	holdStart(s, "2026-11-26T11:00:00Z")
}
