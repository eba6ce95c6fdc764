package booking_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"visavis/internal/booking"
	"visavis/internal/civil"
)

// intervals reads intervals of one day.
func intervals(text string) civil.Intervals {
	list, err := civil.ParseIntervals(text)
	if err != nil {
		panic(err)
	}
	return list
}

// TestWhatIsOfferedCanBeBookedAndNothingElse asks for starts on and off the grid, for
// everyone and everything: what is offered can be held, and what is not is refused
// for the reasons that are explained.
func TestWhatIsOfferedCanBeBookedAndNothingElse(t *testing.T) {
	eachDesk(t, func(t *testing.T, d *desk) {
		absent(t, d.store)
		d.book(t, start(t, balayage, "2026-11-24 14:00", anna))
		d.hold(t, start(t, cut, "2026-11-24 09:00", ben), nil)
		var granted, refused int
		for _, profile := range []string{anna, ben, clara, david} {
			for _, service := range []string{cut, videoTint} {
				for when := at(t, "2026-11-24 07:50"); when < at(t, "2026-11-24 19:30"); when = when.Add(25 * time.Minute) {
					if d.checkStart(t, booking.StartInput{BranchID: mitte, ServiceID: service, StaffID: &profile, Start: when}) {
						granted++
					} else {
						refused++
					}
				}
			}
		}
		if granted < 10 || refused < 100 {
			t.Errorf("%d starts are granted and %d refused: the test asks for the wrong ones", granted, refused)
		}
	})
}

func (d *desk) checkStart(t *testing.T, s booking.StartInput) (granted bool) {
	t.Helper()
	explanation := must(d.ExplainStart(t.Context(), s.BranchID, *s.StaffID, s.ServiceID, s.Start))(t)
	var explained []string
	for _, o := range explanation.Obstacles {
		explained = append(explained, string(o.Code))
	}
	offered := d.offered(t, s, nil)
	hold, err := d.tryHold(t.Context(), s, nil)
	var refusal *booking.Refusal
	switch {
	case err == nil:
		if !offered || len(explained) > 0 {
			t.Errorf("%s of %s at %v can be held, and yet it is offered: %t, and forbidden: %v", s.ServiceID, *s.StaffID, s.Start, offered, explained)
		}
		if err := d.AppointmentHoldRelease(t.Context(), booking.AppointmentHoldReleaseInput{Secret: *hold.Secret}); err != nil {
			t.Fatal(err)
		}
		return true
	case !errors.As(err, &refusal):
		t.Fatal(err)
	}
	var said []string
	for _, o := range refusal.Obstacles {
		said = append(said, string(o.Code))
	}
	if offered || strings.Join(said, " ") != strings.Join(explained, " ") {
		t.Errorf("%s of %s at %v: offered: %t, refused for %v, explained by %v", s.ServiceID, *s.StaffID, s.Start, offered, said, explained)
	}
	return false
}
