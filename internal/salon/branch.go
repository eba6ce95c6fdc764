package salon

import (
	"context"
	"fmt"
	"strings"
	"time"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/ent/change"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/form"
	"visavis/internal/id"
	"visavis/internal/idempotency"
	"visavis/internal/reminder"
	"visavis/internal/retention"
)

// AddressInput is a postal address; nil keeps, or leaves empty, its part.
type AddressInput struct {
	Street     *string
	PostalCode *string
	City       *string
	Country    *string
}

// BookingRulesInput holds rules of online booking; nil keeps a value, or leaves the default.
type BookingRulesInput struct {
	StartInterval      *time.Duration
	LeadTime           *time.Duration
	HorizonDays        *int
	CancellationPeriod *time.Duration
	Hold               *time.Duration

	OpenBookingsPerAddress *int
	ConfirmBookings        *branch.ConfirmBookings
}

// BranchCreateInput is a new branch.
type BranchCreateInput struct {
	Name         string
	Slug         *string
	TimeZone     string
	Locale       branch.Locale
	Currency     *string // ISO 4217
	Address      *AddressInput
	Email        *string
	Phone        *string
	BookingRules *BookingRulesInput

	CountryCode     *string // nil: that of the time zone, if it is in one
	SubdivisionCode *string
	IdempotencyKey  *string // the same for every try; nil: none
}

// BranchUpdateInput holds changes of a branch; nil keeps a value.
type BranchUpdateInput struct {
	ID           string
	Name         *string
	Slug         *string
	TimeZone     *string
	Locale       *branch.Locale
	Currency     *string // ISO 4217
	Address      *AddressInput
	Email        *string
	Phone        *string
	BookingRules *BookingRulesInput

	CountryCode     *string // empty: unknown
	SubdivisionCode *string // empty: unknown

	ReminderLeads []time.Duration // nil keeps them; empty: no reminders

	CustomerPhone *branch.CustomerPhone
	VatNote       *branch.VatNote

	PhotosKeptDays *int

	OwnRoomByDefault *bool
	AdmitByHand      *bool
	Imprint          *LegalTextInput
	PrivacyNotice    *LegalTextInput
	Terms            *LegalTextInput

	Accent *string // #rrggbb; empty: the usual
	LogoID *string // empty: none
}

// BranchCreate creates a branch without opening hours. A manager who creates it becomes active in it, as does an owner in the first.
func (s *Salon) BranchCreate(ctx context.Context, input BranchCreateInput) (*ent.Branch, error) {
	var f setupForm
	set := f.branch(BranchUpdateInput{
		Name: &input.Name, Slug: input.Slug, TimeZone: &input.TimeZone, Locale: &input.Locale, Currency: input.Currency,
		Address: input.Address, Email: input.Email, Phone: input.Phone, BookingRules: input.BookingRules,
	})
	request := f.request(ctx, input.IdempotencyKey, input)
	country, subdivision := f.country("countryCode", input.CountryCode), f.subdivision("subdivisionCode", input.SubdivisionCode)
	if err := f.Err(); err != nil {
		return nil, err
	}
	var row *ent.Branch
	_, err := s.create(ctx, input, func(ctx context.Context, e *edit) (err error) {
		branchID, isRetry, err := e.claim(ctx, request, id.Branch)
		if err != nil {
			return err
		}
		if isRetry {
			row, err = idempotency.Created(e.Branch.Get(ctx, branchID))
			return err
		}
		create := e.Branch.Create().SetID(branchID)
		set(create.Mutation())
		if country == nil {
			zone, err := civil.LoadZone(form.Copied(input.TimeZone))
			if err != nil {
				return err
			}
			country = new(zone.Country())
		}
		if err := setCountry(create.Mutation(), nil, country, subdivision); err != nil {
			return err
		}
		if input.Slug == nil {
			slug, err := freeSlug(ctx, e, slugOf(input.Name))
			if err != nil {
				return err
			}
			create.SetSlug(slug)
		}
		if input.Currency == nil {
			currency, err := e.usualCurrency(ctx)
			if err != nil {
				return err
			}
			create.SetCurrency(currency)
		}
		isFirst, err := e.hasNoBranch(ctx)
		if err != nil {
			return err
		}
		if row, err = create.Save(ctx); err != nil {
			return unique(err, "slug")
		}
		// A manager would not reach it otherwise, and an owner has a place in the calendar from the first day.
		if who := actor.Of(ctx); who.StaffID != "" && (who.Role == actor.Manager || isFirst) {
			if err := e.activate(ctx, who.StaffID, []string{row.ID}); err != nil {
				return err
			}
		}
		return e.Record(ctx, "branchCreate", row.ID, nil, row)
	})
	return row, err
}

func (e *edit) hasNoBranch(ctx context.Context) (bool, error) {
	exists, err := e.Branch.Query().Exist(ctx)
	return !exists, err
}

// freeSlug returns the wanted slug, with the first number that makes it unique if it is taken.
func freeSlug(ctx context.Context, e *edit, wanted string) (string, error) {
	slug := wanted
	for number := 2; ; number++ {
		taken, err := e.Branch.Query().Where(branch.Slug(slug)).Exist(ctx)
		if err != nil || !taken {
			return slug, err
		}
		ending := fmt.Sprintf("-%d", number)
		slug = strings.TrimRight(wanted[:min(len(wanted), form.NameLength-len(ending))], "-") + ending
	}
}

