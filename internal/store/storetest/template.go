package storetest

import (
	"context"
	"os"
	"strings"
	"sync"
	"testing"

	"visavis/internal/store"
)

// A Template is a database that is prepared once per process and engine, and copied for each test.
type Template struct {
	prepare func(context.Context, *store.Store) error // nil: migrated only
	sqlite  func() (content []byte, err error)
}

// migrated is the template without rows.
var migrated = NewTemplate(nil)

// NewTemplate returns a template with the rows that prepare writes into a migrated database.
func NewTemplate(prepare func(context.Context, *store.Store) error) *Template {
	template := &Template{prepare: prepare}
	template.sqlite = sync.OnceValues(template.prepareSQLite)
	return template
}

// Each runs the test on a new copy of each engine.
func (template *Template) Each(t *testing.T, test func(t *testing.T, s *store.Store)) {
	template.EachURL(t, func(t *testing.T, url string) { test(t, Open(t, store.Options{URL: url})) })
}

// EachURL runs the test with the URL of a new copy of each engine.
func (template *Template) EachURL(t *testing.T, test func(t *testing.T, url string)) {
	t.Run("SQLite", func(t *testing.T) { test(t, template.SQLiteURL(t)) })
	t.Run("PostgreSQL", func(t *testing.T) { test(t, template.PostgresURL(t)) })
}

// SQLiteURL returns the URL of a new copy.
func (template *Template) SQLiteURL(t testing.TB) string {
	t.Helper()
	content, err := template.sqlite()
	if err != nil {
		t.Fatal(err)
	}
	return newSQLite(t, content)
}

// PostgresURL returns the URL of a new copy on the shared server.
func (template *Template) PostgresURL(t testing.TB) string {
	t.Helper()
	url, err := SharedServer(t).copyOf(t.Context(), template)
	if err != nil {
		t.Fatal(err)
	}
	return url
}

func (template *Template) prepareSQLite() (content []byte, err error) {
	directory, err := os.MkdirTemp("", "visavis-template-")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(directory) }()
	url := sqliteURL(directory)
	file := strings.TrimPrefix(url, "sqlite:")
	if _, err := oncePerRun(file, func() error { return migrateEmpty(url) }); err != nil {
		return nil, err
	}
	if template.prepare != nil {
		if err := template.fill(url); err != nil {
			return nil, err
		}
	}
	return os.ReadFile(file) // the last connection has moved the log into it
}

// migrateEmpty migrates a database without tables.
func migrateEmpty(url string) error {
	s, err := store.Open(context.Background(), store.Options{URL: url})
	if err != nil {
		return err
	}
	return s.Close()
}

// fill writes the rows of the template.
func (template *Template) fill(url string) error {
	ctx := context.Background()
	s, err := store.Open(ctx, store.Options{URL: url})
	if err != nil {
		return err
	}
	if err := template.prepare(ctx, s); err != nil {
		_ = s.Close() // the first error is the cause
		return err
	}
	return s.Close()
}
