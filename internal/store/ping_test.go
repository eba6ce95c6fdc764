package store_test

import (
	"os"
	"strings"
	"testing"

	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

func TestASoundDatabaseAnswers(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		if err := s.Ping(t.Context()); err != nil {
			t.Error("empty:", err)
		}
		newPeople(t, s)
		if err := s.Ping(t.Context()); err != nil {
			t.Error("with branches:", err)
		}
	})
}

func TestAFileThatIsNotTheOpenDatabaseDoesNotAnswer(t *testing.T) {
	for name, spoil := range map[string]func(t *testing.T, path string) error{
		"deleted": func(_ *testing.T, path string) error { return os.Remove(path) },
		"cut":     func(_ *testing.T, path string) error { return os.Truncate(path, 0) },
		"overwritten": func(_ *testing.T, path string) error {
			return os.WriteFile(path, []byte(strings.Repeat("this is no database ", 1000)), 0o600)
		},
		"replaced by another database": func(t *testing.T, path string) error {
			other := storetest.AbsentSQLiteURL(t)
			closeNew(t, other)
			return os.Rename(strings.TrimPrefix(other, "sqlite:"), path)
		},
	} {
		t.Run(name, func(t *testing.T) {
			databaseURL := storetest.AbsentSQLiteURL(t)
			s := storetest.Open(t, store.Options{URL: databaseURL})
			// The pages are cached after the first read.
			if err := s.Ping(t.Context()); err != nil {
				t.Fatal(err)
			}
			if err := spoil(t, strings.TrimPrefix(databaseURL, "sqlite:")); err != nil {
				t.Fatal(err)
			}
			if s.Ping(t.Context()) == nil {
				t.Error("it answers")
			}
		})
	}
}

func TestADatabaseThatIsGoneDoesNotAnswer(t *testing.T) {
	databaseURL := storetest.PostgresURL(t)
	s := storetest.Open(t, store.Options{URL: databaseURL})
	name, _, _ := strings.Cut(strings.TrimPrefix(databaseURL, "postgres://visavis@/"), "?")
	execute(t, storetest.EmptyPostgresURL(t), "DROP DATABASE "+name+" WITH (FORCE)")
	if s.Ping(t.Context()) == nil {
		t.Error("it answers")
	}
}

func TestAskingLeavesNoFileOpen(t *testing.T) {
	const descriptors = "/proc/self/fd"
	s := storetest.Open(t, store.Options{URL: storetest.AbsentSQLiteURL(t)})
	open := func() int {
		t.Helper()
		if err := s.Ping(t.Context()); err != nil {
			t.Fatal(err)
		}
		found, err := os.ReadDir(descriptors)
		if err != nil {
			t.Skip("this system does not tell the open files: ", err)
		}
		return len(found)
	}
	first := open()
	for range 50 {
		open()
	}
	if last := open(); last > first {
		t.Errorf("%d files are open, %d were", last, first)
	}
}
