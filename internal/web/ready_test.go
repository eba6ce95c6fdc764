package web_test

import (
	"database/sql"
	"net/http"
	"os"
	"strings"
	"testing"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver

	"visavis/internal/config"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

// expectReady expects the readiness status, and that the server is healthy in any case.
func expectReady(t *testing.T, handler http.Handler, want int) {
	t.Helper()
	if got := get(t, handler, "localhost", "/readyz").Code; got != want {
		t.Errorf("/readyz answers %d, want %d", got, want)
	}
	if got := get(t, handler, "localhost", "/healthz").Code; got != http.StatusOK {
		t.Errorf("/healthz answers %d", got)
	}
}

func TestWithoutItsFileTheServerIsNotReady(t *testing.T) {
	url := storetest.SQLiteURL(t)
	handler := newHandler(t, config.Config{}, storetest.Open(t, store.Options{URL: url}))
	expectReady(t, handler, http.StatusOK)
	file := strings.TrimPrefix(url, "sqlite:")
	if err := os.Rename(file, file+".elsewhere"); err != nil {
		t.Fatal(err)
	}
	expectReady(t, handler, http.StatusServiceUnavailable)
	if err := os.Rename(file+".elsewhere", file); err != nil {
		t.Fatal(err)
	}
	expectReady(t, handler, http.StatusOK)
}

// Without a timeout the check would wait for as long as the lock is held.
func TestWhileTheDatabaseKeepsSilentTheServerIsNotReady(t *testing.T) {
	url := storetest.PostgresURL(t)
	handler := newHandler(t, config.Config{}, storetest.Open(t, store.Options{URL: url}))
	expectReady(t, handler, http.StatusOK)
	db, err := sql.Open("pgx", url)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	blocker, err := db.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := blocker.ExecContext(t.Context(), "LOCK TABLE branches IN ACCESS EXCLUSIVE MODE"); err != nil {
		t.Fatal(err)
	}
	expectReady(t, handler, http.StatusServiceUnavailable)
	if err := blocker.Rollback(); err != nil {
		t.Fatal(err)
	}
	expectReady(t, handler, http.StatusOK)
}

func TestWithoutItsDatabaseTheServerIsNotReady(t *testing.T) {
	url := storetest.PostgresURL(t)
	handler := newHandler(t, config.Config{}, storetest.Open(t, store.Options{URL: url}))
	_, rest, _ := strings.Cut(url, "@/")
	name, _, _ := strings.Cut(rest, "?")
	db, err := sql.Open("pgx", storetest.EmptyPostgresURL(t))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(t.Context(), "DROP DATABASE "+name+" WITH (FORCE)"); err != nil {
		t.Fatal(err)
	}
	expectReady(t, handler, http.StatusServiceUnavailable)
}
