package harness

import (
	"database/sql"
	"strings"
	"testing"
)

// ExpectSound opens the database and expects that no two appointments of a person overlap, and that it holds exactly the number of
// acknowledged bookings. What still waits for the button in an email is none.
func ExpectSound(t testing.TB, databaseURL string, acknowledged int) {
	t.Helper()
	driver, source := "pgx", databaseURL
	if file, isFile := strings.CutPrefix(databaseURL, "sqlite:"); isFile {
		CheckFile(t, file)
		driver, source = "sqlite3", "file:"+file
	}
	db, err := sql.Open(driver, source)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	expectNoOverlap(t, db)
	var kept int
	if err := db.QueryRow("SELECT count(*) FROM appointments WHERE idempotency_key IS NOT NULL AND status <> 'HELD'").Scan(&kept); err != nil || kept != acknowledged {
		t.Errorf("%d bookings were acknowledged, %d are stored: %v", acknowledged, kept, err)
	}
}

// CheckFile checks the integrity of an SQLite file, which may be in use, and that no appointments overlap.
func CheckFile(t testing.TB, file string) {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+file)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var verdict string
	if err := db.QueryRow("PRAGMA integrity_check").Scan(&verdict); err != nil || verdict != "ok" {
		t.Errorf("the integrity check says %s, %v", verdict, err)
	}
	expectNoOverlap(t, db)
}

func expectNoOverlap(t testing.TB, db *sql.DB) {
	t.Helper()
	var overlaps int
	if err := db.QueryRow(`SELECT count(*) FROM appointments a JOIN appointments b
		ON a.person_id = b.person_id AND a.id < b.id AND a.starts_at < b.blocked_until AND b.starts_at < a.blocked_until
		WHERE a.live AND b.live`).Scan(&overlaps); err != nil || overlaps != 0 {
		t.Errorf("%d appointments overlap, %v", overlaps, err)
	}
}
