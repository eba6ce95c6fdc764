package join_test

import (
	"testing"

	"visavis/ent/appointment"
	"visavis/internal/schedule"
	"visavis/internal/web/join"
)

func TestStateOf(t *testing.T) {
	const ahead, taken, open, over = schedule.EntryAhead, schedule.EntryTaken, schedule.EntryOpen, schedule.EntryOver
	for _, test := range []struct {
		status appointment.Status
		entry  schedule.EntryState
		want   join.State
	}{
		{appointment.StatusCONFIRMED, ahead, join.Waiting},
		{appointment.StatusCONFIRMED, taken, join.Waiting},
		{appointment.StatusCONFIRMED, open, join.Open},
		{appointment.StatusCONFIRMED, over, join.Over},
		{appointment.StatusCANCELLED, ahead, join.Cancelled},
		{appointment.StatusCOMPLETED, ahead, join.Over}, // it ended early
		{appointment.StatusNO_SHOW, ahead, join.Over},
		{appointment.StatusHELD, ahead, join.Unknown},
		{"", ahead, join.Unknown},
	} {
		if got := join.StateOf(test.status, test.entry); got != test.want {
			t.Errorf("%s, entry %d: %v, want %v", test.status, test.entry, got, test.want)
		}
	}
}
