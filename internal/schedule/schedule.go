// Package schedule loads from the database, in a fixed number of queries, the snapshot from which package availability
// computes the starts of a branch.
package schedule

import (
	"context"
	"slices"
	"time"

	"visavis/ent"
	"visavis/ent/absence"
	"visavis/ent/branch"
	"visavis/ent/branchmembership"
	"visavis/ent/openingexception"
	"visavis/ent/predicate"
	"visavis/ent/service"
	"visavis/ent/shiftoverride"
	"visavis/ent/staff"
	"visavis/ent/videoonlymode"
	"visavis/ent/workplan"
	"visavis/internal/availability"
	"visavis/internal/civil"
	"visavis/internal/reach"
)

// Snapshot is the set-up and the appointments of one branch at one moment.
type Snapshot struct {
	Row      *ent.Branch
	Branch   availability.Branch
	Members  []Member
	Services []Service
}

// Member is a profile, seen from the branch.
type Member struct {
	Row   *ent.Staff
	Staff availability.Staff
}

// Service is a service, which may be archived.
type Service struct {
	Row     *ent.Service
	Service availability.Service
}

// Scope selects what a snapshot holds.
type Scope struct {
	BranchID string
	Dates    civil.DateRange       // the local dates of the starts asked about
	Staff    []predicate.Staff     // which profiles
	Services []predicate.Service   // which services; none: all
	Now      civil.Instant         // holds that have expired by then do not count
	Except   predicate.Appointment // appointments that do not count; may be nil
}

// ActiveIn selects the profiles that are active in a branch and not archived.
func ActiveIn(branchID string) []predicate.Staff {
	return []predicate.Staff{staff.ArchivedAtIsNil(), reach.ActiveIn(branchID)}
}

// maximalReach is the number of days by which an appointment and its clean-up time, of a day each, may extend beyond a date.
const maximalReach = 3

// around returns the dates whose plans and appointments may affect the starts on the dates.
func around(dates civil.DateRange) civil.DateRange {
	return civil.DateRange{First: dates.First.AddDays(-maximalReach), Last: dates.Last.AddDays(maximalReach)}
}

// Load returns the snapshot. The error is ent's not-found error if there is no such branch.
func Load(ctx context.Context, client *ent.Client, scope Scope) (*Snapshot, error) {
	snapshot, err := LoadSetUp(ctx, client, scope)
	if err != nil {
		return nil, err
	}
	from, until := around(scope.Dates).PossibleInstants()
	return snapshot.occupied(ctx, client, from, until, scope.Now, scope.Except)
}

// LoadSetUp is [Load] without appointments.
func LoadSetUp(ctx context.Context, client *ent.Client, scope Scope) (*Snapshot, error) {
	dates := around(scope.Dates)
	first, last := dates.First, dates.Last
	row, err := client.Branch.Query().
		Where(branch.ID(scope.BranchID)).
		WithOpeningHours().
		WithOpeningExceptions(func(q *ent.OpeningExceptionQuery) {
			q.Where(openingexception.DateGTE(first), openingexception.DateLTE(last)).Order(openingexception.ByDate())
		}).
		WithVideoOnlyModes(func(q *ent.VideoOnlyModeQuery) {
			q.Where(videoonlymode.FirstDateLTE(last), videoonlymode.Or(videoonlymode.LastDateIsNil(), videoonlymode.LastDateGTE(first))).
				Order(videoonlymode.ByFirstDate()).WithHours().WithStaff()
		}).
		Only(ctx)
	if err != nil {
		return nil, err
	}
	zone, err := civil.LoadZone(row.TimeZone)
	if err != nil {
		return nil, err
	}
	profiles, err := loadProfiles(ctx, client, scope)
	if err != nil {
		return nil, err
	}
	services, err := client.Service.Query().Where(scope.Services...).Order(ent.Asc(service.FieldOrderKey, service.FieldID)).All(ctx)
	if err != nil {
		return nil, err
	}
	snapshot := &Snapshot{Row: row, Branch: branchOf(row, zone)}
	for _, s := range services {
		snapshot.Services = append(snapshot.Services, Service{Row: s, Service: ServiceOf(s)})
	}
	people := map[string]*availability.Person{}
	for _, p := range profiles {
		if people[p.PersonID] == nil {
			people[p.PersonID] = personOf(p.Edges.Person, zone)
		}
		snapshot.Members = append(snapshot.Members, Member{Row: p, Staff: staffOf(p, row, people[p.PersonID], services)})
	}
	return snapshot, nil
}

