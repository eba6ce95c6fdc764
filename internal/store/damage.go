package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"sync"

	"github.com/mattn/go-sqlite3"

	"visavis/ent"
)

// damage knows whether the database file is damaged. It stays so until the file is restored and the server restarted.
type damage struct {
	logger *slog.Logger // may be nil

	mu    sync.Mutex
	found bool
}

// note records the damage that an error reports. It logs the first one.
func (d *damage) note(err error) {
	if !isDamage(err) {
		return
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if !d.found && d.logger != nil {
		d.logger.Error("the database is damaged; restore a backup, see docs/backup.md", slog.Any("error", ErrDamaged))
	}
	d.found = true
}

// err returns ErrDamaged once damage was noted.
func (d *damage) err() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.found {
		return ErrDamaged
	}
	return nil
}

// notedBy notes the damage that queries of next report, also while their rows are read.
func (d *damage) notedBy(next ent.Querier) ent.Querier {
	return ent.QuerierFunc(func(ctx context.Context, query ent.Query) (ent.Value, error) {
		value, err := next.Query(ctx, query)
		d.note(err)
		return value, err
	})
}

func isDamage(err error) bool {
	var fault sqlite3.Error
	return errors.Is(err, ErrDamaged) || errors.As(err, &fault) && (fault.Code == sqlite3.ErrCorrupt || fault.Code == sqlite3.ErrNotADB)
}

// checkedAtStart is the default of [Options.CheckedAtStart]: it takes less than a second.
const checkedAtStart = 64 << 20

// A contentCheck runs in the background.
type contentCheck struct {
	cancel context.CancelFunc
	ended  chan struct{}
}

func (c *contentCheck) end() {
	if c != nil {
		c.cancel()
		<-c.ended
	}
}

// checkContent checks the structure of the database file, of a large one in the background.
func (s *Store) checkContent(ctx context.Context, path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if info.Size() <= cmp.Or(s.options.CheckedAtStart, checkedAtStart) {
		return quickCheck(ctx, s.reader)
	}
	ctx, cancel := context.WithCancel(context.WithoutCancel(ctx))
	s.contentCheck = &contentCheck{cancel, make(chan struct{})}
	go func() {
		defer close(s.contentCheck.ended)
		s.damage.note(quickCheck(ctx, s.reader))
	}()
	return nil
}

// quickCheck returns ErrDamaged if pages of the file are not what they should be.
func quickCheck(ctx context.Context, db *sql.DB) error {
	var verdict string
	err := db.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&verdict)
	if isDamage(err) || err == nil && verdict != "ok" {
		return ErrDamaged
	}
	if err != nil {
		return fmt.Errorf("cannot check the database: %w", err)
	}
	return nil
}
