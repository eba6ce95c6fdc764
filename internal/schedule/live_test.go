package schedule_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/predicate"
	"visavis/internal/civil"
	"visavis/internal/schedule"
	"visavis/internal/statement"
	"visavis/internal/store"
)

// TestAHoldIsLiveUntilItExpires checks the predicates for the database and those for Go against the same table.
func TestAHoldIsLiveUntilItExpires(t *testing.T) {
	before, at, after := nine-1, nine, nine+1
	cases := []struct {
		id            string
		status        appointment.Status
		expires       *civil.Instant
		live, expired bool
		cancelled     bool
	}{
		{id: "apt_held-before", status: appointment.StatusHELD, expires: &before, expired: true},
		{id: "apt_held-at", status: appointment.StatusHELD, expires: &at, expired: true},
		{id: "apt_held-after", status: appointment.StatusHELD, expires: &after, live: true},
		{id: "apt_confirmed", status: appointment.StatusCONFIRMED, live: true},
		{id: "apt_completed", status: appointment.StatusCOMPLETED, live: true},
		{id: "apt_no-show", status: appointment.StatusNO_SHOW, live: true},
		{id: "apt_cancelled", status: appointment.StatusCANCELLED, cancelled: true},
	}
	each(t, func(ctx context.Context, c *ent.Client) {
		for i, test := range cases {
			cutAt(c, ben, "prs_demo-ben", time.Duration(24+i)*time.Hour).SetID(test.id).
				SetStatus(test.status).SetLive(!test.cancelled).SetNillableHoldExpiresAt(test.expires).ExecX(ctx)
		}
	}, func(t *testing.T, s *store.Store) {
		selected := func(of predicate.Appointment) []string {
			return s.Client().Appointment.Query().Where(of).IDsX(t.Context())
		}
		live, expired := selected(schedule.Live(nine)), selected(schedule.Expired(nine))
		var busy []civil.Instant
		err := statement.ReadBusy(t.Context(), s.Client(), "prs_demo-ben", 0, 0, nine.Add(1000*time.Hour), nine, "", func(start, _, _ civil.Instant) { busy = append(busy, start) })
		if err != nil {
			t.Error(err)
		}
		notExpired, liveHolds := selected(schedule.NotExpired(nine)), selected(schedule.LiveHold(nine))
		for _, test := range cases {
			row := s.Client().Appointment.GetX(t.Context(), test.id)
			for _, check := range []struct {
				name      string
				got, want bool
			}{
				{"Live", slices.Contains(live, test.id), test.live},
				{"ReadBusy", slices.Contains(busy, row.StartsAt), test.live},
				{"IsLive", schedule.IsLive(row, nine), test.live},
				{"Expired", slices.Contains(expired, test.id), test.expired},
				{"HasExpired", schedule.HasExpired(row, nine), test.expired},
				{"NotExpired", slices.Contains(notExpired, test.id), !test.expired},
				{"LiveHold", slices.Contains(liveHolds, test.id), test.live && test.status == appointment.StatusHELD},
			} {
				if check.got != check.want {
					t.Errorf("%s: %s is %t", test.id, check.name, check.got)
				}
			}
		}
	})
}
