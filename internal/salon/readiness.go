package salon

import (
	"context"
	"slices"

	"visavis/ent"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/availability"
	"visavis/internal/civil"
	"visavis/internal/id"
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

// VideoReadiness returns the readiness in the branch of every profile that the actor reaches and that is not archived.
func (s *Salon) VideoReadiness(ctx context.Context, branchID string) (list []*Readiness, err error) {
	if err := id.Branch.Check(branchID, "branchId"); err != nil {
		return nil, err
	}
	err = s.store.View(ctx, func(client *ent.Client) error {
		row, err := client.Branch.Get(ctx, branchID)
		if row, err = store.Found(row, err, "branchId"); err != nil {
			return err
		}
		if err := reach.CheckSetUp(ctx, branchID, "branchId"); err != nil {
			return err
		}
		first, err := today(row, s.clock())
		if err != nil {
			return err
		}
		horizon := civil.DateRange{First: first, Last: first.AddDays(row.HorizonDays)}
		snapshot, err := schedule.Load(ctx, client, schedule.Scope{
			BranchID: row.ID, Dates: horizon, Staff: append(reach.Profiles(actor.Of(ctx)), staff.ArchivedAtIsNil()), Now: s.clock(),
		})
		if err != nil {
			return err
		}
		list = readinessOf(snapshot, horizon)
		return nil
	})
	return list, err
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
