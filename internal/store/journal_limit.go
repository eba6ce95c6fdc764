package store

import (
	"context"
	"database/sql"
	"os"
	"time"
)

const (
	// journalLimit is the size in bytes beyond which the journal of an SQLite file is emptied even if readers must be waited for.
	// SQLite empties it by itself when no reader needs it, but under a steady load one always does.
	journalLimit = 128 << 20
	// emptyingPause is the least time between two attempts, each of which may keep writers waiting for emptyingTime: a backup by
	// another process may read for minutes.
	emptyingPause = 10 * time.Second
	emptyingTime  = "250" // milliseconds
)

// viewTimeout cuts readers of an SQLite file: the journal keeps all that is written since the first of them began.
const viewTimeout = readTimeout

// A journalLimiter keeps the journal of an SQLite file short.
type journalLimiter struct {
	path  string
	limit int64         // in bytes
	pause time.Duration // between two attempts
	tried time.Time
}

// empty empties the journal if it is too long. Nobody may be writing.
func (l *journalLimiter) empty(ctx context.Context, writer *sql.DB) {
	info, err := os.Stat(l.path)
	if err != nil || info.Size() <= l.limit || time.Since(l.tried) < l.pause {
		return
	}
	l.tried = time.Now()
	// Whether it succeeds is seen after the next commit.
	for _, statement := range []string{"PRAGMA busy_timeout = " + emptyingTime, truncateJournal, "PRAGMA busy_timeout = " + busyTime} {
		_, _ = writer.ExecContext(ctx, statement)
	}
}
