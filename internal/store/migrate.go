package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
)

//go:embed migrations/sqlite/*.sql migrations/postgres/*.sql
var migrations embed.FS

// Migrate applies pending migrations to the database of a URL, for programs that do not open it.
func Migrate(ctx context.Context, databaseURL string) error {
	if path, isFile := strings.CutPrefix(databaseURL, "sqlite:"); isFile {
		return migrateSQLite(ctx, path)
	}
	config, err := pgx.ParseConfig(databaseURL)
	if err != nil {
		return err
	}
	return migratePostgres(ctx, config)
}

// migrateSQLite migrates the file. SQLite rebuilds a table to change it, which would delete referring rows while
// foreign keys are on, and drops its triggers. So foreign keys are off on a separate connection, triggers are dropped
// first and created last, and references are checked before anyone reads.
func migrateSQLite(ctx context.Context, path string) error {
	db := connectSQLite(path, 1, "_foreign_keys=0", "_txlock=immediate")
	defer func() { _ = db.Close() }()
	provider, err := newProvider(goose.DialectSQLite3, db, "migrations/sqlite")
	if err != nil {
		return err
	}
	version, pending, err := checkVersion(ctx, provider)
	if err != nil {
		return err
	}
	if pending {
		if err := copyBefore(ctx, db, path, version); err != nil {
			return err
		}
		if err := replaceTriggers(ctx, db); err != nil {
			return err
		}
		if _, err := provider.Up(ctx); err != nil {
			return fmt.Errorf("cannot migrate the database: %w", err)
		}
		if err := checkReferences(ctx, db); err != nil {
			return err
		}
	}
	// At every start, since a process may have died between a migration and this line.
	return replaceTriggers(ctx, db, sqliteGuards)
}

// copyBefore copies the file before migrations, which cannot be undone.
func copyBefore(ctx context.Context, db *sql.DB, path string, version int64) error {
	if version == 0 {
		return nil
	}
	copied := fmt.Sprintf("%s.version-%d", path, version)
	if _, err := os.Stat(copied); err == nil {
		return nil // left by an interrupted start
	}
	return copyTo(ctx, db, copied, approveAny)
}

// migratePostgres migrates under a lock of the database, so that several processes may start at once.
func migratePostgres(ctx context.Context, config *pgx.ConnConfig) (err error) {
	db := stdlib.OpenDB(*config) // without timeouts, since migrations may take long
	defer func() { err = errors.Join(err, db.Close()) }()
	if err := isPrimary(ctx, db); err != nil {
		return err
	}
	locker, err := lock.NewPostgresSessionLocker()
	if err != nil {
		return err
	}
	provider, err := newProvider(goose.DialectPostgres, db, "migrations/postgres", goose.WithSessionLocker(locker))
	if err != nil {
		return err
	}
	_, pending, err := checkVersion(ctx, provider)
	if err != nil {
		return err
	}
	if pending {
		if _, err := provider.Up(ctx); err != nil {
			return fmt.Errorf("cannot migrate the database: %w", err)
		}
	}
	return checkPostgresGuards(ctx, db)
}

func newProvider(dialect goose.Dialect, db *sql.DB, directory string, options ...goose.ProviderOption) (*goose.Provider, error) {
	files, err := fs.Sub(migrations, directory)
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(dialect, db, files, append(options, goose.WithGoMigrations(newMailMigration()))...)
}

// checkVersion returns the version of the database and reports whether migrations are pending. It returns an error if
// a newer program has migrated the database.
func checkVersion(ctx context.Context, provider *goose.Provider) (version int64, pending bool, err error) {
	version, newest, err := provider.GetVersions(ctx)
	if err != nil {
		return 0, false, err
	}
	if version > newest {
		return 0, false, fmt.Errorf("the database has version %d, and this program supports versions up to %d; run the newer program", version, newest)
	}
	return version, version < newest, nil
}

// replaceTriggers drops all triggers and runs the statements in one transaction.
func replaceTriggers(ctx context.Context, db *sql.DB, statements ...string) error {
	rows, err := db.QueryContext(ctx, `SELECT name FROM sqlite_master WHERE type = 'trigger'`)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	var drops []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return err
		}
		drops = append(drops, fmt.Sprintf("DROP TRIGGER %q", name))
	}
	if err := rows.Err(); err != nil {
		return err
	}
	if err := rows.Close(); err != nil {
		return err
	}
	return execAll(ctx, db, append(drops, statements...))
}

// execAll runs the statements in one transaction.
func execAll(ctx context.Context, db *sql.DB, statements []string) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	for _, statement := range statements {
		if _, err := tx.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	return tx.Commit()
}

func checkReferences(ctx context.Context, db *sql.DB) error {
	var dangling int
	if err := db.QueryRowContext(ctx, `SELECT count(*) FROM pragma_foreign_key_check`).Scan(&dangling); err != nil {
		return err
	}
	if dangling > 0 {
		return fmt.Errorf("the migration left %d dangling references; restore the copy made before it", dangling)
	}
	return nil
}
