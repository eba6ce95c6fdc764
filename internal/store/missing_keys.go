package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"entgo.io/ent/dialect"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"

	"visavis/ent"
	"visavis/internal/lookup"
)

// Keys of names cannot be made in SQL. So rows that a migration leaves without any get theirs at the start that migrates, in
// batches: the next start resumes an interrupted one.

func writeMissingKeysSQLite(ctx context.Context, path string, logger *slog.Logger) (err error) {
	db := connectSQLite(path, 1, "_foreign_keys=1", "_txlock=immediate")
	defer func() { err = errors.Join(err, db.Close()) }()
	if err = writeMissingKeys(ctx, dialect.SQLite, db, "", logger, time.Now); isDamage(err) {
		return nil // the check of the file says so, and whether it may be served
	}
	return err
}

// Processes that start at once wait for each other's batches.
func writeMissingKeysPostgres(ctx context.Context, config *pgx.ConnConfig, logger *slog.Logger) (err error) {
	db := stdlib.OpenDB(*config)
	defer func() { err = errors.Join(err, db.Close()) }()
	return writeMissingKeys(ctx, dialect.Postgres, db, "FOR UPDATE", logger, time.Now)
}

// keysLogged is how often a long start logs how far it is.
const keysLogged = 5 * time.Second

func writeMissingKeys(ctx context.Context, dialectName string, db *sql.DB, lock string, logger *slog.Logger, now func() time.Time) error {
	for total, logged := 0, now(); ; {
		var written int
		err := retry(ctx, func() (err error) {
			written, err = writeBatchOfKeys(ctx, dialectName, db, lock)
			return err
		})
		if err != nil {
			return fmt.Errorf("cannot write the keys of names: %w", err)
		}
		if written == 0 {
			return nil
		}
		total += written
		if at := now(); logger != nil && at.Sub(logged) > keysLogged {
			logged = at
			logger.Info("names are prepared for sorting and search; the server starts afterwards", slog.Int("rows", total))
		}
	}
}

func writeBatchOfKeys(ctx context.Context, dialectName string, db *sql.DB, lock string) (written int, err error) {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return 0, err
	}
	defer func() { _ = tx.Rollback() }() // no-op after a commit
	if written, err = lookup.WriteMissing(ctx, ent.NewClient(ent.Driver(nestedIn(dialectName, tx))), lock); err != nil {
		return 0, err
	}
	return written, tx.Commit()
}
