package salon

import (
	"context"
	"slices"

	"visavis/ent"
	"visavis/ent/predicate"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/availability"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/lookup"
	"visavis/internal/pagination"
	"visavis/internal/reach"
	"visavis/internal/schedule"
	"visavis/internal/store"
)

// Readiness lists the preconditions for booking a profile for video consultations in a branch.
type Readiness struct {
	Staff        *ent.Staff
	Requirements []*Requirement
}

// Ready reports whether every requirement is met.
func (r *Readiness) Ready() bool {
	for _, requirement := range r.Requirements {
		if !requirement.Met {
			return false
		}
	}
	return true
}

// Requirement is a precondition of being bookable by video.
type Requirement struct {
	Code RequirementCode
	Met  bool
}

// ReadinessPage is a page of the readiness of profiles.
type ReadinessPage = pagination.Connection[Readiness]

// ReadinessFilter selects profiles whose readiness in a branch is asked for.
type ReadinessFilter struct {
	BranchID        string
	Search          *string // as that of StaffFilter
	IncludeInactive bool    // those that are not active in the branch too
}

// VideoReadiness returns the readiness in the branch of profiles that the actor reaches and that are not archived, ordered by display
// name.
func (s *Salon) VideoReadiness(ctx context.Context, filter ReadinessFilter, request pagination.Request) (page *ReadinessPage, err error) {
	list, err := lookup.ReadList(filter.Search, request)
	if err != nil {
		return nil, err
	}
	if err := id.Branch.Check(filter.BranchID, "branchId"); err != nil {
		return nil, err
	}
	err = s.store.View(ctx, func(client *ent.Client) error {
		row, err := client.Branch.Get(ctx, filter.BranchID)
		if row, err = store.Found(row, err, "branchId"); err != nil {
			return err
		}
		if err := reach.CheckSetUp(ctx, filter.BranchID, "branchId"); err != nil {
			return err
		}
		first, err := today(row, s.clock())
		if err != nil {
			return err
		}
		reached := reach.ListedProfiles(actor.Of(ctx))
		if !filter.IncludeInactive {
			reached = reach.ProfilesIn(actor.Of(ctx), filter.BranchID)
		}
		rows, err := client.Staff.Query().Where(staff.ArchivedAtIsNil()).Where(reached...).Where(lookup.PageOf[predicate.Staff](list)).All(ctx)
		if err != nil {
			return err
		}
		profiles := pagination.Of(rows, request, placeOfProfile)
		page = &ReadinessPage{PageInfo: profiles.PageInfo}
		if len(profiles.Nodes) == 0 {
			return nil
		}
		staffIDs := make([]string, len(profiles.Nodes))
		for i, profile := range profiles.Nodes {
			staffIDs[i] = profile.ID
		}
		horizon := civil.DateRange{First: first, Last: first.AddDays(row.HorizonDays)}
		snapshot, err := schedule.Load(ctx, client, schedule.Scope{
			BranchID: row.ID, Dates: horizon, Staff: []predicate.Staff{staff.IDIn(staffIDs...)}, Now: s.clock(),
		})
		if err != nil {
			return err
		}
		page.Nodes = readinessOf(snapshot, horizon)
		return nil
	})
	return page, err
}

// readinessOf returns the readiness of the snapshot's members on the dates.
func readinessOf(snapshot *schedule.Snapshot, dates civil.DateRange) []*Readiness {
	list := make([]*Readiness, len(snapshot.Members))
	for i := range snapshot.Members {
		member := &snapshot.Members[i]
		times := timesOf(&snapshot.Branch, &member.Staff, dates)
		always := availability.Ineligible(&member.Staff, &anyVideoService)
		list[i] = &Readiness{Staff: member.Row, Requirements: []*Requirement{
			{BookableOnline, !slices.Contains(always, availability.StaffOffline)},
			{ActiveInBranch, !slices.Contains(always, availability.NotInBranch)},
			{VideoCompetency, competent(&member.Staff, snapshot.Services)},
			{VideoLink, !slices.Contains(always, availability.NoVideoLink)},
			{VideoOnlyMode, times.consults},
			{WorkPlan, times.works},
			{OpeningHours, times.open},
		}}
	}
	return list
}

// anyVideoService stands for every video service, to ask for the obstacles that do not depend on the service.
var anyVideoService = availability.Service{Video: true, Online: true}

// competent reports whether there is a video service that is offered online and for which the profile is competent.
func competent(member *availability.Staff, services []schedule.Service) bool {
	return slices.ContainsFunc(services, func(s schedule.Service) bool {
		return s.Service.Video && !slices.ContainsFunc(availability.Ineligible(member, &s.Service), concernsService)
	})
}

// concernsService reports whether the obstacle depends on the service, unlike those of the profile alone.
func concernsService(o availability.Obstacle) bool {
	return o == availability.NotCompetent || o == availability.ServiceArchived || o == availability.ServiceOffline
}
