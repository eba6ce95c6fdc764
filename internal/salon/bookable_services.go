package salon

import (
	"context"

	"visavis/ent"
	"visavis/ent/branchmembership"
	"visavis/ent/service"
	"visavis/internal/availability"
	"visavis/internal/reach"
	"visavis/internal/schedule"
)

// BookableServicesOf returns by branch, ordered by name, the services for which some profile meets rule 1 there. Whether and
// when a start is free is not considered.
func (s *Salon) BookableServicesOf(ctx context.Context, branchIDs []string) (map[string][]*ent.Service, error) {
	bookable := map[string][]*ent.Service{}
	err := s.store.View(ctx, func(client *ent.Client) error {
		services, err := client.Service.Query().Order(ent.Asc(service.FieldOrderKey, service.FieldID)).All(ctx)
		if err != nil {
			return err
		}
		active := branchmembership.And(branchmembership.BranchIDIn(branchIDs...), branchmembership.Active(true))
		profiles, err := client.Staff.Query().Where(reach.ActiveIn(branchIDs...)).
			WithMemberships(func(q *ent.BranchMembershipQuery) { q.Where(active) }).WithCompetencies().WithVideoLink().All(ctx)
		if err != nil {
			return err
		}
		clear(bookable)
		eligible := eligibleByBranch(profiles, services)
		for branchID, serviceIDs := range eligible {
			for _, row := range services {
				if serviceIDs[row.ID] {
					bookable[branchID] = append(bookable[branchID], row)
				}
			}
		}
		return nil
	})
	return bookable, err
}

// eligibleByBranch returns by branch the IDs of the services for which one of the profiles is eligible.
func eligibleByBranch(profiles []*ent.Staff, services []*ent.Service) map[string]map[string]bool {
	eligible := map[string]map[string]bool{}
	for _, profile := range profiles {
		member := schedule.EligibilityOf(profile, services)
		for _, m := range profile.Edges.Memberships {
			member.Active = m.Active
			if eligible[m.BranchID] == nil {
				eligible[m.BranchID] = map[string]bool{}
			}
			for _, row := range services {
				asked := schedule.ServiceOf(row)
				if len(availability.Ineligible(&member, &asked)) == 0 {
					eligible[m.BranchID][row.ID] = true
				}
			}
		}
	}
	return eligible
}
