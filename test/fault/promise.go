package main

import (
	"database/sql"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver
	_ "github.com/mattn/go-sqlite3"
)

// expectPromises checks, of the server and in its database, what is promised whatever happens. Whoever was left without
// an answer asks again first.
func (c *crowd) expectPromises(database func() string) {
	c.t.Helper()
	unanswered := 0
	var all []*order
	for _, o := range c.bookings.orders {
		all = append(all, o)
		if !o.answered {
			unanswered++
		}
	}
	var acknowledged atomic.Int64
	var clients sync.WaitGroup
	for some := range slices.Chunk(all, len(all)/8+1) {
		clients.Go(func() {
			for _, o := range some {
				if !o.answered && !c.ask(o) {
					c.t.Errorf("%s is not answered", o.key)
				}
				if o.booked != "" {
					acknowledged.Add(1)
					c.expectBooked(o)
				}
			}
		})
	}
	clients.Wait()
	c.t.Logf("%d bookings were acknowledged, %d of %d orders asked for twice", acknowledged.Load(), unanswered, len(c.bookings.orders))
	if acknowledged.Load() == 0 {
		c.t.Error("nothing was booked: there is nothing to keep")
	}
	expectSound(c.t, database(), int(acknowledged.Load()))
	for _, room := range []string{"meet.jit.si", "visavis-demo"} {
		if strings.Contains(c.heard.String(), room) {
			c.t.Errorf("a stranger gets to see the room %s", room)
		}
	}
}

// expectBooked reads a booking, and asks for it once more.
func (c *crowd) expectBooked(o *order) {
	c.t.Helper()
	_, secret, _ := strings.Cut(o.booked, " ")
	data, _ := c.question(c.t.Context(), `query($secret: String!) { booking(secret: $secret) { id status } }`, variables{"secret": secret})
	if found, _ := data["booking"].(map[string]any); found == nil || found["status"] != "CONFIRMED" {
		c.t.Errorf("the booking %s is lost: %v", o.booked, found)
	}
	first := o.booked
	if c.ask(o); o.booked != first {
		c.t.Errorf("the same request is answered %s, at first %s", o.booked, first)
	}
}

// expectSound looks at the database itself: nobody has two appointments at a time, and there are exactly so many that were
// acknowledged.
func expectSound(t testing.TB, databaseURL string, acknowledged int) {
	t.Helper()
	driver, source := "pgx", databaseURL
	if file, isFile := strings.CutPrefix(databaseURL, "sqlite:"); isFile {
		checkFile(t, file)
		driver, source = "sqlite3", "file:"+file
	}
	db, err := sql.Open(driver, source)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	expectNoOverlap(t, db)
	var kept int
	if err := db.QueryRow("SELECT count(*) FROM appointments WHERE idempotency_key IS NOT NULL").Scan(&kept); err != nil || kept != acknowledged {
		t.Errorf("%d bookings were acknowledged, and %d are there: %v", acknowledged, kept, err)
	}
}

// checkFile looks at a file that a server has left, or uses.
func checkFile(t testing.TB, file string) {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+file)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var verdict string
	if err := db.QueryRow("PRAGMA integrity_check").Scan(&verdict); err != nil || verdict != "ok" {
		t.Errorf("the file is %s, %v", verdict, err)
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
