package store_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

func TestWhatCannotBeRestoredChangesNothing(t *testing.T) {
	databaseURL := storetest.AbsentSQLiteURL(t)
	path := strings.TrimPrefix(databaseURL, "sqlite:")
	p := newPeople(t, storetest.Open(t, store.Options{URL: databaseURL}))
	file := backUp(t, databaseURL, "backup")
	addPerson(p, "prs_later")
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	directory := t.TempDir()
	write := func(name string, content []byte, statements ...string) string {
		t.Helper()
		name = filepath.Join(directory, name)
		if err := os.WriteFile(name, content, 0o600); err != nil {
			t.Fatal(err)
		}
		for _, statement := range statements {
			execute(t, "sqlite:"+name, statement)
		}
		return name
	}
	const addVersion = "INSERT INTO goose_db_version (version_id, is_applied) VALUES (%d, true)"
	spoiled := slices.Clone(whole)
	copy(spoiled[20*4096:], bytes.Repeat([]byte("spoiled "), 20*512))
	for _, test := range []struct{ file, want string }{
		{filepath.Join(directory, "missing"), "not found"},
		{directory, "is not a file"},
		{write("empty", nil), "is not a visavis database"},
		{write("text", []byte(strings.Repeat("this is no database ", 1000))), "is damaged or not an SQLite database"},
		{write("truncated", whole[:len(whole)/2]), "is damaged or not an SQLite database"},
		{write("spoiled", spoiled), "is damaged or not an SQLite database"},
		{write("other", nil, "CREATE TABLE something (id integer)"), "is not a visavis database"},
		{write("newer", whole, fmt.Sprintf(addVersion, 99990101000000)), "run the newer program"},
		{write("unknown", whole, "DELETE FROM goose_db_version", fmt.Sprintf(addVersion, 4711)), "which this program does not support"},
		{write("dangling", whole, "UPDATE staff SET person_id = 'prs_nobody'"), "dangling references"},
	} {
		_, err := store.Restore(t.Context(), databaseURL, test.file, atNine)
		expectSentence(t, err, test.want)
		expectKeys(t, path, "persons", "prs_anna prs_ben prs_later")
	}
	_, err = store.Restore(t.Context(), "postgres://user:secret@host/visavis", file, atNine)
	expectSentence(t, err, "pg_dump and pg_restore, see docs/backup.md")

	// Fails if the database is already locked.
	if err := os.WriteFile(path+keptAtNine, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = store.Restore(t.Context(), databaseURL, file, atNine)
	expectSentence(t, err, "already exists")
	expectKeys(t, path, "persons", "prs_anna prs_ben prs_later")
	addPerson(p, "prs_last")
	expectAlone(t, filepath.Dir(path), "visavis.db", "backup", "visavis.db"+keptAtNine)
}

func TestADatabaseThatIsNotOursIsNotReplaced(t *testing.T) {
	source := storetest.AbsentSQLiteURL(t)
	closeNew(t, source)
	file := backUp(t, source, "backup")

	newer := storetest.AbsentSQLiteURL(t)
	closeNew(t, newer)
	execute(t, newer, `INSERT INTO goose_db_version (version_id, is_applied) VALUES (99990101000000, true)`)
	other := storetest.AbsentSQLiteURL(t)
	execute(t, other, "CREATE TABLE something (id integer)")
	running := storetest.AbsentSQLiteURL(t)
	storetest.Open(t, store.Options{URL: running})
	execute(t, running, "DELETE FROM goose_db_version WHERE version_id > 20261123000000")
	for databaseURL, want := range map[string]string{
		newer:   "run the newer program",
		other:   "is not a visavis database",
		running: "another version of the program is running on",
	} {
		_, err := store.Restore(t.Context(), databaseURL, file, atNine)
		expectSentence(t, err, want)
	}
}

func TestARestoreThatGetsNoTurnToWriteChangesNothing(t *testing.T) {
	t.Parallel() // waits for as long as any writer does
	databaseURL := storetest.AbsentSQLiteURL(t)
	s := storetest.Open(t, store.Options{URL: databaseURL})
	p := newPeople(t, s)
	file := backUp(t, databaseURL, "backup")
	addPerson(p, "prs_later")
	p.write(func(ctx context.Context, tx *store.Tx) error {
		_, err := store.Restore(ctx, databaseURL, file, atNine)
		expectSentence(t, err, "other programs keep writing to the database")
		return tx.Person.Create().SetID("prs_last").Exec(ctx)
	})
	path := strings.TrimPrefix(databaseURL, "sqlite:")
	expectKeys(t, path, "persons", "prs_anna prs_ben prs_last prs_later")
	expectAlone(t, filepath.Dir(path), "visavis.db", "backup")
}
