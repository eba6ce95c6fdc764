package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"entgo.io/ent/dialect"
	"github.com/gofrs/flock"
	"github.com/mattn/go-sqlite3"
)

// busyTime is how long a connection waits for another process, in milliseconds.
const busyTime = "10000"

// readers is the number of read connections beside the single write connection.
const readers = 4

type sqliteEngine struct {
	path string
	file sqliteFile // what was opened
}

func (sqliteEngine) dialect() string { return dialect.SQLite }

// A deferred transaction on the readers' pool sees one state of the file.
func (sqliteEngine) viewOptions() *sql.TxOptions { return &sql.TxOptions{ReadOnly: true} }

func (sqliteEngine) withViewTimeout(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(ctx, viewTimeout)
}

// withWriteTimeout returns ctx: waiting for the file's lock has a timeout of its own, see connectSQLite.
func (sqliteEngine) withWriteTimeout(ctx context.Context) (context.Context, context.CancelFunc) {
	return ctx, func() {}
}

// All writers share transactions: the file allows one at a time.
func (sqliteEngine) shares(*writer) bool { return true }

func openSQLite(ctx context.Context, path string, options Options) (_ *Store, err error) {
	if path == "" {
		return nil, errors.New("VISAVIS_DATABASE_URL names no file; write sqlite:data/visavis.db")
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, fmt.Errorf("cannot create the database directory: %w", err)
	}
	lock := flock.New(path + ".lock")
	held, err := lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("cannot write to the database %s: %w", path, err)
	}
	if !held {
		return nil, fmt.Errorf("the database %s is in use by another process", path)
	}
	var opened []*sql.DB
	defer func() {
		if err != nil {
			for _, db := range opened {
				err = errors.Join(err, db.Close())
			}
			err = errors.Join(describeSQLite(path, err), lock.Unlock())
		}
	}()
	if err := keepPrivate(path); err != nil {
		return nil, err
	}
	if err := migrateSQLite(ctx, path); err != nil {
		return nil, err
	}
	if err := writeMissingKeysSQLite(ctx, path, options.Logger); err != nil {
		return nil, err
	}
	writer := connectSQLite(path, 1, "_foreign_keys=1", "_txlock=immediate")
	opened = append(opened, writer)
	reader := connectSQLite(path, readers, "_foreign_keys=1", "_txlock=deferred", "_query_only=1")
	opened = append(opened, reader)
	for _, db := range opened {
		if err := checkPragmas(ctx, db); err != nil {
			return nil, err
		}
	}
	file, err := identify(path)
	if err != nil {
		return nil, err
	}
	s := newStore(sqliteEngine{path, file}, writer, reader, lock.Unlock, options)
	s.groups = newGroups(1, s, file.verify, groupTime)
	s.journal = &journalLimiter{path: path + journalSuffix, limit: journalLimit, pause: emptyingPause}
	if err := s.checkContent(ctx, path); err != nil {
		return nil, err
	}
	return s, nil
}

// connectSQLite opens a pool of connections that never expire.
func connectSQLite(path string, connections int, settings ...string) *sql.DB {
	// FULL, since NORMAL lost acknowledged bookings in a simulated power loss.
	always := []string{"_journal_mode=WAL", "_synchronous=FULL", "_busy_timeout=" + busyTime, "_secure_delete=on", "_cache_size=-16384", "_stmt_cache_size=64"}
	db := openConnections(sqliteSource(path, append(always, settings...)...))
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	return db
}

// sqliteSource formats the path and the settings for the driver.
func sqliteSource(path string, settings ...string) string {
	source := url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath(), RawQuery: strings.Join(settings, "&")}
	return source.String()
}

// checkPragmas verifies the settings of the connection string, because misspelled ones are ignored silently.
func checkPragmas(ctx context.Context, db *sql.DB) error {
	for pragma, want := range map[string]string{"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "busy_timeout": busyTime, "secure_delete": "1", "temp_store": "2"} {
		var got string
		if err := db.QueryRowContext(ctx, "PRAGMA "+pragma).Scan(&got); err != nil {
			return err
		}
		if got != want {
			return fmt.Errorf("the database has %s = %s instead of %s", pragma, got, want)
		}
	}
	return nil
}

// describeSQLite describes common file errors in words.
func describeSQLite(path string, err error) error {
	if errors.Is(err, ErrDamaged) {
		return fmt.Errorf("the file %s is damaged or not an SQLite database; restore a backup", path)
	}
	var fault sqlite3.Error
	if !errors.As(err, &fault) {
		return err
	}
	switch fault.Code {
	case sqlite3.ErrReadonly, sqlite3.ErrPerm, sqlite3.ErrCantOpen:
		return fmt.Errorf("cannot write to the database %s; check the permissions of the file and its directory: %w", path, err)
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return fmt.Errorf("the database %s is locked by another program: %w", path, err)
	case sqlite3.ErrNotADB, sqlite3.ErrCorrupt:
		return fmt.Errorf("the file %s is damaged or not an SQLite database: %w", path, err)
	case sqlite3.ErrFull:
		return fmt.Errorf("the disk of the database %s is full; free some space: %w", path, err)
	default:
		return err
	}
}
