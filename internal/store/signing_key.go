package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

// ReadSigningKey returns the key of a purpose from a database that servers may be using, which it leaves as it is; "" if there is none yet.
func ReadSigningKey(ctx context.Context, databaseURL, purpose string) (key string, err error) {
	const query = "SELECT secret FROM signing_keys WHERE id = $1"
	db, describe, err := openToLook(databaseURL)
	if err != nil {
		return "", err
	}
	defer func() { _ = db.Close() }()
	switch err := db.QueryRowContext(ctx, query, purpose).Scan(&key); {
	case errors.Is(err, sql.ErrNoRows):
		return "", nil
	case err != nil:
		return "", describe(err)
	}
	return key, nil
}

// openToLook opens one connection, and returns it with the words for its errors.
func openToLook(databaseURL string) (*sql.DB, func(error) error, error) {
	if strings.HasPrefix(databaseURL, "sqlite:") {
		path, err := fileOf(databaseURL)
		if err != nil {
			return nil, nil, err
		}
		if _, err := os.Stat(path); err != nil {
			return nil, nil, fmt.Errorf("database %s not found", path)
		}
		return openFile(path, "mode=rw", "_query_only=1"), func(err error) error { return describeSQLite(path, err) }, nil
	}
	config, err := pgx.ParseConfig(databaseURL)
	if err != nil {
		return nil, nil, errMalformedURL
	}
	return stdlib.OpenDB(*config), func(err error) error { return describePostgres(config, err) }, nil
}
