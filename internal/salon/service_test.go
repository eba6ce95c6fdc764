package salon_test

import (
	"math"
	"strings"
	"testing"
	"time"

	"visavis/ent/service"
	"visavis/internal/salon"
)

func TestServices(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		row, err := s.ServiceCreate(byOwner(t), salon.ServiceCreateInput{
			CategoryID: new(video), Name: " Brautfrisur ", Delivery: service.DeliveryVIDEO, Duration: 90 * time.Minute, BookableOnline: true,
		})
		check(t, err)
		same(t, "the defaults", []any{row.Name, row.CategoryID, row.DurationMinutes, row.CleanUpMinutes, row.PriceMinorUnits, row.PriceCurrency, row.Description},
			[]any{"Brautfrisur", video, 90, 0, 0, "EUR", ""})
		tuesday := func() string { return s.starts(t, mitte, anna, "2026-11-24", "2026-11-24") }
		const asEver = "Balayage 2026-11-24 09:00-14:30, Haarschnitt 2026-11-24 09:00-16:15, "
		const colour, care = "Farbberatung 2026-11-24 09:00-16:30, ", "Pflegeberatung 2026-11-24 09:00-16:30"
		same(t, "for those whose competency covers the category", tuesday(), asEver+"Brautfrisur 2026-11-24 09:00-15:30, "+colour+care)

		row, _, err = s.ServiceUpdate(byOwner(t), salon.ServiceUpdateInput{
			ID: row.ID, Name: new("Hochzeit"), Duration: new(time.Hour), CleanUp: new(30 * time.Minute),
			Price: &salon.MoneyInput{MinorUnits: 4900, Currency: new("chf")}, Description: new("Erst\nreden"),
		})
		check(t, err)
		same(t, "what is given", []any{row.Name, row.CategoryID, row.DurationMinutes, row.CleanUpMinutes, row.PriceMinorUnits, row.PriceCurrency, row.Description, row.BookableOnline},
			[]any{"Hochzeit", video, 60, 30, 4900, "CHF", "Erst\nreden", true})

		row, _, err = s.ServiceUpdate(byOwner(t), salon.ServiceUpdateInput{ID: row.ID, Price: &salon.MoneyInput{MinorUnits: 5900}})
		check(t, err)
		same(t, "a price without its currency", []any{row.PriceMinorUnits, row.PriceCurrency}, []any{5900, "CHF"})

		s.do(t, salon.ServiceUpdateInput{ID: row.ID, BookableOnline: new(false)})
		same(t, "offline", tuesday(), asEver+colour+care)
		s.do(t, salon.ServiceUpdateInput{ID: row.ID, BookableOnline: new(true)})
		s.do(t, salon.ServiceArchiveInput{ID: row.ID})
		same(t, "archived", tuesday(), asEver+colour+care)
		s.do(t, salon.ServiceRestoreInput{ID: row.ID})
		same(t, "restored", tuesday(), asEver+colour+"Hochzeit 2026-11-24 09:00-16:00, "+care)
	})
}

func TestAppointmentsKeepTheTimesTheyWereBookedWith(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		stranded := s.do(t, salon.ServiceUpdateInput{ID: videoTint, Duration: new(10 * time.Hour), CleanUp: new(5 * time.Hour)})
		same(t, "stranded", len(stranded), 0)
		row := s.store.Client().Appointment.GetX(byOwner(t), "apt_annaVideo")
		same(t, "until", row.EndsAt, berlin("2026-11-25 11:30"))
		same(t, "cleaned up until", row.BlockedUntil, berlin("2026-11-25 11:35"))
	})
}

func TestInvalidServices(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		for _, test := range []struct {
			change salon.ServiceUpdateInput
			want   []string
		}{
			{salon.ServiceUpdateInput{Name: new("")}, []string{"REQUIRED name"}},
			{salon.ServiceUpdateInput{Name: new(strings.Repeat("x", 101))}, []string{"TOO_LONG name"}},
			{salon.ServiceUpdateInput{Duration: new(time.Duration(0))}, []string{"OUT_OF_RANGE duration"}},
			{salon.ServiceUpdateInput{Duration: new(24*time.Hour + time.Minute)}, []string{"OUT_OF_RANGE duration"}},
			{salon.ServiceUpdateInput{CleanUp: new(-time.Minute)}, []string{"OUT_OF_RANGE cleanUp"}},
			{salon.ServiceUpdateInput{CleanUp: new(24*time.Hour + time.Minute)}, []string{"OUT_OF_RANGE cleanUp"}},
			{salon.ServiceUpdateInput{Description: new(strings.Repeat("x", 2001))}, []string{"TOO_LONG description"}},
			{
				salon.ServiceUpdateInput{Price: &salon.MoneyInput{MinorUnits: -1, Currency: new("Taler")}},
				[]string{"OUT_OF_RANGE price.minorUnits", "CURRENCY_UNKNOWN price.currency"},
			},
			{
				salon.ServiceUpdateInput{Price: &salon.MoneyInput{MinorUnits: math.MaxInt32 + 1, Currency: new("XXX")}},
				[]string{"OUT_OF_RANGE price.minorUnits", "CURRENCY_UNKNOWN price.currency"},
			},
		} {
			test.change.ID = cut
			s.refuses(t, test.change, test.want...)
		}
		create := salon.ServiceCreateInput{Name: "Bart", Delivery: service.DeliveryIN_SALON, Duration: time.Hour}
		s.refuses(t, create, "EXACTLY_ONE categoryId")
		create.CategoryID, create.NewCategoryName = new(hair), new("Bärte")
		s.refuses(t, create, "EXACTLY_ONE categoryId")
		create.CategoryID, create.NewCategoryName = nil, new("Haare")
		s.refuses(t, create, "TAKEN newCategoryName")
		s.refuses(t, salon.ServiceCreateInput{CategoryID: new(hair), Delivery: service.DeliveryVIDEO}, "REQUIRED name", "OUT_OF_RANGE duration")
	})
}
