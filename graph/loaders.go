package graph

import (
	"context"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/vikstrous/dataloadgen"

	"visavis/ent"
	"visavis/internal/account"
	"visavis/internal/audit"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/picture"
	"visavis/internal/room"
	"visavis/internal/salon"
	"visavis/internal/schedule"
	"visavis/internal/visit"
)

// loaders batch the reads of one response, so that the number of database queries
// does not grow with the data.
type loaders struct {
	branch          *loader[string, *ent.Branch]
	staff           *loader[string, *ent.Staff]
	service         *loader[string, *ent.Service]
	serviceCategory *loader[string, *ent.ServiceCategory]

	legalText         *loader[salon.LegalVersion, *ent.LegalText]
	picture           *loader[string, *ent.Picture]
	openingHours      *loader[string, []*salon.WeeklyInterval]
	openingExceptions *loader[datesKey, []*ent.OpeningException]
	bookableServices  *loader[string, []*ent.Service]
	bookableStaff     *loader[string, []*schedule.StaffProfile]
	videoOnlyModes    *loader[string, []*ent.VideoOnlyMode]
	consultants       *loader[string, []*ent.Staff]
	videoOnlyHours    *loader[string, []*salon.WeeklyInterval]

	profiles        *loader[string, []*ent.Staff]
	branches        *loader[amongKey, []*ent.Branch]
	competencies    *loader[string, []*ent.Competency]
	videoLink       *loader[string, *ent.VideoLink]
	workPlans       *loader[string, []*ent.WorkPlan]
	clearedPlans    *loader[string, []*ent.ClearedPlan]
	shifts          *loader[int, []*salon.Shift]
	shiftOverrides  *loader[datesKey, []*ent.ShiftOverride]
	absences        *loader[string, []*ent.Absence]
	absenceRequests *loader[string, []*ent.AbsenceRequest]
	calendarFeed    *loader[string, bool]

	customer      *loader[string, *ent.Customer]
	customerCards *loader[string, *ent.CustomerCard]
	visits        *loader[string, *visit.Visits]
	duplicates    *loader[string, []*ent.Customer]
	appointments  *loader[string, []*ent.Appointment]
	appointment   *loader[string, *ent.Appointment]
	histories     *loader[string, []*booking.Event]
	changeRequest *loader[string, *ent.ChangeRequest]
	offer         *loader[string, *ent.Offer]
	offerByID     *loader[string, *ent.Offer]
	offeredStarts *loader[string, []*ent.Appointment]
	photos        *loader[string, []*ent.ConsultationPhoto]
	roomOpenings  *loader[string, *civil.Instant]
	roomCustomer  *loader[string, *room.Customer]

	auditName *loader[string, string]

	account  *loader[string, *ent.Account]
	sessions *loader[string, int]
}

// A loader reads by batch. It is set up when it is first used, since most responses use few of them.
type loader[K comparable, V any] struct {
	wait  time.Duration
	batch func(context.Context, []K) (map[K]V, error)

	once  sync.Once
	ready *dataloadgen.Loader[K, V]
}

func newLoader[K comparable, V any](wait time.Duration, batch func(context.Context, []K) (map[K]V, error)) *loader[K, V] {
	return &loader[K, V]{wait: wait, batch: batch}
}

// Load returns the value of a key, the zero value if the batch has none.
func (l *loader[K, V]) Load(ctx context.Context, key K) (V, error) { return l.set().Load(ctx, key) }

// LoadAll returns the values of the keys.
func (l *loader[K, V]) LoadAll(ctx context.Context, keys []K) ([]V, error) {
	return l.set().LoadAll(ctx, keys)
}

func (l *loader[K, V]) set() *dataloadgen.Loader[K, V] {
	l.once.Do(func() {
		l.ready = dataloadgen.NewLoader(func(ctx context.Context, keys []K) ([]V, []error) {
			found, err := l.batch(ctx, keys)
			values := make([]V, len(keys))
			for i, key := range keys {
				values[i] = found[key]
			}
			if err != nil {
				return values, slices.Repeat([]error{err}, len(keys))
			}
			return values, nil
		}, dataloadgen.WithWait(l.wait))
	})
	return l.ready
}

// A pair is an ID together with what else selects the value.
type pair[S comparable] struct {
	id     string
	second S
}

type (
	datesKey = pair[civil.DateRange]
	amongKey = pair[string] // with branches as one text, see among
)

// among returns IDs as one text, since a key cannot be a list.
func among(ids []string) string { return strings.Join(ids, "\x00") }

