package join_test

import (
	"testing"

	"visavis/ent/appointment"
	"visavis/internal/civil"
	"visavis/internal/web/join"
)

func TestStateOf(t *testing.T) {
	const start, end = civil.Instant(100_000), civil.Instant(101_800)
	const opens = start - 900
	confirmed, held, cancelled := appointment.StatusCONFIRMED, appointment.StatusHELD, appointment.StatusCANCELLED
	completed, noShow := appointment.StatusCOMPLETED, appointment.StatusNO_SHOW
	for _, test := range []struct {
		status appointment.Status
		now    civil.Instant
		want   join.State
	}{
		{confirmed, 0, join.Waiting},
		{confirmed, opens - 1, join.Waiting},
		{confirmed, opens, join.Open},
		{confirmed, start - 1, join.Open},
		{confirmed, start, join.Open},
		{confirmed, end - 1, join.Open},
		{confirmed, end, join.Over},
		{confirmed, end + 1_000_000, join.Over},
		{cancelled, 0, join.Cancelled},
		{cancelled, opens, join.Cancelled},
		{cancelled, end, join.Cancelled},
		{completed, start, join.Over}, // it ended early
		{completed, end, join.Over},
		{noShow, start, join.Over},
		{noShow, end, join.Over},
		{held, start, join.Unknown},
		{"", start, join.Unknown},
	} {
		if got := join.StateOf(test.status, start, end, test.now); got != test.want {
			t.Errorf("%s at %d: %v, want %v", test.status, test.now, got, test.want)
		}
	}
}
