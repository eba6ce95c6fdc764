// Package storetest provides databases for tests: SQLite files and a temporary PostgreSQL server.
package storetest

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"visavis/internal/store"
)

// Each runs the test on a new, migrated and empty database of each engine.
func Each(t *testing.T, test func(t *testing.T, s *store.Store)) { migrated.Each(t, test) }

// EachURL runs the test with the URL of a new, migrated and empty database of each engine.
func EachURL(t *testing.T, test func(t *testing.T, url string)) { migrated.EachURL(t, test) }

// Open opens a database and closes it at the end of the test.
func Open(t testing.TB, options store.Options) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// SQLiteURL returns the URL of a new file with a migrated and empty database.
func SQLiteURL(t testing.TB) string {
	t.Helper()
	return migrated.SQLiteURL(t)
}

// AbsentSQLiteURL returns the URL of a file that does not exist yet.
func AbsentSQLiteURL(t testing.TB) string {
	t.Helper()
	return sqliteURL(t.TempDir())
}

func sqliteURL(directory string) string { return "sqlite:" + filepath.Join(directory, "visavis.db") }

// PostgresURL returns the URL of a new, migrated and empty database.
func PostgresURL(t testing.TB) string {
	t.Helper()
	return migrated.PostgresURL(t)
}

// SerializableURL returns the URL of a new, migrated and empty database whose transactions are serializable by default:
// concurrent ones fail with serialization errors, as in distributed databases.
func SerializableURL(t testing.TB) string {
	t.Helper()
	return PostgresURL(t) + "&options=-c%20default_transaction_isolation%3Dserializable"
}

// EmptyPostgresURL returns the URL of a new database without tables.
func EmptyPostgresURL(t testing.TB) string {
	t.Helper()
	url, err := SharedServer(t).newDatabase(t.Context(), emptyTemplate)
	if err != nil {
		t.Fatal(err)
	}
	return url
}

// Copy copies a database of this package that nobody has open, and returns the URL of the copy.
func Copy(t testing.TB, url string) string {
	t.Helper()
	if path, isFile := strings.CutPrefix(url, "sqlite:"); isFile {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return newSQLite(t, content)
	}
	config, err := pgx.ParseConfig(url)
	if err != nil {
		t.Fatal(err)
	}
	copied, err := SharedServer(t).newDatabase(t.Context(), config.Database)
	if err != nil {
		t.Fatal(err)
	}
	return copied
}

// newSQLite returns the URL of a new file with the content.
func newSQLite(t testing.TB, content []byte) string {
	t.Helper()
	url := AbsentSQLiteURL(t)
	if err := os.WriteFile(strings.TrimPrefix(url, "sqlite:"), content, 0o600); err != nil {
		t.Fatal(err)
	}
	return url
}

// A Server is a temporary PostgreSQL.
type Server struct{ *postgres }

// SharedServer returns the server that all tests of a process share.
func SharedServer(t testing.TB) *Server {
	t.Helper()
	return serverOr(t, server)
}

// NewServer starts a server with additional settings, such as shared_buffers=1GB. It ends with the test.
func NewServer(t testing.TB, settings ...string) *Server {
	t.Helper()
	s := serverOr(t, func() (*postgres, error) { return startPostgres(settings...) })
	t.Cleanup(func() {
		if err := errors.Join(s.running.alive.Close(), s.running.ended()); err != nil {
			t.Error(err)
		}
	})
	return s
}

func serverOr(t testing.TB, start func() (*postgres, error)) *Server {
	t.Helper()
	p, err := start()
	if errors.Is(err, errNoPostgres) && os.Getenv("CI") == "" {
		t.Skip("SKIPPED WITHOUT POSTGRESQL: ", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return &Server{p}
}

// URL returns the URL of a new, migrated and empty database.
func (s *Server) URL(t testing.TB) string {
	t.Helper()
	url, err := s.copyOf(t.Context(), migrated)
	if err != nil {
		t.Fatal(err)
	}
	return url
}

// BarePostgres starts the shared server for a program that is not a test and returns the URL of an empty database.
func BarePostgres(ctx context.Context) (string, error) {
	p, err := server()
	if err != nil {
		return "", err
	}
	return p.newDatabase(ctx, emptyTemplate)
}
