package store

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// changesChannel is where a trigger tells of each change that is committed: see the migration of the changes' hints.
const changesChannel = "visavis_changes"

const (
	// firstPause and longestPause are how long a lost listener waits before it connects anew, doubling.
	firstPause, longestPause = 50 * time.Millisecond, 2 * time.Second
	// silence is how long a listener that hears nothing trusts its connection, and answer how long that may take to answer.
	silence, answer = 15 * time.Second, 3 * time.Second
)

// Listen has heard called with the branch of every change that any process commits, and with an empty one whenever
// some may have been missed, until ctx is done. It is a hint: the changes themselves are the truth. An SQLite file has
// one process, which knows of its own.
func (s *Store) Listen(ctx context.Context, heard func(branchID string)) { s.engine.listen(ctx, heard) }

func (sqliteEngine) listen(context.Context, func(string)) {}

func (e postgresEngine) listen(ctx context.Context, heard func(branchID string)) {
	pause := firstPause
	for ctx.Err() == nil {
		if e.listenOnce(ctx, heard) {
			pause = firstPause
		}
		select {
		case <-ctx.Done():
		case <-time.After(pause):
			pause = min(2*pause, longestPause)
		}
	}
}

// listenOnce listens until the connection is lost, and tells whether there was one.
func (e postgresEngine) listenOnce(ctx context.Context, heard func(branchID string)) (connected bool) {
	config := e.config.Copy()
	config.ConnectTimeout = answer
	connection, err := pgx.ConnectConfig(ctx, config)
	if err != nil {
		return false
	}
	defer func() { _ = connection.Close(context.WithoutCancel(ctx)) }()
	if _, err := connection.Exec(ctx, "LISTEN "+changesChannel); err != nil {
		return false
	}
	heard("") // what was committed before is missed otherwise
	for {
		notification, err := e.wait(ctx, connection)
		if err != nil {
			return true
		}
		if notification != nil {
			heard(notification.Payload)
		}
	}
}

// wait returns the next notification; nil when there was none for a while, and the connection stands.
func (postgresEngine) wait(ctx context.Context, connection *pgx.Conn) (*pgconn.Notification, error) {
	waiting, cancel := context.WithTimeout(ctx, silence)
	defer cancel()
	notification, err := connection.WaitForNotification(waiting)
	if err == nil || ctx.Err() != nil || waiting.Err() == nil || connection.IsClosed() {
		return notification, err
	}
	asking, cancel := context.WithTimeout(ctx, answer)
	defer cancel()
	return nil, connection.Ping(asking)
}
