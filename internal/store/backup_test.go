package store_test

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

// backUp copies the database to a file beside it.
func backUp(t *testing.T, databaseURL, name string) (file string) {
	t.Helper()
	file = filepath.Join(filepath.Dir(strings.TrimPrefix(databaseURL, "sqlite:")), name)
	if _, err := store.Backup(t.Context(), databaseURL, file); err != nil {
		t.Fatal(err)
	}
	return file
}

// column returns the first column of a query's result.
func column(t *testing.T, file, query string) []string {
	t.Helper()
	db, err := sql.Open("sqlite3", (&url.URL{Scheme: "file", Opaque: file}).String())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.QueryContext(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var values []string
	for rows.Next() {
		var value string
		if err := rows.Scan(&value); err != nil {
			t.Fatal(err)
		}
		values = append(values, value)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return values
}

func expectSound(t *testing.T, file string) {
	t.Helper()
	if verdict := column(t, file, "PRAGMA integrity_check"); len(verdict) != 1 || verdict[0] != "ok" {
		t.Errorf("%s is %v", file, verdict)
	}
	if dangling := column(t, file, `SELECT "table" FROM pragma_foreign_key_check`); len(dangling) > 0 {
		t.Errorf("%s has dangling references of %v", file, dangling)
	}
}

// expectAlone expects exactly these files in a directory.
func expectAlone(t *testing.T, directory string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(directory)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		known := false
		for _, name := range names {
			known = known || entry.Name() == name || strings.HasPrefix(entry.Name(), name+"-") || entry.Name() == name+".lock"
		}
		if !known {
			t.Errorf("%s is left over", entry.Name())
		}
	}
}

func TestABackupAmidWritersHoldsWhateverWasAcknowledgedBefore(t *testing.T) {
	databaseURL := storetest.AbsentSQLiteURL(t)
	s := storetest.Open(t, store.Options{URL: databaseURL})
	newPeople(t, s)
	const writers, before = 4, 25
	var mu sync.Mutex
	var acknowledged []string
	var busy, load sync.WaitGroup
	done := make(chan struct{})
	busy.Add(writers)
	for writer := range writers {
		load.Go(func() {
			for n := 0; ; n++ {
				id := fmt.Sprintf("prs_%d_%d", writer, n)
				err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
					if err := tx.RaiseChangeSequences(ctx, "brn_mitte"); err != nil {
						return err
					}
					if err := tx.Person.Create().SetID(id).Exec(ctx); err != nil {
						return err
					}
					return tx.Staff.Create().SetID("stf_" + id).SetPersonID(id).SetFirstName(id).SetDisplayName(id).SetColor("#000000").Exec(ctx)
				})
				if err != nil {
					t.Error(err)
				}
				mu.Lock()
				acknowledged = append(acknowledged, id)
				mu.Unlock()
				if n == before {
					busy.Done()
				}
				select {
				case <-done:
					return
				default:
				}
			}
		})
	}
	busy.Wait()
	for n := range 5 {
		mu.Lock()
		wanted := len(acknowledged)
		mu.Unlock()
		file := backUp(t, databaseURL, fmt.Sprintf("backup-%d", n))
		expectSound(t, file)
		found := map[string]bool{}
		for _, id := range column(t, file, "SELECT person_id FROM staff") {
			found[id] = true
		}
		mu.Lock()
		for _, id := range acknowledged[:wanted] {
			if !found[id] {
				t.Errorf("%s is not in the copy", id)
			}
		}
		mu.Unlock()
	}
	close(done)
	load.Wait()
}

