package salon_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/ent/branchmembership"
	"visavis/ent/service"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/salon"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

func TestBranchCreate(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		for _, test := range []struct {
			name string
			slug *string
			want string
		}{
			{"Schöne Haare Köln", nil, "schoene-haare-koeln"},
			{"  Schöne Haare, Köln ", nil, "schoene-haare-koeln-2"},
			{"Schone Haare", new("schoene-haare-koeln-3"), "schoene-haare-koeln-3"},
			{"Schöne Haare Köln", nil, "schoene-haare-koeln-4"},
			{"美容室", nil, "salon"},
			{strings.Repeat("ß", 100), nil, strings.Repeat("ss", 50)},
			{strings.Repeat("ß", 99), nil, strings.Repeat("ss", 49) + "-2"},
		} {
			row, err := s.BranchCreate(byOwner(t), salon.BranchCreateInput{
				Name: test.name, Slug: test.slug, TimeZone: "Europe/Berlin", Locale: branch.LocaleEN,
				Address: &salon.AddressInput{City: new(" Köln ")}, Email: new("koeln@salon.example"),
				BookingRules: &salon.BookingRulesInput{LeadTime: new(2 * time.Hour)},
			})
			check(t, err)
			same(t, "the slug of "+test.name, row.Slug, test.want)
			same(t, "what is given", []any{row.Name, row.City, row.Email, row.Locale, row.LeadTimeMinutes},
				[]any{strings.TrimSpace(test.name), "Köln", "koeln@salon.example", branch.LocaleEN, 120})
			same(t, "the defaults", []any{row.StartIntervalMinutes, row.HorizonDays, row.CancellationPeriodMinutes, row.HoldMinutes, row.Street, row.Currency},
				[]any{15, 90, 24 * 60, 10, "", "EUR"})
			hours, err := s.OpeningHoursOf(byOwner(t), []string{row.ID})
			check(t, err)
			same(t, "the opening hours", len(hours[row.ID]), 0)
		}
		create := salon.BranchCreateInput{Name: "Nord", TimeZone: "Europe/Berlin", Locale: branch.LocaleDE}
		create.Slug = new("mitte")
		s.refuses(t, create, "TAKEN slug")
		create.Slug = new("Nord!")
		s.refuses(t, create, "SLUG_INVALID slug")
		create.Slug = new("")
		s.refuses(t, create, "SLUG_INVALID slug")
	})
}

func TestBranchUpdateChangesWhatIsGiven(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		row, stranded, err := s.BranchUpdate(byOwner(t), salon.BranchUpdateInput{
			ID: mitte, Name: new("Salon Zentrum\x00\u0007"), Slug: new("zentrum"), Phone: new(""),
			Address:      &salon.AddressInput{Street: new(""), City: new("Potsdam")},
			BookingRules: &salon.BookingRulesInput{StartInterval: new(30 * time.Minute), HorizonDays: new(0), LeadTime: new(time.Duration(0))},
		})
		check(t, err)
		same(t, "stranded", len(stranded), 0)
		same(t, "the branch",
			[]any{row.Name, row.Slug, row.Phone, row.Street, row.City, row.PostalCode, row.Email, row.TimeZone, row.StartIntervalMinutes, row.HorizonDays, row.LeadTimeMinutes, row.HoldMinutes},
			[]any{"Salon Zentrum", "zentrum", "", "", "Potsdam", "10117", "mitte@salon.example", "Europe/Berlin", 30, 0, 0, 10})
		s.refuses(t, salon.BranchUpdateInput{ID: west, Slug: new("zentrum")}, "TAKEN slug")
		s.do(t, salon.BranchUpdateInput{ID: mitte, Slug: new("zentrum")}) // its own
	})
}

func TestNewServicesArePricedInTheCurrencyOfTheBranches(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		priced := func() string {
			row, err := s.ServiceCreate(byOwner(t), salon.ServiceCreateInput{CategoryID: new(hair), Name: "Pony", Delivery: service.DeliveryIN_SALON, Duration: time.Hour})
			check(t, err)
			return row.PriceCurrency
		}
		founded := func(name string) string {
			row, err := s.BranchCreate(byOwner(t), salon.BranchCreateInput{Name: name, TimeZone: "Europe/Zurich", Locale: branch.LocaleDE})
			check(t, err)
			return row.Currency
		}
		same(t, "at first", priced(), "EUR")
		s.do(t, salon.BranchUpdateInput{ID: mitte, Currency: new(" chf ")})
		same(t, "while the branches differ", []string{priced(), founded("Nord")}, []string{"EUR", "EUR"})
		for _, row := range s.store.Client().Branch.Query().AllX(t.Context()) {
			s.do(t, salon.BranchUpdateInput{ID: row.ID, Currency: new("CHF")})
		}
		same(t, "once they agree", []string{priced(), founded("Süd")}, []string{"CHF", "CHF"})
		before := s.store.Client().Service.GetX(t.Context(), cut)
		same(t, "prices keep theirs", before.PriceCurrency, "EUR")
	})
}

