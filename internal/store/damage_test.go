package store_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"strings"
	"testing"

	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

const pageSize = 4096

// filledSQLite returns the URL of a closed database with at least one page for each row.
func filledSQLite(t *testing.T, rows int) (databaseURL, path string) {
	t.Helper()
	databaseURL = storetest.AbsentSQLiteURL(t)
	s, err := store.Open(t.Context(), store.Options{URL: databaseURL})
	check(t, err)
	check(t, s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
		for i := range rows {
			if err := category(fmt.Sprintf("%04d %s", i, strings.Repeat("x", 3000)))(ctx, tx); err != nil {
				return err
			}
		}
		return nil
	}))
	check(t, s.Close())
	return databaseURL, strings.TrimPrefix(databaseURL, "sqlite:")
}

// damage overwrites some pages with rows, which no connection has in its cache anymore.
func damage(t *testing.T, path string) {
	t.Helper()
	info, err := os.Stat(path)
	check(t, err)
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	check(t, err)
	for page := info.Size() / pageSize / 4; page < info.Size()/pageSize/2; page++ {
		_, err = file.WriteAt(bytes.Repeat([]byte{0xff}, pageSize), page*pageSize)
		check(t, err)
	}
	check(t, file.Close())
}

func TestADamagedFileIsRefusedAtTheStart(t *testing.T) {
	databaseURL, path := filledSQLite(t, 400)
	damage(t, path)
	expectReason(t, refused(t, databaseURL), "is damaged or not an SQLite database")
}

func TestDamageThatIsMetLaterIsAnOutageAndLoggedOnce(t *testing.T) {
	databaseURL, path := filledSQLite(t, 6000) // more than the cache of a connection
	var log bytes.Buffer
	s := storetest.Open(t, store.Options{URL: databaseURL, Logger: slog.New(slog.NewJSONHandler(&log, nil))})
	check(t, s.Ping(t.Context()))
	damage(t, path)
	for range 3 {
		if _, err := s.Client().ServiceCategory.Query().All(t.Context()); store.Outage(err) != store.ErrDamaged {
			t.Errorf("reading returns %v", err)
		}
	}
	if err := s.Ping(t.Context()); !errors.Is(err, store.ErrDamaged) {
		t.Errorf("a ping returns %v", err)
	}
	if got := strings.Count(log.String(), `"level":"ERROR"`); got != 1 {
		t.Errorf("%d errors in the log:\n%s", got, log.String())
	}
}

func TestALargeFileIsCheckedWhileItServes(t *testing.T) {
	databaseURL, path := filledSQLite(t, 400)
	damage(t, path)
	s := storetest.Open(t, store.Options{URL: databaseURL, CheckedAtStart: 1})
	<-store.Checked(s)
	if err := s.Ping(t.Context()); !errors.Is(err, store.ErrDamaged) {
		t.Errorf("a ping returns %v", err)
	}
}
