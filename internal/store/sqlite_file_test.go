package store_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

func TestNothingIsWrittenToAFileThatIsGone(t *testing.T) {
	for name, spoil := range map[string]func(t *testing.T, path string){
		"removed": func(t *testing.T, path string) { check(t, os.Remove(path)) },
		"moved":   func(t *testing.T, path string) { check(t, os.Rename(path, path+".elsewhere")) },
		"replaced": func(t *testing.T, path string) {
			content, err := os.ReadFile(path)
			check(t, err)
			check(t, os.WriteFile(path+".copy", content, 0o600))
			check(t, os.Rename(path+".copy", path))
		},
		"without its journal": func(t *testing.T, path string) { check(t, os.Remove(path+"-wal")) },
	} {
		t.Run(name, func(t *testing.T) {
			databaseURL := storetest.SQLiteURL(t)
			s := storetest.Open(t, store.Options{URL: databaseURL})
			check(t, s.Write(t.Context(), category("before")))
			spoil(t, strings.TrimPrefix(databaseURL, "sqlite:"))
			if err := s.Write(t.Context(), category("after")); store.Outage(err) != store.ErrReplaced {
				t.Errorf("a write returns %v", err)
			}
			if err := s.Ping(t.Context()); store.Outage(err) != store.ErrReplaced {
				t.Errorf("a ping returns %v", err)
			}
		})
	}
}

func TestAWriteDuringWhichTheFileGoesIsNotAcknowledged(t *testing.T) {
	databaseURL := storetest.SQLiteURL(t)
	s := storetest.Open(t, store.Options{URL: databaseURL})
	err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
		check(t, os.Remove(strings.TrimPrefix(databaseURL, "sqlite:")))
		return category("during")(ctx, tx)
	})
	if store.Outage(err) != store.ErrReplaced {
		t.Errorf("it returns %v", err)
	}
}

func TestWritesGoOnOnceTheFileIsBack(t *testing.T) {
	databaseURL := storetest.SQLiteURL(t)
	s := storetest.Open(t, store.Options{URL: databaseURL})
	path := strings.TrimPrefix(databaseURL, "sqlite:")
	check(t, os.Rename(path, path+".elsewhere"))
	if err := s.Write(t.Context(), category("lost")); err == nil {
		t.Error("a write without the file is acknowledged")
	}
	check(t, os.Rename(path+".elsewhere", path))
	check(t, s.Write(t.Context(), category("kept")))
}

func TestOnlyTheOwnerReadsTheFiles(t *testing.T) {
	directory := t.TempDir()
	path := filepath.Join(directory, "visavis.db")
	expectPrivate := func(when string) {
		t.Helper()
		for _, file := range []string{path, path + "-wal", path + "-shm"} {
			info, err := os.Stat(file)
			check(t, err)
			if got := info.Mode().Perm(); got != 0o600 {
				t.Errorf("%s, %s has the permissions %o", when, filepath.Base(file), got)
			}
		}
	}
	s, err := store.Open(t.Context(), store.Options{URL: "sqlite:" + path})
	check(t, err)
	check(t, s.Write(t.Context(), category("first")))
	expectPrivate("new")
	check(t, s.Close())
	check(t, os.Chmod(path, 0o644)) // as earlier versions left it
	s = storetest.Open(t, store.Options{URL: "sqlite:" + path})
	check(t, s.Write(t.Context(), category("second")))
	expectPrivate("of an earlier version")
}
