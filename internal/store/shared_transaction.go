package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"

	"entgo.io/ent/dialect"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/mattn/go-sqlite3"

	"visavis/ent"
)

// A sharedTransaction is that of a group of writers.
type sharedTransaction struct {
	*sql.Tx
	store      *Store
	connection *sql.Conn
	client     *ent.Client // sees the tails of all members
	direct     *ent.Client // does not
	locked     *locked
	tail       tail
	present    *Tx  // of the present member, nil if it is no order
	wrote      bool // whether the present member wrote, or tried to
	broken     bool // whether what the members before it inserted could not be written
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
	if s.engine.dialect() == dialect.Postgres {
		if _, err := tx.ExecContext(ctx, forOrders); err != nil {
			return nil, errors.Join(err, tx.Rollback(), connection.Close())
		}
	}
	t := &sharedTransaction{Tx: tx, store: s, connection: connection, locked: newLocked()}
	driver := nestedIn(s.engine.dialect(), tx)
	t.direct = s.clientOn(observedBy(driver, t.note))
	t.client = s.clientOn(observedBy(observedBy(driver, t.writeUnread), t.note))
	return t, nil
}

// lock locks what the first members concern, up to one that is no order, and returns how many they are.
func (t *sharedTransaction) lock(ctx context.Context, members []*member) (count int, err error) {
	var concerns []Concern
	for _, m := range members {
		if m.concern == nil {
			break
		}
		concerns = append(concerns, *m.concern)
	}
	return len(concerns), t.newTx().Lock(ctx, concerns...)
}

func (t *sharedTransaction) newTx() *Tx {
	return &Tx{Client: t.client, direct: t.direct, engine: t.store.engine, locked: t.locked, before: &t.tail}
}

// include runs a member's write. It reports whether the transaction has all that the members wrote who have not failed, and
// nothing else.
func (t *sharedTransaction) include(ctx context.Context, m *member, isLocked bool) (whole bool) {
	tx := t.newTx()
	t.present = tx
	if m.concern == nil { // it may read the tail, and change what is locked
		if err := t.tail.write(ctx, t.direct); err != nil {
			return false
		}
		t.locked, t.present = newLocked(), nil
		tx.locked, tx.before = newLocked(), nil
		t.locked.isUncertain, tx.isUncertain = true, true
	}
	t.wrote = false
	m.attempt(tx, isLocked)
	t.present = nil
	if t.broken || isLockTimeout(m.err) {
		return false
	}
	if m.failed() {
		return !t.wrote && !t.isOver()
	}
	t.tail.add(tx.own)
	return !t.isOver()
}

// note notes whether a statement writes. The error is nil.
func (t *sharedTransaction) note(_ context.Context, statement string) error {
	t.wrote = t.wrote || !strings.HasPrefix(statement, "SELECT")
	return nil
}

// writeUnread writes what the statement, of the present member, may read or refer to.
func (t *sharedTransaction) writeUnread(ctx context.Context, _ string) error {
	if !t.tail.unread.isEmpty() {
		wrote := t.wrote
		t.broken = true // also if it panics
		if err := t.tail.unread.write(ctx, t.direct); err != nil {
			return err
		}
		t.broken, t.wrote = false, wrote
	}
	if t.present == nil || t.present.own.unread.isEmpty() {
		return nil
	}
	t.wrote = true
	return t.present.own.unread.write(ctx, t.direct)
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

// isLost reports whether the connection to the database is lost after an error, which may be nil.
func (t *sharedTransaction) isLost(err error) bool {
	if isSilence(err) {
		return true
	}
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
