package availability_test

import (
	"testing"

	. "visavis/internal/availability"
)

func TestEligible(t *testing.T) {
	nine := "2026-11-23 09:00"
	for _, test := range []struct {
		name     string
		change   func(*question)
		obstacle Obstacle // none: eligible
	}{
		{"a profile in good order", func(*question) {}, ""},
		{"an archived profile", func(q *question) { q.staff.Archived = true }, StaffArchived},
		{"a profile that is not bookable online", func(q *question) { q.staff.Online = false }, StaffOffline},
		{"a profile of another branch", func(q *question) { q.staff.Active = false }, NotInBranch},
		{"a competency of no", func(q *question) { q.staff.Competence["consultation"] = false }, NotCompetent},
		{"no competency at all", func(q *question) { q.staff.Competence = nil }, NotCompetent},
		{"a competency for something else", func(q *question) { q.service.ID = "cut" }, NotCompetent},
		{"an archived service", func(q *question) { q.service.Archived = true }, ServiceArchived},
		{"a service that is not bookable online", func(q *question) { q.service.Online = false }, ServiceOffline},
		{"a video service without a room", func(q *question) { q.staff.VideoLink = false }, NoVideoLink},
		{"a service in the salon needs no room", func(q *question) { q.staff.VideoLink, q.service.Video = false, false }, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			q := anna(t)
			test.change(q)
			got := q.obstacles(berlin(t, nine))
			if test.obstacle == "" {
				if len(got) > 0 || q.offered() != "09:00 10:00 11:00" {
					t.Errorf("obstacles %v, offered %q", got, q.offered())
				}
				return
			}
			if len(got) != 1 || got[0] != test.obstacle || q.offered() != "" {
				t.Errorf("obstacles %v, want %v; offered %q", got, test.obstacle, q.offered())
			}
		})
	}
}
