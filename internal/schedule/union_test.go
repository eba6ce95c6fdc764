package schedule_test

import (
	"fmt"
	"testing"

	"visavis/internal/availability"
	"visavis/internal/civil"
	"visavis/internal/schedule"
)

func TestAUnionHasEachStartOnce(t *testing.T) {
	day := func(date int, starts ...civil.Instant) availability.Day {
		return availability.Day{Date: november(date), Starts: starts}
	}
	offer := func(days ...availability.Day) *schedule.Offer { return &schedule.Offer{Days: days} }
	for _, test := range []struct {
		name   string
		offers []*schedule.Offer
		want   []availability.Day
	}{
		{"nobody", nil, nil},
		{"one", []*schedule.Offer{offer(day(24, 1, 2), day(26, 9))}, []availability.Day{day(24, 1, 2), day(26, 9)}},
		{"two at the same times", []*schedule.Offer{offer(day(24, 1, 2)), offer(day(24, 1, 2))}, []availability.Day{day(24, 1, 2)}},
		{"two who take turns", []*schedule.Offer{offer(day(25, 2, 4)), offer(day(24, 9), day(25, 1, 3))}, []availability.Day{day(24, 9), day(25, 1, 2, 3, 4)}},
	} {
		var got []availability.Day
		for _, d := range schedule.Union(test.offers) {
			got = append(got, *d)
		}
		if fmt.Sprint(got) != fmt.Sprint(test.want) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
		for _, o := range test.offers {
			for _, d := range o.Days {
				for i := range d.Starts[1:] {
					if d.Starts[i] > d.Starts[i+1] {
						t.Error(test.name, "has changed an offer")
					}
				}
			}
		}
	}
}
