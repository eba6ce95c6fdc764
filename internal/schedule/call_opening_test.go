package schedule_test

import (
	"testing"
	"time"

	"visavis/internal/schedule"
)

func TestACallOpensFifteenMinutesAheadForCustomersAndTenForStaff(t *testing.T) {
	if got := schedule.CallOpening(nine); got != nine-15*60 {
		t.Errorf("a call at %v opens at %v", nine, got)
	}
	if schedule.StaffCallOpensBefore != 10*time.Minute {
		t.Errorf("for staff it opens %v ahead", schedule.StaffCallOpensBefore)
	}
	if schedule.CallStaysOpen != time.Hour {
		t.Errorf("it stays open for %v", schedule.CallStaysOpen)
	}
}