func TestInvalidBranches(t *testing.T) {
	long := strings.Repeat("ä", 101)
	each(t, func(t *testing.T, s *testSalon) {
		for _, test := range []struct {
			change salon.BranchUpdateInput
			want   []string
		}{
			{salon.BranchUpdateInput{Name: new(" \t")}, []string{"REQUIRED name"}},
			{salon.BranchUpdateInput{Name: &long}, []string{"TOO_LONG name"}},
			{salon.BranchUpdateInput{TimeZone: new("Mars/Olympus")}, []string{"TIME_ZONE_UNKNOWN timeZone"}},
			{salon.BranchUpdateInput{TimeZone: new("Local")}, []string{"TIME_ZONE_UNKNOWN timeZone"}},
			{salon.BranchUpdateInput{TimeZone: new("../../etc/passwd")}, []string{"TIME_ZONE_UNKNOWN timeZone"}},
			{salon.BranchUpdateInput{Currency: new("XAU")}, []string{"CURRENCY_UNKNOWN currency"}},
			{salon.BranchUpdateInput{Email: new("Mitte <mitte@salon.example>")}, []string{"EMAIL_INVALID email"}},
			{salon.BranchUpdateInput{Email: new("mitte")}, []string{"EMAIL_INVALID email"}},
			{salon.BranchUpdateInput{Phone: &long}, []string{"TOO_LONG phone"}},
			{
				salon.BranchUpdateInput{Address: &salon.AddressInput{Street: &long, PostalCode: &long, City: &long, Country: &long}},
				[]string{"TOO_LONG address.street", "TOO_LONG address.postalCode", "TOO_LONG address.city", "TOO_LONG address.country"},
			},
			{
				salon.BranchUpdateInput{BookingRules: &salon.BookingRulesInput{
					StartInterval: new(time.Duration(0)), LeadTime: new(-time.Minute), HorizonDays: new(-1),
					CancellationPeriod: new(-time.Minute), Hold: new(time.Duration(0)), OpenBookingsPerAddress: new(0),
				}},
				[]string{
					"OUT_OF_RANGE bookingRules.startInterval", "OUT_OF_RANGE bookingRules.leadTime", "OUT_OF_RANGE bookingRules.horizonDays",
					"OUT_OF_RANGE bookingRules.cancellationPeriod", "OUT_OF_RANGE bookingRules.hold", "OUT_OF_RANGE bookingRules.openBookingsPerAddress",
				},
			},
			{
				salon.BranchUpdateInput{BookingRules: &salon.BookingRulesInput{
					StartInterval: new(25 * time.Hour), LeadTime: new(366 * 24 * time.Hour), HorizonDays: new(731),
					CancellationPeriod: new(366 * 24 * time.Hour), Hold: new(25 * time.Hour), OpenBookingsPerAddress: new(1001),
				}},
				[]string{
					"OUT_OF_RANGE bookingRules.startInterval", "OUT_OF_RANGE bookingRules.leadTime", "OUT_OF_RANGE bookingRules.horizonDays",
					"OUT_OF_RANGE bookingRules.cancellationPeriod", "OUT_OF_RANGE bookingRules.hold", "OUT_OF_RANGE bookingRules.openBookingsPerAddress",
				},
			},
			{salon.BranchUpdateInput{PhotosKeptDays: new(0)}, []string{"OUT_OF_RANGE photosKeptDays"}},
			{salon.BranchUpdateInput{PhotosKeptDays: new(366)}, []string{"OUT_OF_RANGE photosKeptDays"}},
			{salon.BranchUpdateInput{Name: new(""), TimeZone: new(""), Slug: new("a b")}, []string{"REQUIRED name", "SLUG_INVALID slug", "TIME_ZONE_UNKNOWN timeZone"}},
		} {
			test.change.ID = mitte
			s.refuses(t, test.change, test.want...)
		}
		s.refuses(t, salon.BranchCreateInput{Locale: branch.LocaleDE}, "REQUIRED name", "TIME_ZONE_UNKNOWN timeZone")
	})
}

func TestTheOwnerIsActiveInTheFirstBranch(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := newTestSalon(t, db)
		s.write(t, func(ctx context.Context, c *ent.Client) {
			c.Person.Create().SetID("prs_olga").ExecX(ctx)
			c.Staff.Create().SetID("stf_olga").SetPersonID("prs_olga").SetFirstName("Olga").SetDisplayName("Olga").SetColor("#0f5c63").SetRole(staff.RoleOWNER).ExecX(ctx)
		})
		olga := actor.With(t.Context(), actor.Actor{Role: actor.Owner, StaffID: "stf_olga", PersonID: "prs_olga", Fresh: true})
		partner, err := s.StaffCreate(olga, salon.StaffCreateInput{FirstName: "Max", Role: staff.RoleMEMBER})
		check(t, err)
		partner, err = s.StaffRoleSet(olga, salon.StaffRoleSetInput{ID: partner.ID, Role: staff.RoleOWNER})
		check(t, err)
		same(t, "an owner before there is a branch", partner.Role, staff.RoleOWNER)
		for _, test := range []struct {
			name   string
			active bool
		}{{"Salon Olga", true}, {"Salon Süd", false}} {
			row, err := s.BranchCreate(olga, salon.BranchCreateInput{Name: test.name, TimeZone: "Europe/Berlin", Locale: branch.LocaleDE})
			check(t, err)
			exists := db.Client().BranchMembership.Query().Where(branchmembership.BranchID(row.ID), branchmembership.StaffID("stf_olga"), branchmembership.Active(true)).ExistX(t.Context())
			same(t, "active in "+test.name, exists, test.active)
		}
	})
}
