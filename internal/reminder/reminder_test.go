package reminder

import (
	"fmt"
	"testing"
	"time"

	"visavis/internal/civil"
)

func TestPlans(t *testing.T) {
	const start = civil.Instant(1_000_000_000)
	const hour = 60
	both := []int{2 * hour, 48 * hour}
	for _, test := range []struct {
		name     string
		leads    []int
		ahead    time.Duration // from now to the start
		lastMail time.Duration // from now
		want     string
	}{
		{"no leads", nil, 100 * time.Hour, 0, "[]"},
		{"long ahead, the first that is due first", both, 100 * time.Hour, 0, "[48h0m0s 2h0m0s]"},
		{"an hour after the confirmation", both, 49 * time.Hour, 0, "[48h0m0s 2h0m0s]"},
		{"a second less than an hour after it", both, 49*time.Hour - time.Second, 0, "[2h0m0s]"},
		{"its time has passed", both, 47 * time.Hour, 0, "[2h0m0s]"},
		{"all have passed", both, time.Hour, 0, "[]"},
		{"an hour after a mail that is yet to come", both, 3*time.Hour + time.Minute, time.Minute, "[2h0m0s]"},
		{"less than an hour after one that is yet to come", both, 3 * time.Hour, time.Minute, "[]"},
		{"long after the last mail, just now", both, 48 * time.Hour, -2 * time.Hour, "[48h0m0s 2h0m0s]"},
		{"long after the last mail, a second late", both, 48*time.Hour - time.Second, -2 * time.Hour, "[2h0m0s]"},
	} {
		now := start.Add(-test.ahead)
		got := []time.Duration{}
		for _, plan := range Plans(test.leads, start, now, now.Add(test.lastMail)) {
			if lead := time.Duration(plan.LeadMinutes) * time.Minute; start.Sub(plan.Due) != lead {
				t.Errorf("%s: that of %v is due %v before", test.name, lead, start.Sub(plan.Due))
			}
			got = append(got, start.Sub(plan.Due))
		}
		if fmt.Sprint(got) != test.want {
			t.Errorf("%s: got %v, want %s", test.name, got, test.want)
		}
	}
}
