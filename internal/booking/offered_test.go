package booking_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/salon"
)

// intervals reads intervals of one day.
func intervals(text string) civil.Intervals {
	list, err := civil.ParseIntervals(text)
	if err != nil {
		panic(err)
	}
	return list
}

// TestWhatIsOfferedCanBeBookedAndNothingElse compares search, explanation and hold for starts on and off the interval, for
// every profile and service.
func TestWhatIsOfferedCanBeBookedAndNothingElse(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		absent(t, d.store)
		d.book(t, start(t, balayage, "2026-11-24 14:00", anna))
		d.hold(t, start(t, cut, "2026-11-24 09:00", ben), nil)
		var granted, refused int
		for _, profile := range []string{anna, ben, clara, david} {
			for _, service := range []string{cut, videoTint} {
				offered := d.offeredStarts(t, booking.StartInput{BranchID: mitte, ServiceID: service, StaffID: &profile, Start: at(t, "2026-11-24 12:00")}, booking.Search{})
				for when := at(t, "2026-11-24 07:50"); when < at(t, "2026-11-24 19:30"); when = when.Add(25 * time.Minute) {
					if d.checkStart(t, booking.StartInput{BranchID: mitte, ServiceID: service, StaffID: &profile, Start: when}, offered[when]) {
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

// TestWhatIsOfferedCanBeBookedWhenTheClocksChange tries every quarter of an hour in the nights of Berlin's clock changes.
func TestWhatIsOfferedCanBeBookedWhenTheClocksChange(t *testing.T) {
	for _, test := range []struct {
		date    string
		granted int // consultations of half an hour between midnight and six
	}{
		{"2027-03-28", 4*5 - 1}, // the hour from two is missing
		{"2027-10-31", 4*7 - 1}, // the hour from two comes twice
	} {
		t.Run(test.date, func(t *testing.T) {
			each(t, func(t *testing.T, d *fixture) {
				night := date(test.date)
				d.now.Store(int64(at(t, night.AddDays(-3).String()+" 12:00")))
				d.openAtNight(t, night)
				granted := 0
				offered := d.offeredStarts(t, booking.StartInput{BranchID: mitte, ServiceID: videoTint, StaffID: new(anna), Start: at(t, test.date+" 00:00")}, booking.Search{})
				for when := at(t, test.date+" 00:00"); when < at(t, test.date+" 06:00"); when = when.Add(15 * time.Minute) {
					if d.checkStart(t, booking.StartInput{BranchID: mitte, ServiceID: videoTint, StaffID: new(anna), Start: when}, offered[when]) {
						granted++
					}
				}
				same(t, "granted", granted, test.granted)
			})
		})
	}
}

// openAtNight opens the branch and rosters Anna from midnight to six on a date.
func (d *fixture) openAtNight(t *testing.T, on civil.Date) {
	t.Helper()
	if _, _, err := d.salon.BranchOpeningExceptionSet(byOwner(t), salon.BranchOpeningExceptionSetInput{
		BranchID: mitte, Date: on, Intervals: intervals("00:00-06:00"),
	}); err != nil {
		t.Fatal(err)
	}
	if _, _, err := d.salon.StaffShiftOverrideSet(byOwner(t), salon.StaffShiftOverrideSetInput{
		StaffID: anna, BranchID: mitte, Date: on, Intervals: intervals("00:00-06:00"),
	}); err != nil {
		t.Fatal(err)
	}
}

func TestLeadTimeIntervalAndHorizonAreChecked(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		d.now.Store(int64(at(t, "2026-11-24 09:01")))
		for _, test := range []struct{ when, want string }{
			{"2026-11-19 10:00", "START_NOT_BOOKABLE start.start TOO_SOON"},
			{"2026-11-24 10:00", "START_NOT_BOOKABLE start.start TOO_SOON"},
			{"2026-11-24 10:15", ""},
			{"2026-11-24 12:05", "START_NOT_BOOKABLE start.start OFF_INTERVAL"},
			{"2027-02-20 10:00", "START_NOT_BOOKABLE start.start NOT_ROSTERED"}, // Anna is in West on Saturdays
			{"2027-02-23 10:00", "START_NOT_BOOKABLE start.start BEYOND_HORIZON"},
		} {
			_, err := d.tryBook(byOwner(t), start(t, videoTint, test.when, anna))
			same(t, test.when, codes(err), test.want)
		}
	})
}

// checkStart compares whether the start is offered with the explanation and with an attempt to hold it, which it takes back.
func (d *fixture) checkStart(t *testing.T, s booking.StartInput, offered bool) (granted bool) {
	t.Helper()
	explanation := must(d.ExplainStart(byOwner(t), s.BranchID, *s.StaffID, s.ServiceID, s.Start))(t)
	var explained []string
	for _, o := range explanation.Obstacles {
		explained = append(explained, string(o.Code))
	}
	hold, err := d.tryHold(byOwner(t), s, nil)
	var refusal *booking.Refusal
	switch {
	case err == nil:
		if !offered || len(explained) > 0 {
			t.Errorf("%s of %s at %v can be held, and yet it is offered: %t, and forbidden: %v", s.ServiceID, *s.StaffID, s.Start, offered, explained)
		}
		if err := d.AppointmentHoldRelease(byOwner(t), booking.AppointmentHoldReleaseInput{Secret: *hold.Secret}); err != nil {
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
