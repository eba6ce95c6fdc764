package store

import (
	"context"
	"database/sql"
	"errors"

	"visavis/internal/civil"
)

// sequenceLeap is added to every change sequence by a restore. It exceeds what a lost database may have been ahead of
// its backup.
const sequenceLeap = 1_000_000

// An amendment changes a database that is about to be restored, if the table exists in it (main) or in the current
// database (present).
type amendment struct {
	schema, table string
	statement     string
	arguments     []any
}

func amendments(now civil.Instant) []amendment {
	return []amendment{
		// Mails that were sent, or are being sent, are not sent again.
		{"present", "mails", `UPDATE main.mails SET (due_at, state, attempts, lease, failure, sent_at)
			= (known.due_at, known.state, known.attempts, known.lease, known.failure, known.sent_at)
			FROM present.mails AS known WHERE known.id = mails.id`, nil},
		// Ended sessions and used links must not become valid again.
		{"main", "sessions", `DELETE FROM main.sessions`, nil},
		{"main", "access_links", `DELETE FROM main.access_links`, nil},
		// Nor revoked tokens and removed tills.
		{"present", "api_tokens", `DELETE FROM main.api_tokens WHERE id NOT IN (SELECT id FROM present.api_tokens)`, nil},
		{"present", "devices", `DELETE FROM main.devices WHERE id NOT IN (SELECT id FROM present.devices)`, nil},
		// The position of every subscription is then before the new ones, so it receives event.Resync.
		{"present", "branches", `UPDATE main.branches SET change_sequence = max(branches.change_sequence, known.change_sequence)
			FROM present.branches AS known WHERE known.id = branches.id`, nil},
		{"main", "branches", `UPDATE main.branches SET change_sequence = change_sequence + ?`, []any{sequenceLeap}},
		{"main", "changes", `DELETE FROM main.changes`, nil},
		{"main", "changes", `INSERT INTO main.changes (sequence, kind, staff_ids, at, branch_id)
			SELECT change_sequence, 'RESYNC', '[]', ?, id FROM main.branches`, []any{int64(now)}},
	}
}

// amend updates a database that is about to be restored with newer facts from the current one. An empty present path
// means that there is none.
func amend(ctx context.Context, path, present string, now civil.Instant) (err error) {
	db := connectSQLite(path, 1, "_foreign_keys=1", "_txlock=deferred")
	defer func() { err = errors.Join(err, db.Close()) }()
	if present != "" {
		if _, err := db.ExecContext(ctx, "ATTACH DATABASE ? AS present", sqliteSource(present, "mode=ro")); err != nil {
			return err
		}
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	for _, a := range amendments(now) {
		if err := a.apply(ctx, tx); err != nil {
			return err
		}
	}
	return tx.Commit()
}

func (a amendment) apply(ctx context.Context, tx *sql.Tx) error {
	const exists = "SELECT EXISTS (SELECT 1 FROM pragma_table_list WHERE schema = ? AND name = ? AND type = 'table')"
	var found bool
	if err := tx.QueryRowContext(ctx, exists, a.schema, a.table).Scan(&found); err != nil || !found {
		return err
	}
	_, err := tx.ExecContext(ctx, a.statement, a.arguments...)
	return err
}
