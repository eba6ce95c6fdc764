// Package migrationplan generates the migrations from the existing ones to the ent schema, for both databases.
package migrationplan

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"ariga.io/atlas/sql/sqltool"
	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"entgo.io/ent/dialect/sql/schema"
	_ "github.com/jackc/pgx/v5/stdlib"
	_ "github.com/mattn/go-sqlite3"

	"visavis/ent/migrate"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

// Write writes what is missing, with the name, to the directory of the migrations.
func Write(ctx context.Context, migrations, name string) error {
	scratch, err := os.MkdirTemp("", "migrationplan-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(scratch) }()
	file := filepath.Join(scratch, "visavis.db")
	postgresURL, err := storetest.BarePostgres(ctx)
	if err != nil {
		return err
	}
	return errors.Join(
		plan(ctx, database{dialect.SQLite, "sqlite3", "file:" + file + "?_fk=1", "sqlite:" + file}, filepath.Join(migrations, "sqlite"), name),
		plan(ctx, database{dialect.Postgres, "pgx", postgresURL, postgresURL}, filepath.Join(migrations, "postgres"), name),
	)
}

type database struct{ dialect, driver, source, url string }

// plan migrates an empty database and writes the missing changes. Indexes must be dropped by hand: ent mistakes the
// guards, which it does not know, for indexes.
func plan(ctx context.Context, d database, migrations, name string) error {
	if err := store.Migrate(ctx, d.url); err != nil {
		return err
	}
	db, err := sql.Open(d.driver, d.source)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	// Planned in a separate directory, because the planner writes checksums that goose does not read.
	planned, err := os.MkdirTemp("", "migrationplan-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(planned) }()
	files, err := sqltool.NewGooseDir(planned)
	if err != nil {
		return err
	}
	planner, err := schema.NewMigrate(entsql.OpenDB(d.dialect, db),
		schema.WithDir(files),
		schema.WithFormatter(sqltool.GooseFormatter),
		schema.WithMigrationMode(schema.ModeInspect),
		schema.WithDropColumn(true),
	)
	if err != nil {
		return err
	}
	if err := planner.NamedDiff(ctx, name, migrate.Tables...); err != nil {
		return err
	}
	return keep(planned, migrations)
}

// keep copies the planned migrations, if any, to their directory.
func keep(planned, migrations string) error {
	paths, err := filepath.Glob(filepath.Join(planned, "*.sql"))
	if err != nil {
		return err
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		forward, _, _ := bytes.Cut(text, []byte("-- +goose Down")) // there is no way back
		kept := filepath.Join(migrations, filepath.Base(path))
		if err := os.WriteFile(kept, append(bytes.TrimSpace(forward), '\n'), 0o644); err != nil {
			return err
		}
		fmt.Println("wrote", kept)
	}
	return nil
}
