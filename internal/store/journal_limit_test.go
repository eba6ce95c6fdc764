package store_test

import (
	"context"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"visavis/ent"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

// TestReadersDoNotKeepTheJournalGrowing has always some that read, of which each begins before another ends.
func TestReadersDoNotKeepTheJournalGrowing(t *testing.T) {
	const limit = 128 << 10
	url := storetest.SQLiteURL(t)
	s := storetest.Open(t, store.Options{URL: url})
	store.LimitJournal(s, limit)
	var readers sync.WaitGroup
	stop := make(chan struct{})
	for range 2 {
		readers.Go(func() { readUntil(t, s, stop) })
	}
	longest := int64(0)
	for i := range 100 {
		err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			return tx.ServiceCategory.Create().SetName(fmt.Sprint(i, strings.Repeat(" long", 20))).Exec(ctx)
		})
		if err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(strings.TrimPrefix(url, "sqlite:") + "-wal")
		if err != nil {
			t.Fatal(err)
		}
		longest = max(longest, info.Size())
	}
	close(stop)
	readers.Wait()
	if longest > 2*limit {
		t.Errorf("the journal has grown to %d bytes", longest)
	}
}

// readUntil reads one state after the other.
func readUntil(t *testing.T, s *store.Store, stop chan struct{}) {
	for {
		select {
		case <-stop:
			return
		default:
		}
		err := s.View(t.Context(), func(client *ent.Client) error {
			for range 5 {
				if _, err := client.ServiceCategory.Query().Count(t.Context()); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
}
