package store_test

import (
	"os"
	"path/filepath"
	"testing"

	"visavis/internal/store/migrationplan"
	"visavis/internal/store/storetest"
)

func TestTheMigrationsLeadToTheSchema(t *testing.T) {
	storetest.PostgresURL(t) // skips or fails without PostgreSQL
	directory := t.TempDir()
	for _, database := range []string{"sqlite", "postgres"} {
		if err := os.Mkdir(filepath.Join(directory, database), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := migrationplan.Write(t.Context(), directory, "forgotten"); err != nil {
		t.Fatal(err)
	}
	forgotten, err := filepath.Glob(filepath.Join(directory, "*", "*.sql"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range forgotten {
		text, err := os.ReadFile(path)
		t.Errorf("the schema asks for a migration: make migration NAME=…\n%s %v", text, err)
	}
}
