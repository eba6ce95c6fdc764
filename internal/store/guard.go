package store

import (
	"context"
	"database/sql"
	_ "embed"
	"fmt"
)

// The database enforces two rules that unique indexes cannot: by exclusion constraints on PostgreSQL, created in a
// migration, and by triggers on SQLite. Fault recognizes them by these names.
const (
	overlapGuard = "appointment_overlap"
	roomGuard    = "video_link_room"
)

//go:embed guards_sqlite.sql
var sqliteGuards string

// checkPostgresGuards returns an error if the database has lost its guards, for instance in an incomplete restore.
func checkPostgresGuards(ctx context.Context, db *sql.DB) error {
	const count = `SELECT count(*) FROM pg_constraint WHERE contype = 'x'
		AND conrelid IN ('appointments'::regclass, 'video_links'::regclass) AND conname IN ($1, $2)`
	var found int
	if err := db.QueryRowContext(ctx, count, overlapGuard, roomGuard).Scan(&found); err != nil {
		return err
	}
	if found != 2 {
		return fmt.Errorf("the database has %d of 2 guards against double bookings and shared rooms; restore it from a complete backup", found)
	}
	return nil
}
