package store

import (
	"context"
	"database/sql"
	"errors"

	"github.com/mattn/go-sqlite3"
)

// A sharedTransaction is that of a group of writers.
type sharedTransaction struct {
	*sql.Tx
	connection *sql.Conn
}

func beginShared(ctx context.Context, db *sql.DB) (*sharedTransaction, error) {
	connection, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	tx, err := connection.BeginTx(ctx, nil)
	if err != nil {
		return nil, errors.Join(err, connection.Close())
	}
	return &sharedTransaction{tx, connection}, nil
}

// isOver reports whether SQLite has rolled back the transaction by itself, as it does after errors such as a full disk: each
// later statement would be committed alone.
func (tx *sharedTransaction) isOver() bool {
	over := true
	_ = tx.connection.Raw(func(connection any) error { // over if the connection is lost
		over = connection.(*sqlite3.SQLiteConn).AutoCommit()
		return nil
	})
	return over
}

// end rolls back what was not committed, and returns the connection.
func (tx *sharedTransaction) end() {
	_ = tx.Rollback() // no-op after a commit
	_ = tx.connection.Close()
}
