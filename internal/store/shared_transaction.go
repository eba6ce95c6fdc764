package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"

	"github.com/jackc/pgx/v5/stdlib"
	"github.com/mattn/go-sqlite3"

	"visavis/ent"
)

// A sharedTransaction is that of a group of writers.
type sharedTransaction struct {
	*sql.Tx
	store      *Store
	connection *sql.Conn
	client     *ent.Client
	locked     *locked
	tail       tail
	wrote      bool // whether the present member wrote, or tried to
}

func (s *Store) beginShared(ctx context.Context) (*sharedTransaction, error) {
	connection, err := s.writer.Conn(ctx)
	if err != nil {
		return nil, err
	}
	tx, err := connection.BeginTx(ctx, nil)
	if err != nil {
		return nil, errors.Join(err, connection.Close())
	}
	t := &sharedTransaction{Tx: tx, store: s, connection: connection, locked: newLocked()}
	t.client = s.clientOn(observedBy(nestedIn(s.engine.dialect(), tx), func(_ context.Context, statement string) {
		t.wrote = t.wrote || !strings.HasPrefix(statement, "SELECT ")
	}))
	return t, nil
}

// lock locks what the first members concern, up to one that is no order, and returns how many they are.
func (t *sharedTransaction) lock(ctx context.Context, members []*member) (count int, err error) {
	var concerns []Concern
	for _, m := range members {
		if m.order == nil {
			break
		}
		concerns = append(concerns, m.order.Concern)
	}
	return len(concerns), t.newTx().Lock(ctx, concerns...)
}

func (t *sharedTransaction) newTx() *Tx {
	return &Tx{Client: t.client, engine: t.store.engine, locked: t.locked, before: &t.tail}
}

// include runs a member's write. It reports whether the transaction has all that the members wrote who have not failed, and
// nothing else.
func (t *sharedTransaction) include(ctx context.Context, m *member, isLocked bool) (whole bool) {
	tx := t.newTx()
	if m.order == nil { // it may read the tail, and change what is locked
		if err := t.tail.write(ctx, t.client); err != nil {
			return false
		}
		t.locked = newLocked()
		tx.locked, tx.before = newLocked(), nil
	}
	t.wrote = false
	m.attempt(tx, isLocked)
	if m.failed() {
		return !t.wrote && !t.isOver()
	}
	t.tail.add(tx.last)
	return !t.isOver()
}

// isOver reports whether the database has ended the transaction by itself. SQLite rolls back after errors such as a full disk:
// each later statement would be committed alone. PostgreSQL refuses all statements after one that failed.
func (t *sharedTransaction) isOver() bool {
	over := true
	_ = t.connection.Raw(func(connection any) error { // over if the connection is lost
		switch c := connection.(type) {
		case *sqlite3.SQLiteConn:
			over = c.AutoCommit()
		case *stdlib.Conn:
			over = c.Conn().PgConn().TxStatus() != 'T'
		}
		return nil
	})
	return over
}

// isLost reports whether the connection to the database is lost.
func (t *sharedTransaction) isLost() bool {
	lost := true
	_ = t.connection.Raw(func(connection any) error {
		c, is := connection.(*stdlib.Conn)
		lost = is && c.Conn().IsClosed()
		return nil
	})
	return lost
}

// end rolls back what was not committed, and returns the connection.
func (t *sharedTransaction) end() {
	_ = t.Rollback() // no-op after a commit
	_ = t.connection.Close()
}
