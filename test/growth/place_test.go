package growth_test

import (
	"math/rand/v2"
	"strconv"
	"testing"
	"time"

	"visavis/internal/store"
)

// place is what the variables of a chain refer to: the branch in the middle, and one of each that belongs to it.
type place struct {
	branch, slug, staff          string
	appointment, secret, mail    string
	videoCall, joinToken         string // an appointment by video, and the token of its link
	customer, name, email, phone string
	pastDay                      string // of an appointment that has taken place
	request                      string // for an absence
	branches                     []string
}

// Dates and services of every chain.
const (
	today        = "2026-11-23"
	day          = "2026-11-25"
	inTwoWeeks   = "2026-12-06"
	inAMonth     = "2026-12-22"
	salonService = "svc_3"
	videoService = "svc_14"
)

func (p place) anyBranch() string { return p.branches[rand.IntN(len(p.branches))] }

// findPlace reads the place from the database of a chain.
func findPlace(t testing.TB, s *store.Store) (p place) {
	t.Helper()
	p.branches = column(t, s, "SELECT id FROM branches ORDER BY id")
	p.branch = column(t, s, "SELECT branch_id FROM branch_memberships WHERE staff_id = 'stf_receptionist'")[0]
	p.slug = column(t, s, "SELECT slug FROM branches WHERE id = '"+p.branch+"'")[0]
	p.staff = column(t, s, "SELECT staff_id FROM branch_memberships WHERE branch_id = '"+p.branch+"' AND staff_id IN (SELECT staff_id FROM video_links) ORDER BY staff_id")[0]
	p.appointment = column(t, s, "SELECT a.id FROM appointments a JOIN mails m ON m.appointment_id = a.id WHERE a.staff_id = '"+p.staff+
		"' AND status = 'CONFIRMED' AND customer_id IS NOT NULL ORDER BY starts_at DESC, a.id")[0]
	p.videoCall = column(t, s, "SELECT id FROM appointments WHERE branch_id = '"+p.branch+"' AND status = 'CONFIRMED' AND join_token IS NOT NULL ORDER BY starts_at DESC, id")[0]
	p.joinToken = column(t, s, "SELECT join_token FROM appointments WHERE id = '"+p.videoCall+"'")[0]
	p.secret = column(t, s, "SELECT secret FROM appointments WHERE id = '"+p.appointment+"'")[0]
	p.mail = column(t, s, "SELECT id FROM mails WHERE appointment_id = '"+p.appointment+"'")[0]
	p.customer = column(t, s, "SELECT customer_id FROM appointments WHERE id = '"+p.appointment+"'")[0]
	p.name = column(t, s, "SELECT name FROM customers WHERE id = '"+p.customer+"'")[0]
	p.email = column(t, s, "SELECT email FROM customers WHERE id = '"+p.customer+"'")[0]
	p.phone = column(t, s, "SELECT phone FROM customers WHERE id = '"+p.customer+"'")[0]
	p.request = column(t, s, "SELECT r.id FROM absence_requests r JOIN branch_memberships m ON m.staff_id = r.staff_id WHERE r.state = 'OPEN' AND m.branch_id = '"+p.branch+"' ORDER BY r.id")[0]
	completed := column(t, s, "SELECT CAST(starts_at AS text) FROM appointments WHERE branch_id = '"+p.branch+"' AND status = 'COMPLETED' ORDER BY starts_at DESC LIMIT 1")[0]
	seconds, err := strconv.ParseInt(completed, 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	p.pastDay = time.Unix(seconds, 0).UTC().Format(time.DateOnly)
	return p
}

// column returns the texts that a query finds; at least one.
func column(t testing.TB, s *store.Store, query string) (texts []string) {
	t.Helper()
	rows, err := s.Client().QueryContext(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			t.Fatal(err)
		}
		texts = append(texts, text)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	if len(texts) == 0 {
		t.Fatal("nothing is found: ", query)
	}
	return texts
}
