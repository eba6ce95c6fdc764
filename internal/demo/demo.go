// Package demo fills a database with a salon to try visavis with: two branches, five people who serve customers, one for
// each state of readiness for video consultations, and a receptionist.
package demo

import (
	"context"
	"time"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/internal/civil"
	"visavis/internal/store"
)

// The IDs are fixed, so that examples can use them.
const (
	mitte     = "brn_demo-mitte"
	west      = "brn_demo-west"
	hair      = "cat_demo-hair"
	video     = "cat_demo-video"
	cut       = "svc_demo-cut"
	balayage  = "svc_demo-balayage"
	videoCare = "svc_demo-video-care"
	videoTint = "svc_demo-video-colour"
)

const timeZone = "Europe/Berlin"

// Fill creates the demo salon, unless there is a branch already. Nobody can sign in before CreateSignIns, and nobody has booked.
func Fill(ctx context.Context, s *store.Store, clock civil.Clock) error {
	return s.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		_, err := fill(ctx, tx, clock())
		return err
	})
}

// FillLiving creates the demo salon in the middle of its working day, unless there is a branch already: with CalendarAt, and with rooms of
// each kind for its video consultations.
func FillLiving(ctx context.Context, s *store.Store, clock civil.Clock) error {
	return s.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		now := clock()
		isNew, err := fill(ctx, tx, now)
		if err != nil || !isNew {
			return err
		}
		if err := chooseRooms(ctx, tx.Client); err != nil {
			return err
		}
		calendar, err := CalendarAt(now)
		if err != nil {
			return err
		}
		return calendar.insert(ctx, tx)
	})
}

// fill creates the salon and reports whether there was none.
func fill(ctx context.Context, tx *store.Tx, now civil.Instant) (isNew bool, err error) {
	taken, err := tx.Branch.Query().Exist(ctx)
	if err != nil || taken {
		return false, err
	}
	if err := branches(ctx, tx.Client, now); err != nil {
		return false, err
	}
	if err := createServices(ctx, tx.Client); err != nil {
		return false, err
	}
	today := civil.NewDate(now.Time().Date())
	for _, m := range team {
		if err := m.create(ctx, tx.Client, today); err != nil {
			return false, err
		}
	}
	return true, nil
}

func branches(ctx context.Context, client *ent.Client, now civil.Instant) error {
	for _, b := range []*ent.BranchCreate{
		client.Branch.Create().SetID(mitte).SetName("Salon Mitte").SetSlug("mitte").
			SetStreet("Auguststraße 12").SetPostalCode("10117").SetCity("Berlin").
			SetEmail("mitte@salon.example").SetPhone("+49 30 5550100"),
		client.Branch.Create().SetID(west).SetName("Salon West").SetSlug("west").
			SetStreet("Kantstraße 90").SetPostalCode("10627").SetCity("Berlin").
			SetEmail("west@salon.example").SetPhone("+49 30 5550101"),
	} {
		row, err := b.SetTimeZone(timeZone).SetLocale(branch.LocaleDE).SetCountry("Deutschland").SetCountryCode("DE").
			SetImprintVersion(1).SetPrivacyNoticeVersion(1).SetTermsVersion(1).Save(ctx)
		if err != nil {
			return err
		}
		if err := legalTexts(ctx, client, row, now); err != nil {
			return err
		}
		for weekday := time.Sunday; weekday <= time.Saturday; weekday++ {
			if !isOpenOn(weekday) {
				continue
			}
			err := client.OpeningHours.Create().SetBranchID(row.ID).SetWeekday(weekday).SetIntervals(openingHours()).Exec(ctx)
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// isOpenOn reports whether the branches open on a weekday: from Tuesday to Saturday.
func isOpenOn(weekday time.Weekday) bool { return weekday >= time.Tuesday }

// openingHours are those of each day on which a branch opens.
func openingHours() civil.Intervals { return day("09:00-19:00") }

// day parses intervals; it panics if they are invalid.
func day(text string) civil.Intervals {
	intervals, err := civil.ParseIntervals(text)
	if err != nil {
		panic(err)
	}
	return intervals
}
