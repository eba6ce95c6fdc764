package salon

import (
	"context"

	"visavis/ent"
	"visavis/ent/predicate"
	"visavis/ent/staff"
	"visavis/internal/availability"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/schedule"
)

// Readiness tells whether a profile can be booked for video consultations in a branch.
type Readiness struct {
	Staff        *ent.Staff
	Requirements []*Requirement
}

// Ready tells whether every requirement is met.
func (r *Readiness) Ready() bool {
	for _, requirement := range r.Requirements {
		if !requirement.Met {
			return false
		}
	}
	return true
}

// Requirement is one precondition of being bookable by video.
type Requirement struct {
	Code RequirementCode
	Met  bool
}

// VideoReadiness tells of every profile that is not archived what it needs to be
// bookable by video in the branch.
func (s *Salon) VideoReadiness(ctx context.Context, branchID string) (list []*Readiness, err error) {
	if err := id.Branch.Check(branchID, "branchId"); err != nil {
		return nil, err
	}
	err = s.store.View(ctx, func(client *ent.Client) error {
		row, err := client.Branch.Get(ctx, branchID)
		if row, err = found(row, err, "branchId"); err != nil {
			return err
		}
		snapshot, err := s.untilHorizon(ctx, client, row, staff.ArchivedAtIsNil())
		if err != nil {
			return err
		}
		list = readinessOf(snapshot, s.clock())
		return nil
	})
	return list, err
}

// untilHorizon loads what decides about the starts from today to the booking horizon.
func (s *Salon) untilHorizon(ctx context.Context, client *ent.Client, row *ent.Branch, of ...predicate.Staff) (*schedule.Snapshot, error) {
	now := s.clock()
	first, err := today(row, now)
	if err != nil {
		return nil, err
	}
	dates := civil.DateRange{First: first, Last: first.AddDays(row.HorizonDays)}
	return schedule.Load(ctx, client, schedule.Scope{BranchID: row.ID, Dates: dates, Staff: of, Now: now})
}

func readinessOf(snapshot *schedule.Snapshot, now civil.Instant) []*Readiness {
	first := snapshot.Branch.Zone.Date(now)
	dates := civil.DateRange{First: first, Last: first.AddDays(snapshot.Branch.Rules.HorizonDays)}
	list := make([]*Readiness, len(snapshot.Members))
	for i := range snapshot.Members {
		member := &snapshot.Members[i]
		works, open := working(&snapshot.Branch, &member.Staff, dates)
		list[i] = &Readiness{Staff: member.Row, Requirements: []*Requirement{
			{BookableOnline, member.Staff.Online},
			{ActiveInBranch, member.Staff.Active},
			{VideoCompetency, consults(&member.Staff, snapshot.Services)},
			{VideoLink, member.Staff.VideoLink},
			{WorkPlan, works},
			{OpeningHours, open},
		}}
	}
	return list
}

func consults(member *availability.Staff, services []schedule.Service) bool {
	for _, s := range services {
		if s.Service.Video && s.Service.Online && !s.Service.Archived && member.Competence[s.Service.ID] {
			return true
		}
	}
	return false
}

// working tells whether the profile works on the dates at all, and while the
// branch is open. Whoever consults in video-only mode needs no opening hours,
// and with own video hours no plan.
func working(branch *availability.Branch, member *availability.Staff, dates civil.DateRange) (works, open bool) {
	rostered := availability.RosteredSpans(branch, member, dates)
	works, open = len(rostered) > 0, meet(rostered, availability.OpenSpans(branch, dates))
	for i := range branch.VideoOnly {
		mode := &branch.VideoOnly[i]
		covered := mode.Within(dates)
		if covered.Days() == 0 || !mode.Consults(member) {
			continue
		}
		if mode.OwnHours != nil || len(availability.RosteredSpans(branch, member, covered)) > 0 {
			return true, true
		}
	}
	return works, open
}

// meet tells whether two ascending lists of spans have an instant in common.
func meet(a, b []availability.Span) bool {
	for len(a) > 0 && len(b) > 0 {
		if max(a[0].Start, b[0].Start) < min(a[0].End, b[0].End) {
			return true
		}
		if a[0].End < b[0].End {
			a = a[1:]
		} else {
			b = b[1:]
		}
	}
	return false
}