// BranchUpdate changes the given fields.
func (s *Salon) BranchUpdate(ctx context.Context, input BranchUpdateInput) (*ent.Branch, []*ent.Appointment, error) {
	var f setupForm
	set := f.branch(input)
	country, subdivision := f.country("countryCode", input.CountryCode), f.subdivision("subdivisionCode", input.SubdivisionCode)
	texts := f.legalTexts(input)
	if err := f.Err(); err != nil {
		return nil, nil, err
	}
	var after *ent.Branch
	stranded, err := s.edit(ctx, input, func(ctx context.Context, e *edit) error {
		before, err := e.beginInBranch(ctx, change.KindBRANCH, input.ID, "id")
		if err != nil {
			return err
		}
		update := before.Update()
		set(update.Mutation())
		if country != nil || subdivision != nil {
			if err := setCountry(update.Mutation(), before, country, subdivision); err != nil {
				return err
			}
		}
		if err := e.setLegalTexts(ctx, update.Mutation(), before, texts); err != nil {
			return err
		}
		if err := e.replacePicture(ctx, "logoId", before.LogoID, input.LogoID, update.Mutation().SetLogoID, update.Mutation().ClearLogoID); err != nil {
			return err
		}
		if after, err = update.Save(ctx); err != nil {
			return unique(err, "slug")
		}
		if err := reminder.Replan(ctx, e.Client, before, after, e.Now); err != nil {
			return err
		}
		return e.Record(ctx, "branchUpdate", after.ID, before, after)
	})
	return after, stranded, err
}

// branch validates the fields of a branch and returns a function that sets them.
func (f *setupForm) branch(input BranchUpdateInput) (set func(*ent.BranchMutation)) {
	const day, year = 24 * time.Hour, 365 * 24 * time.Hour
	address, rules := AddressInput{}, BookingRulesInput{}
	if input.Address != nil {
		address = *input.Address
	}
	if input.BookingRules != nil {
		rules = *input.BookingRules
	}
	name := f.Name("name", input.Name)
	slug := f.slug("slug", input.Slug)
	zone := f.zone("timeZone", input.TimeZone)
	currency := f.currency("currency", input.Currency)
	street := f.Line("address.street", address.Street, form.NameLength)
	postalCode := f.Line("address.postalCode", address.PostalCode, form.NameLength)
	city := f.Line("address.city", address.City, form.NameLength)
	country := f.Line("address.country", address.Country, form.NameLength)
	email := f.Email("email", input.Email)
	phone := f.Line("phone", input.Phone, form.NameLength)
	startInterval := f.Minutes("bookingRules.startInterval", rules.StartInterval, time.Minute, day)
	leadTime := f.Minutes("bookingRules.leadTime", rules.LeadTime, 0, year)
	horizon := f.number("bookingRules.horizonDays", rules.HorizonDays, 0, 730)
	cancellation := f.Minutes("bookingRules.cancellationPeriod", rules.CancellationPeriod, 0, year)
	hold := f.Minutes("bookingRules.hold", rules.Hold, time.Minute, day)
	accent := f.optionalColor("accent", input.Accent)
	leads := f.reminderLeads("reminderLeads", input.ReminderLeads)
	photosKept := f.number("photosKeptDays", input.PhotosKeptDays, retention.FewestPhotoDays, retention.MostPhotoDays)
	open := f.number("bookingRules.openBookingsPerAddress", rules.OpenBookingsPerAddress, 1, 1000)
	return func(m *ent.BranchMutation) {
		given(name, m.SetName)
		given(slug, m.SetSlug)
		given(zone, m.SetTimeZone)
		given(input.Locale, m.SetLocale)
		given(currency, m.SetCurrency)
		given(street, m.SetStreet)
		given(postalCode, m.SetPostalCode)
		given(city, m.SetCity)
		given(country, m.SetCountry)
		given(email, m.SetEmail)
		given(phone, m.SetPhone)
		given(startInterval, m.SetStartIntervalMinutes)
		given(leadTime, m.SetLeadTimeMinutes)
		given(horizon, m.SetHorizonDays)
		given(cancellation, m.SetCancellationPeriodMinutes)
		given(hold, m.SetHoldMinutes)
		given(open, m.SetOpenBookingsPerAddress)
		given(rules.ConfirmBookings, m.SetConfirmBookings)
		if leads != nil {
			m.SetReminderLeadMinutes(leads)
		}
		given(input.CustomerPhone, m.SetCustomerPhone)
		given(input.VatNote, m.SetVatNote)
		given(photosKept, m.SetPhotosKeptDays)
		given(input.OwnRoomByDefault, m.SetOwnRoomByDefault)
		given(input.AdmitByHand, m.SetAdmitByHand)
		given(accent, m.SetAccent)
	}
}

// given calls set with the value, unless it was left out.
func given[T any](value *T, set func(T)) {
	if value != nil {
		set(*value)
	}
}

// today returns the local date in the branch.
func today(row *ent.Branch, now civil.Instant) (civil.Date, error) {
	zone, err := civil.LoadZone(row.TimeZone)
	if err != nil {
		return 0, err
	}
	return zone.Date(now), nil
}
