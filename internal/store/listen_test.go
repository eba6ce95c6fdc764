package store_test

import (
	"context"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"visavis/ent/branch"
	"visavis/ent/change"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

func TestEveryProcessIsNotifiedOfAChange(t *testing.T) {
	url := storetest.PostgresURL(t)
	here, there := storetest.Open(t, store.Options{URL: url}), storetest.Open(t, store.Options{URL: url})
	heard := listening(t, here)
	expectHint(t, heard, "") // it listens

	addBranch(t, there, "brn_mitte")
	addChange(t, there, "brn_mitte")
	expectHint(t, heard, "brn_mitte")

	// A listener that lost its connection is told that changes may be missing, and reconnects.
	cutListeners(t, url)
	expectHint(t, heard, "")
	addChange(t, there, "brn_mitte")
	expectHint(t, heard, "brn_mitte")
}

func TestAFileHasNoOtherProcesses(t *testing.T) {
	database := storetest.Open(t, store.Options{URL: storetest.SQLiteURL(t)})
	database.Listen(t.Context(), func(branchID string) { t.Errorf("heard of %q", branchID) })
}

// cutListeners terminates all listening connections, like a network failure.
func cutListeners(t *testing.T, url string) {
	t.Helper()
	connection, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = connection.Close(t.Context()) }()
	const cut = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'"
	var listeners int
	if err := connection.QueryRow(t.Context(), cut).Scan(&listeners); err != nil || listeners != 1 {
		t.Fatalf("%d listeners were cut: %v", listeners, err)
	}
}

func listening(t *testing.T, s *store.Store) <-chan string {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	heard, ended := make(chan string, 10), make(chan struct{})
	go func() {
		defer close(ended)
		s.Listen(ctx, func(branchID string) { heard <- branchID })
	}()
	t.Cleanup(func() {
		stop()
		<-ended
	})
	return heard
}

func expectHint(t *testing.T, heard <-chan string, want string) {
	t.Helper()
	select {
	case got := <-heard:
		if got != want {
			t.Errorf("heard of %q, want %q", got, want)
		}
	case <-time.After(10 * time.Second):
		t.Fatalf("nothing is heard of %q", want)
	}
}

func addBranch(t *testing.T, s *store.Store, branchID string) {
	t.Helper()
	err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
		return tx.Branch.Create().SetID(branchID).SetName(branchID).SetSlug("slug").SetTimeZone("Europe/Berlin").SetLocale(branch.LocaleDE).Exec(ctx)
	})
	if err != nil {
		t.Fatal(err)
	}
}

func addChange(t *testing.T, s *store.Store, branchID string) {
	t.Helper()
	err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
		if err := tx.RaiseChangeSequences(ctx, branchID); err != nil {
			return err
		}
		return tx.Change.Create().SetBranchID(branchID).SetSequence(tx.ChangeSequences()[branchID]).
			SetKind(change.KindWORK_PLAN).SetAppointmentID("").SetStaffIds([]string{}).SetAt(1).Exec(ctx)
	})
	if err != nil {
		t.Fatal(err)
	}
}
