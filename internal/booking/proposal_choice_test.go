package booking

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"visavis/internal/civil"
)

// hour is a start on the day of the tests.
func hour(h float64) civil.Instant { return civil.Instant(h * 3600) }

func TestProposals(t *testing.T) {
	const half = 30 * time.Minute
	clara, david, annasSecond := free{"clara", "pc"}, free{"david", "pd"}, free{"clara-video", "pc"}
	ill := free{"ben", "pb"}
	for _, test := range []struct {
		name          string
		possibilities []possibility
		want          string
	}{
		{"nothing to propose", []possibility{{start: hour(10), length: half}}, "-"},
		{"a colleague before an offer", []possibility{{start: hour(10), length: half, colleagues: []free{clara}, starts: []freeStart{{hour(12), []free{clara}}}, mayOffer: true}}, "clara 10"},
		{"work is spread", []possibility{
			{start: hour(10), length: half, colleagues: []free{clara, david}},
			{start: hour(11), length: half, colleagues: []free{clara, david}},
			{start: hour(12), length: half, colleagues: []free{clara, david}},
		}, "clara 10 | david 11 | clara 12"},
		{"no person twice at a time", []possibility{
			{start: hour(10), length: half, colleagues: []free{clara}},
			{start: hour(10), length: half, colleagues: []free{annasSecond, clara}, starts: []freeStart{{hour(12), []free{clara}}}, mayOffer: true},
		}, "clara 10 | clara 12?"},
		{"the clean-up time counts", []possibility{
			{start: hour(10), length: half, cleanUp: 5 * time.Minute, colleagues: []free{clara}},
			{start: hour(10.5), length: half, colleagues: []free{clara, david}},
		}, "clara 10 | david 10.5"},
		{"moves come before offers", []possibility{
			{start: hour(9), length: half, starts: []freeStart{{hour(10), []free{clara}}, {hour(10.5), []free{clara}}}, mayOffer: true},
			{start: hour(10), length: half, colleagues: []free{clara}},
		}, "clara 10.5? | clara 10"},
		{"at most three starts, hours apart, and not too soon", []possibility{{start: hour(7), length: half, mayOffer: true, starts: []freeStart{
			{hour(9), []free{clara}}, {hour(10), []free{clara}}, {hour(11), []free{clara}}, {hour(12), []free{clara}}, {hour(14), []free{clara}}, {hour(16), []free{clara}},
		}}}, "clara 10? clara 12? clara 14?"},
		{"the same profile if it is free", []possibility{{start: hour(7), staffID: "ben", length: half, mayOffer: true, starts: []freeStart{{hour(10), []free{clara, ill}}}}}, "ben 10?"},
		{"no offer without an address", []possibility{{start: hour(7), length: half, starts: []freeStart{{hour(10), []free{clara}}}}}, "-"},
		{"two offers share no time", []possibility{
			{start: hour(7), length: half, mayOffer: true, starts: []freeStart{{hour(10), []free{clara}}}},
			{start: hour(8), length: half, mayOffer: true, starts: []freeStart{{hour(10), []free{clara}}, {hour(10.5), []free{clara}}}},
		}, "clara 10? | clara 10.5?"},
	} {
		var got []string
		for _, c := range chooseProposals(test.possibilities, hour(9.5)) {
			said := []string{}
			if c.move != nil {
				said = append(said, inHours(*c.move))
			}
			for _, place := range c.offer {
				said = append(said, inHours(place)+"?")
			}
			if len(said) == 0 {
				said = append(said, "-")
			}
			got = append(got, strings.Join(said, " "))
		}
		if all := strings.Join(got, " | "); all != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, all, test.want)
		}
	}
}

func inHours(p Place) string { return fmt.Sprintf("%s %g", p.StaffID, float64(p.Start)/3600) }
