package store_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"os"
	"strings"
	"testing"

	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

const pageSize = 4096

// filler makes a row as large as most of a page.
var filler = strings.Repeat("x", 3000)

// filledSQLite returns the URL of a closed database with at least one page for each row.
func filledSQLite(t *testing.T, rows int) (databaseURL, path string) {
	t.Helper()
	databaseURL = storetest.AbsentSQLiteURL(t)
	s, err := store.Open(t.Context(), store.Options{URL: databaseURL})
	check(t, err)
	check(t, s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
		// Without the keys that the program makes for each row, which take far longer.
		_, err := tx.ExecContext(ctx, `INSERT INTO service_categories (id, name, order_key, words)
			WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)
			SELECT 'cat_' || n, printf('%04d %s', n, ?), CAST(n AS BLOB), '' FROM numbers`, rows, filler)
		return err
	}))
	check(t, s.Close())
	return databaseURL, strings.TrimPrefix(databaseURL, "sqlite:")
}

// damage overwrites every second page that holds rows.
func damage(t *testing.T, path string) {
	t.Helper()
	content, err := os.ReadFile(path)
	check(t, err)
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	check(t, err)
	for at := 0; at < len(content); at += 2 * pageSize {
		if bytes.Contains(content[at:at+pageSize], []byte(filler)) {
			_, err = file.WriteAt(bytes.Repeat([]byte{0xff}, pageSize), int64(at))
			check(t, err)
		}
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
