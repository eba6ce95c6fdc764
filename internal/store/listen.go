package store

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// changesChannel is the channel on which a trigger notifies of each committed change; see the migration of change
// hints.
const changesChannel = "visavis_changes"

const (
	// firstPause and longestPause limit the delay before reconnecting, which doubles.
	firstPause, longestPause = 50 * time.Millisecond, 2 * time.Second
	// silence is how long a quiet connection is trusted, and answer how long a ping may then take.
	silence, answer = 15 * time.Second, 3 * time.Second
)

// Listen calls heard with the ID of each changed branch, or "" if changes may be missing, until ctx is done. It is a
// hint; the rows are authoritative. An SQLite file has only one process, so it does nothing there.
func (s *Store) Listen(ctx context.Context, heard func(branchID string)) {
	s.engine.listen(ctx, changesChannel, heard)
}

func (sqliteEngine) listen(context.Context, string, func(string)) {}

func (e postgresEngine) listen(ctx context.Context, channel string, heard func(string)) {
	pause := firstPause
	for ctx.Err() == nil {
		if e.listenOnce(ctx, channel, heard) {
			pause = firstPause
		}
		select {
		case <-ctx.Done():
		case <-time.After(pause):
			pause = min(2*pause, longestPause)
		}
	}
}

// listenOnce listens until the connection is lost and reports whether it was established.
func (e postgresEngine) listenOnce(ctx context.Context, channel string, heard func(string)) (connected bool) {
	config := e.config.Copy()
	config.ConnectTimeout = answer
	connection, err := pgx.ConnectConfig(ctx, config)
	if err != nil {
		return false
	}
	defer func() { _ = connection.Close(context.WithoutCancel(ctx)) }()
	if _, err := connection.Exec(ctx, "LISTEN "+channel); err != nil {
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

// wait returns the next notification, nil if there was none for a while and the connection is alive.
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
