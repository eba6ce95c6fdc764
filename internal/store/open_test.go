package store_test

import (
	"context"
	"database/sql"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

// refused opens a database that must not open and returns the reason.
func refused(t *testing.T, databaseURL string) string {
	t.Helper()
	s, err := store.Open(t.Context(), store.Options{URL: databaseURL})
	if err == nil {
		t.Error("it opens; close:", s.Close())
		return ""
	}
	if strings.Contains(err.Error(), "\n") || strings.Contains(err.Error(), "secret") {
		t.Errorf("the reason is no sentence, or tells a secret: %q", err)
	}
	return err.Error()
}

func expectReason(t *testing.T, reason, want string) {
	t.Helper()
	if !strings.Contains(reason, want) {
		t.Errorf("the reason is %q, want %q", reason, want)
	}
}

func TestADatabaseNewerThanTheProgramIsRefused(t *testing.T) {
	storetest.EachURL(t, func(t *testing.T, databaseURL string) {
		closeNew(t, databaseURL)
		execute(t, databaseURL, `INSERT INTO goose_db_version (version_id, is_applied) VALUES (99990101000000, true)`)
		expectReason(t, refused(t, databaseURL), "run the newer program")
	})
}

func TestADatabaseThatIsInUseIsRefused(t *testing.T) {
	databaseURL := storetest.AbsentSQLiteURL(t)
	storetest.Open(t, store.Options{URL: databaseURL})
	expectReason(t, refused(t, databaseURL), "is in use by another process")
}

func TestAFileThatIsNotADatabaseIsRefused(t *testing.T) {
	directory := t.TempDir()
	text := filepath.Join(directory, "text.db")
	if err := os.WriteFile(text, []byte(strings.Repeat("this is no database ", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	expectReason(t, refused(t, "sqlite:"+text), "is damaged or not an SQLite database")
	expectReason(t, refused(t, "sqlite:"+directory), "cannot write to the database")
	expectReason(t, refused(t, "sqlite:"+filepath.Join(text, "below-a-file.db")), "cannot create the database directory")
	expectReason(t, refused(t, "sqlite:"), "names no file")
	expectReason(t, refused(t, "mysql://user:secret@host/x"), "must begin with sqlite: or postgres:")
	expectReason(t, refused(t, "postgres://user:secret@127.0.0.1:1/x?connect_timeout=2"), "cannot reach the database server")
	expectReason(t, refused(t, "postgres://user:secret@host:port/x"), "is malformed")
}

func TestAReadOnlyPostgresIsRefused(t *testing.T) {
	readOnly := storetest.EmptyPostgresURL(t) + "&default_transaction_read_only=on"
	expectReason(t, refused(t, readOnly), "cannot write to the database")
}

func TestWhatWasWrittenIsThereAfterReopening(t *testing.T) {
	storetest.EachURL(t, func(t *testing.T, databaseURL string) {
		s, err := store.Open(t.Context(), store.Options{URL: databaseURL})
		if err != nil {
			t.Fatal(err)
		}
		err = s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			return tx.Branch.Create().SetID("brn_mitte").SetName("Mitte").SetSlug("mitte").
				SetTimeZone("Europe/Berlin").SetLocale(branch.LocaleDE).Exec(ctx)
		})
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		again := storetest.Open(t, store.Options{URL: databaseURL})
		if name := again.Client().Branch.GetX(t.Context(), "brn_mitte").Name; name != "Mitte" {
			t.Error(name)
		}
	})
}

func TestLostGuardsComeBackOrAreMissed(t *testing.T) {
	t.Run("SQLite", func(t *testing.T) {
		databaseURL := storetest.AbsentSQLiteURL(t)
		closeNew(t, databaseURL)
		execute(t, databaseURL, `DROP TRIGGER appointment_overlap_insert`)
		p := newPeople(t, storetest.Open(t, store.Options{URL: databaseURL}))
		var first *ent.Appointment
		for range 2 {
			made, err := p.book(booking{profile: "stf_anna", from: "10:00", to: "10:30"})
			if first != nil && store.Fault(err) != store.ErrOverlap {
				t.Error("the guard is lost:", err)
			}
			first = made
		}
	})
	t.Run("PostgreSQL", func(t *testing.T) {
		databaseURL := storetest.PostgresURL(t)
		execute(t, databaseURL, `ALTER TABLE appointments DROP CONSTRAINT appointment_overlap`)
		expectReason(t, refused(t, databaseURL), "1 of 2 guards")
	})
}

func TestManyProcessesMayStartOnAnEmptyPostgres(t *testing.T) {
	databaseURL := storetest.EmptyPostgresURL(t)
	const processes = 4
	opened := make(chan error, processes)
	for range processes {
		go func() {
			s, err := store.Open(t.Context(), store.Options{URL: databaseURL})
			if err == nil {
				err = s.Close()
			}
			opened <- err
		}()
	}
	for range processes {
		if err := <-opened; err != nil {
			t.Error(err)
		}
	}
}

func closeNew(t *testing.T, databaseURL string) {
	t.Helper()
	s, err := store.Open(t.Context(), store.Options{URL: databaseURL})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// execute runs a statement on a separate connection.
func execute(t *testing.T, databaseURL, statement string) {
	t.Helper()
	driver, source := "pgx", databaseURL
	if path, found := strings.CutPrefix(databaseURL, "sqlite:"); found {
		driver, source = "sqlite3", (&url.URL{Scheme: "file", Opaque: path}).String()
	}
	db, err := sql.Open(driver, source)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(t.Context(), statement); err != nil {
		t.Fatal(err)
	}
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
