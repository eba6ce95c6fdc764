package store

import (
	"context"
	"database/sql"
	"errors"

	"github.com/mattn/go-sqlite3"
)

var errNoTurn = errors.New("other programs keep writing to the database; try again")

// replaceContent puts the content of one database into another, in one step for
// all who have that open. Nobody writes to it from before prepare begins; when
// prepare fails, nothing is replaced.
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
	// A step of no pages does nothing but begin the transaction that writes; then
	// the number of pages is known, and not when others had the turn for too long.
	_, err = pages.Step(0)
	if err == nil && pages.PageCount() == 0 {
		err = errNoTurn
	}
	if err == nil {
		err = prepare()
	}
	if err != nil {
		_ = pages.Finish() // takes the transaction back
		return err
	}
	if _, err := pages.Step(-1); err != nil {
		_ = pages.Finish()
		return err
	}
	return pages.Finish()
}