func loadProfiles(ctx context.Context, client *ent.Client, scope Scope) ([]*ent.Staff, error) {
	dates := around(scope.Dates)
	first, last := dates.First, dates.Last
	from, until := dates.PossibleInstants()
	return client.Staff.Query().
		Where(scope.Staff...).
		Order(ent.Asc(staff.FieldOrderKey, staff.FieldID)).
		WithMemberships(func(q *ent.BranchMembershipQuery) { q.Where(branchmembership.BranchID(scope.BranchID)) }).
		WithCompetencies().
		WithVideoLink().
		WithWorkPlans(func(q *ent.WorkPlanQuery) {
			q.Where(workplan.BranchID(scope.BranchID),
				workplan.Or(workplan.ValidFromIsNil(), workplan.ValidFromLTE(last)),
				workplan.Or(workplan.ValidUntilIsNil(), workplan.ValidUntilGTE(first))).
				WithShifts()
		}).
		WithShiftOverrides(func(q *ent.ShiftOverrideQuery) {
			q.Where(shiftoverride.BranchID(scope.BranchID), shiftoverride.DateGTE(first), shiftoverride.DateLTE(last)).
				Order(shiftoverride.ByDate())
		}).
		WithPerson(func(q *ent.PersonQuery) {
			q.WithAbsences(func(q *ent.AbsenceQuery) {
				q.Where(absence.Or(
					absence.And(absence.LastDayGTE(first), absence.FirstDayLTE(last)),
					absence.And(absence.EndsAtGT(from), absence.StartsAtLT(until)),
				))
			})
		}).
		All(ctx)
}

func branchOf(row *ent.Branch, zone civil.Zone) availability.Branch {
	b := availability.Branch{
		Zone: zone,
		Rules: availability.Rules{
			StartInterval: time.Duration(row.StartIntervalMinutes) * time.Minute,
			LeadTime:      time.Duration(row.LeadTimeMinutes) * time.Minute,
			HorizonDays:   row.HorizonDays,
		},
	}
	for _, h := range row.Edges.OpeningHours {
		b.Hours[h.Weekday] = h.Intervals
	}
	for _, e := range row.Edges.OpeningExceptions {
		b.Exceptions = append(b.Exceptions, availability.DayPlan{Date: e.Date, Intervals: e.Intervals})
	}
	for _, m := range row.Edges.VideoOnlyModes {
		b.VideoOnly = append(b.VideoOnly, videoOnlyOf(m))
	}
	return b
}

func videoOnlyOf(row *ent.VideoOnlyMode) availability.VideoOnly {
	mode := availability.VideoOnly{From: row.FirstDate, Until: row.LastDate}
	for _, s := range row.Edges.Staff {
		mode.Staff = append(mode.Staff, s.ID)
	}
	slices.Sort(mode.Staff)
	if row.OwnHours {
		mode.OwnHours = &availability.Week{}
		for _, h := range row.Edges.Hours {
			mode.OwnHours[h.Weekday] = h.Intervals
		}
	}
	return mode
}

// ServiceOf returns a service as the rules see it.
func ServiceOf(row *ent.Service) availability.Service {
	return availability.Service{
		ID:       row.ID,
		Video:    row.Delivery == service.DeliveryVIDEO,
		Archived: row.ArchivedAt != nil,
		Online:   row.BookableOnline,
		Duration: time.Duration(row.DurationMinutes) * time.Minute,
		CleanUp:  time.Duration(row.CleanUpMinutes) * time.Minute,
	}
}
