package store

import (
	"context"
	"database/sql"
	"errors"

	"github.com/mattn/go-sqlite3"
)

var errNoTurn = errors.New("other programs keep writing to the database; try again")

// replaceContent atomically replaces the content of a database with that of another, also for open connections. It
// blocks writers from before prepare runs. If prepare fails, nothing is replaced.
func replaceContent(ctx context.Context, present, prepared *sql.DB, prepare func() error) error {
	to, err := present.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = to.Close() }()
	from, err := prepared.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = from.Close() }()
	return to.Raw(func(destination any) error {
		return from.Raw(func(source any) error {
			return replacePages(destination.(*sqlite3.SQLiteConn), source.(*sqlite3.SQLiteConn), prepare)
		})
	})
}

func replacePages(destination, source *sqlite3.SQLiteConn, prepare func() error) error {
	pages, err := destination.Backup("main", source, "main")
	if err != nil {
		return err
	}
	// A step of zero pages only begins the write transaction. Then the number of pages is known, unless others held
	// the lock for too long.
	_, err = pages.Step(0)
	if err == nil && pages.PageCount() == 0 {
		err = errNoTurn
	}
	if err == nil {
		err = prepare()
	}
	if err != nil {
		_ = pages.Finish() // rolls back
		return err
	}
	if _, err := pages.Step(-1); err != nil {
		_ = pages.Finish()
		return err
	}
	return pages.Finish()
}