func TestABackupTellsWhatIsInItAndIsItsOwnersAlone(t *testing.T) {
	databaseURL := storetest.AbsentSQLiteURL(t)
	s, err := store.Open(t.Context(), store.Options{URL: databaseURL})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := newPeople(t, s).book(booking{profile: "stf_anna", from: "10:00", to: "10:30"}); err != nil {
		t.Fatal(err)
	}
	versions, err := store.Versions(storetest.AbsentSQLiteURL(t))
	if err != nil {
		t.Fatal(err)
	}
	want := store.Contents{Version: versions[len(versions)-1], Branches: 2, Appointments: 1}
	directory := t.TempDir()
	check := func(name string) {
		t.Helper()
		file := filepath.Join(directory, name)
		if got, err := store.Backup(t.Context(), databaseURL, file); err != nil || got != want {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
		if info, err := os.Stat(file); err != nil || info.Mode() != 0o600 {
			t.Errorf("%s: %v, %v", name, info.Mode(), err)
		}
	}
	check("open")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	check("closed")
	expectAlone(t, directory, "open", "closed")
	expectAlone(t, filepath.Dir(strings.TrimPrefix(databaseURL, "sqlite:")), "visavis.db")
}

func TestABackupHoldsNothingThatWasDeleted(t *testing.T) {
	databaseURL := storetest.AbsentSQLiteURL(t)
	s := storetest.Open(t, store.Options{URL: databaseURL})
	p := newPeople(t, s)
	p.write(func(ctx context.Context, tx *store.Tx) error {
		return tx.Customer.Create().SetID("cus_carla").SetName("Carla Kunde").SetLocale("DE").SetCreatedAt(nine).Exec(ctx)
	})
	holds := func(name string) bool {
		content, err := os.ReadFile(backUp(t, databaseURL, name))
		if err != nil {
			t.Fatal(err)
		}
		return bytes.Contains(content, []byte("Carla"))
	}
	if !holds("before") {
		t.Error("the name is not found where it must be")
	}
	p.write(func(ctx context.Context, tx *store.Tx) error { return tx.Customer.DeleteOneID("cus_carla").Exec(ctx) })
	if holds("after") {
		t.Error("the name is still there")
	}
}

func TestWhatCannotBeBackedUp(t *testing.T) {
	databaseURL := storetest.AbsentSQLiteURL(t)
	storetest.Open(t, store.Options{URL: databaseURL})
	directory := t.TempDir()
	taken, text, other := filepath.Join(directory, "taken"), filepath.Join(directory, "text"), filepath.Join(directory, "other")
	for _, file := range []string{taken, text} {
		if err := os.WriteFile(file, []byte(strings.Repeat("this is no database ", 100)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	execute(t, "sqlite:"+other, "CREATE TABLE something (id integer)")
	free := filepath.Join(directory, "free")
	for _, test := range []struct{ databaseURL, file, want string }{
		{databaseURL, taken, taken + " already exists"},
		{databaseURL, directory, directory + " already exists"},
		{databaseURL, filepath.Join(directory, "nowhere", "copy"), "cannot create a file in " + filepath.Join(directory, "nowhere")},
		{"sqlite:" + filepath.Join(directory, "nothing"), free, " not found"},
		{"sqlite:" + text, free, "is damaged or not an SQLite database"},
		{"sqlite:" + other, free, "is not a visavis database"},
		{"postgres://user:secret@host/visavis", free, "pg_dump and pg_restore, see docs/backup.md"},
	} {
		_, err := store.Backup(t.Context(), test.databaseURL, test.file)
		expectSentence(t, err, test.want)
	}
	expectAlone(t, directory, "taken", "text", "other")
}

func TestABackupThatIsStoppedLeavesNothing(t *testing.T) {
	databaseURL := storetest.AbsentSQLiteURL(t)
	closeNew(t, databaseURL)
	ctx, stop := context.WithCancelCause(t.Context())
	stop(context.Canceled)
	directory := t.TempDir()
	if _, err := store.Backup(ctx, databaseURL, filepath.Join(directory, "copy")); err == nil {
		t.Error("it is made")
	}
	expectAlone(t, directory)
}

func expectSentence(t *testing.T, err error, want string) {
	t.Helper()
	if err == nil {
		t.Errorf("no error, want %q", want)
		return
	}
	if said := err.Error(); !strings.Contains(said, want) || strings.Contains(said, "\n") || strings.Contains(said, "secret") {
		t.Errorf("the error is %q, want %q", said, want)
	}
}
