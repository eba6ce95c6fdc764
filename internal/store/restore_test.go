package store_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"visavis/ent"
	"visavis/ent/mail"
	"visavis/internal/civil"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

func atNine() civil.Instant { return nine }

const keptAtNine = ".before-restore-20261124T090000Z"

func restore(t *testing.T, databaseURL, file string) store.Restored {
	t.Helper()
	restored, err := store.Restore(t.Context(), databaseURL, file, atNine)
	if err != nil {
		t.Fatal(err)
	}
	path := strings.TrimPrefix(databaseURL, "sqlite:")
	expectSound(t, path)
	if restored.Kept != "" && restored.Kept != path+keptAtNine {
		t.Errorf("kept in %s", restored.Kept)
	}
	return restored
}

// keys returns the IDs in a table.
func keys(t *testing.T, file, table string) string {
	t.Helper()
	return strings.Join(column(t, file, "SELECT id FROM "+table+" ORDER BY id"), " ")
}

func expectKeys(t *testing.T, file, table, want string) {
	t.Helper()
	if got := keys(t, file, table); got != want {
		t.Errorf("%s has the %s %s, want %s", filepath.Base(file), table, got, want)
	}
}

func addPerson(p people, id string) {
	p.t.Helper()
	p.write(func(ctx context.Context, tx *store.Tx) error { return tx.Person.Create().SetID(id).Exec(ctx) })
}

func TestARestoreUnderAnOpenDatabaseIsSeenAtOnceAndCanBeUndone(t *testing.T) {
	databaseURL := storetest.AbsentSQLiteURL(t)
	path := strings.TrimPrefix(databaseURL, "sqlite:")
	s := storetest.Open(t, store.Options{URL: databaseURL})
	p := newPeople(t, s)
	if _, err := p.book(booking{profile: "stf_anna", from: "10:00", to: "10:30"}); err != nil {
		t.Fatal(err)
	}
	file := backUp(t, databaseURL, "backup")
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	addPerson(p, "prs_later")
	if _, err := p.book(booking{profile: "stf_ben", from: "10:00", to: "10:30"}); err != nil {
		t.Fatal(err)
	}
	restored := restore(t, databaseURL, file)
	if restored.Branches != 2 || restored.Appointments != 1 {
		t.Errorf("restored %+v", restored)
	}
	if ids := s.Client().Person.Query().IDsX(t.Context()); fmt.Sprint(ids) != "[prs_anna prs_ben]" {
		t.Errorf("it sees %v", ids)
	}
	if _, err := p.book(booking{profile: "stf_videoanna", from: "10:00", to: "10:30"}); store.Fault(err) != store.ErrOverlap {
		t.Errorf("the guard: %v", err)
	}
	if _, err := p.book(booking{profile: "stf_ben", from: "10:00", to: "10:30"}); err != nil {
		t.Errorf("a new booking: %v", err)
	}
	if err := s.Ping(t.Context()); err != nil {
		t.Error(err)
	}
	if now, err := os.ReadFile(file); err != nil || !bytes.Equal(now, content) {
		t.Errorf("the backup has changed: %v", err)
	}
	expectAlone(t, filepath.Dir(path), "visavis.db", "backup", "visavis.db"+keptAtNine)

	expectSound(t, restored.Kept)
	if _, err := store.Restore(t.Context(), databaseURL, restored.Kept, func() civil.Instant { return nine + 1 }); err != nil {
		t.Fatal(err)
	}
	if ids := s.Client().Person.Query().IDsX(t.Context()); fmt.Sprint(ids) != "[prs_anna prs_ben prs_later]" {
		t.Errorf("undone, it sees %v", ids)
	}
	if count := s.Client().Appointment.Query().CountX(t.Context()); count != 2 {
		t.Errorf("undone, it has %d appointments", count)
	}
}

