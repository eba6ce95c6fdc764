// Package store opens and migrates the database and runs transactions. Only store and ent know whether it is SQLite or
// PostgreSQL.
package store

import (
	"context"
	"database/sql"
	"errors"
	"log/slog"
	"strings"
	"time"

	entsql "entgo.io/ent/dialect/sql"

	"visavis/ent"
	"visavis/internal/telemetry"
)

// Store is an open database. It is safe for concurrent use.
type Store struct {
	engine     engine
	writer     *sql.DB
	reader     *sql.DB
	client     *ent.Client
	release    func() error
	options    Options
	groups     groups          // of writers that share transactions
	journal    *journalLimiter // nil on PostgreSQL
	retryTurn  chan struct{}   // held by the write that is being retried
	writeCheck writeCheck
	damage     damage

	contentCheck *contentCheck // nil: ended before the store was opened
}

// engine abstracts the differences between the databases.
type engine interface {
	dialect() string
	// viewOptions returns the options of a transaction that reads one consistent state.
	viewOptions() *sql.TxOptions
	// withViewTimeout limits the duration of a View.
	withViewTimeout(ctx context.Context) (context.Context, context.CancelFunc)
	// withWriteTimeout limits the duration of a write with all of its retries.
	withWriteTimeout(ctx context.Context) (context.Context, context.CancelFunc)
	// shares reports whether a writer shares transactions with others.
	shares(w *writer) bool
	// check detects faults that reading on an open connection does not show.
	check(ctx context.Context) error
	// tryWriting reports an error if the database cannot be written.
	tryWriting(ctx context.Context, db *sql.DB) error
	// listen calls heard with the IDs of branches to which other processes may have written.
	listen(ctx context.Context, channel string, heard func(payload string))
}

// Observer is called before every statement, without its arguments.
type Observer func(ctx context.Context)

// Options select and observe a database.
type Options struct {
	// URL is sqlite:<path> or postgres://….
	URL string
	// Observe may be nil.
	Observe Observer
	// Read is called with the text of every statement, which has placeholders for the arguments. It may be nil.
	Read func(statement string)
	// Commit is called after every commit with the duration including retries. It may be nil.
	Commit func(took time.Duration)
	// Traces record every transaction. They may be nil.
	Traces *telemetry.Traces
	// CheckedAtStart is the size in bytes up to which an SQLite file is checked before Open returns; a larger one is
	// checked in the background. Zero means 64 MiB.
	CheckedAtStart int64
	// Logger receives an error once if the database is damaged. It may be nil.
	Logger *slog.Logger
}

// Open opens the database, applies pending migrations and checks its integrity. Errors are written for operators and
// contain no password.
func Open(ctx context.Context, options Options) (*Store, error) {
	switch scheme, rest, _ := strings.Cut(options.URL, ":"); scheme {
	case "sqlite":
		return openSQLite(ctx, strings.TrimPrefix(rest, "//"), options)
	case "postgres", "postgresql":
		return openPostgres(ctx, options)
	default:
		return nil, errors.New("VISAVIS_DATABASE_URL must begin with sqlite: or postgres:")
	}
}

// newStore returns a Store of the engine and its connections.
func newStore(e engine, writer, reader *sql.DB, release func() error, options Options) *Store {
	s := &Store{engine: e, writer: writer, reader: reader, release: release, options: options, retryTurn: make(chan struct{}, 1)}
	s.damage.logger = options.Logger
	s.client = ent.NewClient(ent.Driver(s.observed(retrying{entsql.OpenDB(e.dialect(), reader)})))
	s.client.Intercept(ent.InterceptFunc(s.damage.notedBy))
	return s
}

// Client returns a client that reads outside of transactions. It must not write.
func (s *Store) Client() *ent.Client { return s.client }

// Close closes the database.
func (s *Store) Close() error {
	s.contentCheck.end()
	err := closePool(s.reader)
	if s.writer != s.reader {
		err = errors.Join(closePool(s.writer), err)
	}
	return errors.Join(err, s.release())
}
