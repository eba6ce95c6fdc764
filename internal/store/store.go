// Package store opens the database, brings it up to date and runs
// transactions. It alone, with ent, knows whether the database is SQLite or
// PostgreSQL.
package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"time"

	entsql "entgo.io/ent/dialect/sql"

	"visavis/ent"
	"visavis/internal/telemetry"
)

// Store is an open database.
type Store struct {
	engine     engine
	writer     *sql.DB
	reader     *sql.DB
	client     *ent.Client
	release    func() error
	options    Options
	group      group         // of writers, where there is one connection for all of them
	retryTurn  chan struct{} // holds whoever repeats a write
	writeCheck writeCheck
}

// engine is what differs between the databases.
type engine interface {
	dialect() string
	// viewOptions are those of a transaction that reads one consistent state.
	viewOptions() *sql.TxOptions
	// untilLongest bounds how long a write takes with all of its repetitions.
	withWriteTimeout(ctx context.Context) (context.Context, context.CancelFunc)
	// write runs do in a transaction that is kept unless do fails.
	write(ctx context.Context, s *Store, do func(*ent.Client) error) error
	// check finds what reading on an open connection does not show.
	check(ctx context.Context) error
	// tryWriting finds out whether the database can be written.
	tryWriting(ctx context.Context, db *sql.DB) error
	// listen has heard called with branches of which other processes may have written.
	listen(ctx context.Context, heard func(branchID string))
}

// Observer is told of every statement, never of its arguments.
type Observer func(ctx context.Context)

// Options say which database to open.
type Options struct {
	// URL is sqlite:<path> or postgres://….
	URL string
	// Observe may be nil.
	Observe Observer
	// Read is told the text of every statement, in which placeholders stand for the arguments; it may be nil.
	Read func(statement string)
	// Commit is told of every transaction that was kept, and how long it took with its repetitions; it may be nil.
	Commit func(took time.Duration)
	// Traces have every transaction; they may be nil.
	Traces *telemetry.Traces
}

// Open opens the database, applies the migrations that it lacks and checks that
// it is sound. Its errors are for people who run the server; they hold no
// password.
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

// newStore puts the parts together.
func newStore(e engine, writer, reader *sql.DB, release func() error, options Options) *Store {
	s := &Store{engine: e, writer: writer, reader: reader, release: release, options: options, retryTurn: make(chan struct{}, 1)}
	s.group.store = s
	s.client = ent.NewClient(ent.Driver(s.observed(retrying{entsql.OpenDB(e.dialect(), reader)})))
	return s
}

// Client reads outside of any transaction. It must not be used to write.
func (s *Store) Client() *ent.Client { return s.client }

// Close closes the database.
func (s *Store) Close() error {
	err := s.reader.Close()
	if s.writer != s.reader {
		err = errors.Join(s.writer.Close(), err)
	}
	return errors.Join(err, s.release())
}