func TestWhateverIsAcknowledgedBeforeARestoreIsKept(t *testing.T) {
	databaseURL := storetest.AbsentSQLiteURL(t)
	s := storetest.Open(t, store.Options{URL: databaseURL})
	p := newPeople(t, s)
	file := backUp(t, databaseURL, "backup")
	const writers = 4
	var load, busy sync.WaitGroup
	var mu sync.Mutex
	var acknowledged []string
	done := make(chan struct{})
	busy.Add(writers)
	for writer := range writers {
		load.Go(func() {
			for n := 0; ; n++ {
				id := fmt.Sprintf("prs_%d_%d", writer, n)
				err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error { return tx.Person.Create().SetID(id).Exec(ctx) })
				if err != nil {
					t.Error(err)
				}
				mu.Lock()
				acknowledged = append(acknowledged, id)
				mu.Unlock()
				if n == 10 {
					busy.Done()
				}
				select {
				case <-done:
					return
				default:
				}
			}
		})
	}
	busy.Wait()
	restored := restore(t, databaseURL, file)
	close(done)
	load.Wait()
	found := map[string]bool{}
	for _, file := range []string{restored.Kept, strings.TrimPrefix(databaseURL, "sqlite:")} {
		for _, id := range column(t, file, "SELECT id FROM persons") {
			found[id] = true
		}
	}
	for _, id := range acknowledged {
		if !found[id] {
			t.Errorf("%s is neither in the database nor in what was kept", id)
		}
	}
	addPerson(p, "prs_last")
}

func TestARestoreIntoAnEmptyPlaceMakesTheDatabase(t *testing.T) {
	source := storetest.AbsentSQLiteURL(t)
	newPeople(t, storetest.Open(t, store.Options{URL: source}))
	file := backUp(t, source, "backup")
	path := filepath.Join(t.TempDir(), "data", "visavis.db")
	if restored := restore(t, "sqlite:"+path, file); restored.Kept != "" || restored.Branches != 2 {
		t.Errorf("restored %+v", restored)
	}
	expectAlone(t, filepath.Dir(path), "visavis.db")
	s := storetest.Open(t, store.Options{URL: "sqlite:" + path})
	if _, err := (people{t, s}).book(booking{profile: "stf_anna", from: "10:00", to: "10:30"}); err != nil {
		t.Error(err)
	}
}

func TestABackupOfAnOlderVersionIsMigrated(t *testing.T) {
	old := storetest.AbsentSQLiteURL(t)
	statements, err := os.ReadFile("testdata/20261123000000.sql")
	if err != nil {
		t.Fatal(err)
	}
	if err := store.MigrateTo(t.Context(), old, firstOnSQLite, string(statements)); err != nil {
		t.Fatal(err)
	}
	file := strings.TrimPrefix(old, "sqlite:")
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	databaseURL := storetest.AbsentSQLiteURL(t)
	s := storetest.Open(t, store.Options{URL: databaseURL})
	if restored := restore(t, databaseURL, file); restored.Version != firstOnSQLite {
		t.Errorf("restored %+v", restored)
	}
	if row := s.Client().Appointment.GetX(t.Context(), "apt_a"); row.StartsAt != 1795507200 || row.CustomerID != nil {
		t.Errorf("the appointment has become %v", row)
	}
	if now, err := os.ReadFile(file); err != nil || !bytes.Equal(now, content) {
		t.Errorf("the backup has changed: %v", err)
	}
	path := strings.TrimPrefix(databaseURL, "sqlite:")
	expectAlone(t, filepath.Dir(file), "visavis.db")
	expectAlone(t, filepath.Dir(path), "visavis.db", "visavis.db"+keptAtNine)

	t.Run("over a database of that version", func(t *testing.T) {
		newer := backUp(t, databaseURL, "newer")
		restored := restore(t, old, newer)
		if version := column(t, restored.Kept, "SELECT max(version_id) FROM goose_db_version"); version[0] != fmt.Sprint(firstOnSQLite) {
			t.Errorf("kept is version %s", version)
		}
		storetest.Open(t, store.Options{URL: old})
	})
}

