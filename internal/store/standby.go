package store

import (
	"context"
	"database/sql"
	"errors"
)

var errStandby = errors.New("the server is a standby")

// isPrimary returns errStandby if the server is a standby, which can be read but not written.
func isPrimary(ctx context.Context, db *sql.DB) error {
	var standby bool
	err := db.QueryRowContext(ctx, "SELECT pg_is_in_recovery()").Scan(&standby)
	if err == nil && standby {
		return errStandby
	}
	return err
}