// branchesAmong is a batch by profile.
func branchesAmong(s *salon.Salon) func(context.Context, []string, string) (map[string][]*ent.Branch, error) {
	return func(ctx context.Context, staffIDs []string, among string) (map[string][]*ent.Branch, error) {
		if among == "" {
			return s.BranchesOf(ctx, staffIDs, nil)
		}
		return s.BranchesOf(ctx, staffIDs, strings.Split(among, "\x00"))
	}
}

func newLoaders(s *salon.Salon, b *booking.Booking, a *account.Accounts, p *picture.Library, t *audit.Trail, rooms *room.Rooms, wait time.Duration) *loaders {
	return &loaders{
		branch:          newLoader(wait, s.BranchesByID),
		staff:           newLoader(wait, s.StaffByID),
		service:         newLoader(wait, s.ServicesByID),
		serviceCategory: newLoader(wait, s.ServiceCategoriesByID),

		legalText:         newLoader(wait, s.LegalTextsOf),
		picture:           newLoader(wait, p.Described),
		openingHours:      newLoader(wait, s.OpeningHoursOf),
		openingExceptions: newLoader(wait, bySecond(s.OpeningExceptionsOf)),
		bookableServices:  newLoader(wait, s.BookableServicesOf),
		bookableStaff:     newLoader(wait, s.BookableStaffOf),
		videoOnlyModes:    newLoader(wait, s.VideoOnlyModesOf),
		consultants:       newLoader(wait, s.ConsultantsOf),
		videoOnlyHours:    newLoader(wait, s.VideoOnlyHoursOf),

		profiles:        newLoader(wait, s.ProfilesOf),
		branches:        newLoader(wait, bySecond(branchesAmong(s))),
		competencies:    newLoader(wait, s.CompetenciesOf),
		videoLink:       newLoader(wait, s.VideoLinksOf),
		workPlans:       newLoader(wait, s.WorkPlansOf),
		clearedPlans:    newLoader(wait, s.ClearedPlansOf),
		shifts:          newLoader(wait, s.ShiftsOf),
		shiftOverrides:  newLoader(wait, bySecond(s.ShiftOverridesOf)),
		absences:        newLoader(wait, s.AbsencesOf),
		absenceRequests: newLoader(wait, s.AbsenceRequestsOf),
		calendarFeed:    newLoader(wait, s.CalendarFeedsOf),

		customer:      newLoader(wait, b.CustomersByID),
		customerCards: newLoader(wait, b.CustomerCardsOf),
		visits:        newLoader(wait, b.VisitsOf),
		duplicates:    newLoader(wait, b.DuplicatesOf),
		appointments:  newLoader(wait, b.AppointmentsOf),
		appointment:   newLoader(wait, b.AppointmentsByID),
		histories:     newLoader(wait, b.HistoriesOf),
		changeRequest: newLoader(wait, b.ChangeRequestsOf),
		offer:         newLoader(wait, b.OffersOf),
		offerByID:     newLoader(wait, b.OffersByID),
		offeredStarts: newLoader(wait, b.OfferedStarts),
		photos:        newLoader(wait, b.ConsultationPhotosOf),
		roomOpenings:  newLoader(wait, b.RoomOpenings),
		roomCustomer:  newLoader(wait, rooms.Customers),

		auditName: newLoader(wait, t.NamesByID),

		account:  newLoader(wait, a.AccountsOf),
		sessions: newLoader(wait, a.SessionsOf),
	}
}

// bySecond calls batch once for each distinct second part of the keys.
func bySecond[S comparable, V any](batch func(context.Context, []string, S) (map[string]V, error)) func(context.Context, []pair[S]) (map[pair[S]]V, error) {
	return func(ctx context.Context, keys []pair[S]) (map[pair[S]]V, error) {
		ids := map[S][]string{}
		for _, key := range keys {
			ids[key.second] = append(ids[key.second], key.id)
		}
		values := map[pair[S]]V{}
		for _, second := range slices.Collect(maps.Keys(ids)) {
			found, err := batch(ctx, ids[second], second)
			if err != nil {
				return nil, err
			}
			for id, value := range found {
				values[pair[S]{id, second}] = value
			}
		}
		return values, nil
	}
}

// within returns the range between optional bounds.
func within(from, to *civil.Date) civil.DateRange {
	dates := civil.DateRange{First: civil.FirstDate, Last: civil.LastDate}
	if from != nil {
		dates.First = *from
	}
	if to != nil {
		dates.Last = *to
	}
	return dates
}

// load returns the loaders of the response being built.
func load(ctx context.Context) *loaders { return answerOf(ctx).loaders() }