func TestADatabaseThatWasCopiedWithItsJournalCanBeRestored(t *testing.T) {
	source := storetest.AbsentSQLiteURL(t)
	addPerson(newPeople(t, storetest.Open(t, store.Options{URL: source})), "prs_in_the_journal")
	directory := t.TempDir()
	file := filepath.Join(directory, "copy")
	for _, suffix := range []string{"", "-wal"} {
		content, err := os.ReadFile(strings.TrimPrefix(source, "sqlite:") + suffix)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file+suffix, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	databaseURL := storetest.AbsentSQLiteURL(t)
	restore(t, databaseURL, file)
	expectKeys(t, strings.TrimPrefix(databaseURL, "sqlite:"), "persons", "prs_anna prs_ben prs_in_the_journal")
}

func TestChangesGoOnBehindAllThatAnybodyKnows(t *testing.T) {
	const raise = "UPDATE branches SET change_sequence = CASE id WHEN 'brn_mitte' THEN %d ELSE %d END"
	databaseURL := storetest.AbsentSQLiteURL(t)
	s := storetest.Open(t, store.Options{URL: databaseURL})
	newPeople(t, s)
	execute(t, databaseURL, fmt.Sprintf(raise, 7, 2_000_000))
	execute(t, databaseURL, "INSERT INTO changes (branch_id, sequence, kind, staff_ids, at) VALUES ('brn_mitte', 7, 'STAFF', '[]', 1)")
	file := backUp(t, databaseURL, "backup")
	execute(t, databaseURL, fmt.Sprintf(raise, 3_000_000, 9))
	restore(t, databaseURL, file)
	sequences := map[string]int64{}
	for _, b := range s.Client().Branch.Query().AllX(t.Context()) {
		sequences[b.ID] = b.ChangeSequence
	}
	if sequences["brn_mitte"] <= 3_000_000 || sequences["brn_west"] <= 2_000_000 {
		t.Errorf("the sequences are %v", sequences)
	}
	changes := s.Client().Change.Query().AllX(t.Context())
	if len(changes) != 2 {
		t.Errorf("there are %d changes", len(changes))
	}
	for _, c := range changes {
		if c.Kind != "RESYNC" || c.Sequence != sequences[c.BranchID] || c.At != nine || len(c.StaffIds) != 0 {
			t.Errorf("a change is %v", c)
		}
	}
}

func TestAMailThatWasSentIsNotSentAgain(t *testing.T) {
	databaseURL := storetest.AbsentSQLiteURL(t)
	s := storetest.Open(t, store.Options{URL: databaseURL})
	p := newPeople(t, s)
	made, err := p.book(booking{profile: "stf_anna", from: "10:00", to: "10:30"})
	if err != nil {
		t.Fatal(err)
	}
	ids := []string{"mai_sent", "mai_dropped", "mai_failed", "mai_claimed", "mai_waiting"}
	p.write(func(ctx context.Context, tx *store.Tx) error {
		for version, id := range ids {
			tx.Mail.Create().SetID(id).SetAppointment(made).SetKind(mail.KindMOVED).SetAppointmentVersion(version).SetDueAt(nine).SaveX(ctx)
		}
		return nil
	})
	file := backUp(t, databaseURL, "backup")
	p.write(func(ctx context.Context, tx *store.Tx) error {
		tx.Mail.UpdateOneID("mai_sent").SetState(mail.StateSENT).SetSentAt(nine + 5).SetAttempts(1).SaveX(ctx)
		tx.Mail.UpdateOneID("mai_dropped").SetState(mail.StateDROPPED).SaveX(ctx)
		tx.Mail.UpdateOneID("mai_failed").SetState(mail.StateFAILED).SetAttempts(8).SetFailure("REFUSED").SaveX(ctx)
		tx.Mail.UpdateOneID("mai_claimed").SetLease(4711).SetDueAt(nine + 900).SaveX(ctx)
		return tx.Mail.Create().SetID("mai_later").SetAppointment(made).SetKind(mail.KindCANCELLED).SetAppointmentVersion(9).SetDueAt(nine).Exec(ctx)
	})
	want := map[string]*ent.Mail{}
	for _, id := range ids {
		want[id] = s.Client().Mail.GetX(t.Context(), id)
	}
	restore(t, databaseURL, file)
	for _, id := range ids {
		if got := s.Client().Mail.GetX(t.Context(), id); got.String() != want[id].String() {
			t.Errorf("got %v, want %v", got, want[id])
		}
	}
	if count := s.Client().Mail.Query().CountX(t.Context()); count != len(ids) {
		t.Errorf("there are %d mails", count)
	}
}

func TestNoSessionComesBack(t *testing.T) {
	databaseURL := storetest.AbsentSQLiteURL(t)
	s := storetest.Open(t, store.Options{URL: databaseURL})
	newPeople(t, s)
	path := strings.TrimPrefix(databaseURL, "sqlite:")
	for _, table := range []string{"sessions", "access_links"} {
		execute(t, databaseURL, "DROP TABLE IF EXISTS "+table) // whatever its columns are
		execute(t, databaseURL, "CREATE TABLE "+table+" (id text PRIMARY KEY)")
		execute(t, databaseURL, "INSERT INTO "+table+" VALUES ('old')")
	}
	file := backUp(t, databaseURL, "backup")
	for _, table := range []string{"sessions", "access_links"} {
		execute(t, databaseURL, "UPDATE "+table+" SET id = 'new'")
	}
	restored := restore(t, databaseURL, file)
	for _, table := range []string{"sessions", "access_links"} {
		expectKeys(t, path, table, "")
		expectKeys(t, restored.Kept, table, "new")
	}
}
