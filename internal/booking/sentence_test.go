package booking

import (
	"strings"
	"testing"

	"visavis/internal/availability"
	"visavis/internal/locale"
)

func TestEveryObstacleHasItsSentences(t *testing.T) {
	for _, code := range []availability.Obstacle{
		availability.StaffArchived, availability.StaffOffline, availability.NotInBranch, availability.NotCompetent,
		availability.ServiceArchived, availability.ServiceOffline, availability.NoVideoLink, availability.BranchClosed,
		availability.NotRostered, availability.Absent, availability.Occupied, availability.TooSoon,
		availability.BeyondHorizon, availability.OffInterval, availability.VideoOnlyMode, availability.DoesNotConsult,
	} {
		o := &Obstacle{code}
		german, english := o.Sentence(locale.German), o.Sentence(locale.English)
		if !strings.HasSuffix(german, ".") || !strings.HasSuffix(english, ".") || german == english || o.Rule() == 0 {
			t.Errorf("%s, rule %d: %q and %q", code, o.Rule(), german, english)
		}
	}
}
