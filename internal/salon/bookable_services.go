package salon

import (
	"context"

	"visavis/ent"
	"visavis/ent/branchmembership"
	"visavis/ent/service"
	"visavis/ent/staff"
	"visavis/internal/availability"
	"visavis/internal/reach"
	"visavis/internal/schedule"
)

// BookableServicesOf returns by branch, ordered by name, the services for which some profile meets rule 1 there. Whether and
// when a start is free is not considered.
func (s *Salon) BookableServicesOf(ctx context.Context, branchIDs []string) (map[string][]*ent.Service, error) {
	bookable := map[string][]*ent.Service{}
	err := s.store.View(ctx, func(client *ent.Client) error {
		clear(bookable)
		services, profiles, err := offering(ctx, client, branchIDs)
		if err != nil {
			return err
		}
		eligible := map[string]map[string]bool{}
		for _, profile := range profiles {
			for branchID, rows := range eligibleFor(profile, services) {
				if eligible[branchID] == nil {
					eligible[branchID] = map[string]bool{}
				}
				for _, row := range rows {
					eligible[branchID][row.ID] = true
				}
			}
		}
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

// BookableStaffOf returns by branch, ordered by display name, the profiles that meet rule 1 there for some service.
func (s *Salon) BookableStaffOf(ctx context.Context, branchIDs []string) (map[string][]*schedule.StaffProfile, error) {
	bookable := map[string][]*schedule.StaffProfile{}
	err := s.store.View(ctx, func(client *ent.Client) error {
		clear(bookable)
		services, profiles, err := offering(ctx, client, branchIDs)
		if err != nil {
			return err
		}
		for _, profile := range profiles {
			for branchID, rows := range eligibleFor(profile, services) {
				if len(rows) > 0 {
					bookable[branchID] = append(bookable[branchID], schedule.ProfileOf(profile))
				}
			}
		}
		return nil
	})
	return bookable, err
}

// offering returns all services by name, and the profiles that are active in one of the branches by display name.
func offering(ctx context.Context, client *ent.Client, branchIDs []string) ([]*ent.Service, []*ent.Staff, error) {
	services, err := client.Service.Query().Order(ent.Asc(service.FieldOrderKey, service.FieldID)).All(ctx)
	if err != nil {
		return nil, nil, err
	}
	active := branchmembership.And(branchmembership.BranchIDIn(branchIDs...), branchmembership.Active(true))
	profiles, err := client.Staff.Query().Where(reach.ActiveIn(branchIDs...)).Order(ent.Asc(staff.FieldOrderKey, staff.FieldID)).
		WithMemberships(func(q *ent.BranchMembershipQuery) { q.Where(active).WithBranch() }).WithCompetencies().WithVideoLink().All(ctx)
	return services, profiles, err
}

// eligibleFor returns by branch the services for which a profile is eligible.
func eligibleFor(profile *ent.Staff, services []*ent.Service) map[string][]*ent.Service {
	eligible := map[string][]*ent.Service{}
	for _, m := range profile.Edges.Memberships {
		member := schedule.EligibilityOf(profile, m.Edges.Branch, services)
		member.Active = m.Active
		for _, row := range services {
			asked := schedule.ServiceOf(row)
			if len(availability.Ineligible(&member, &asked)) == 0 {
				eligible[m.BranchID] = append(eligible[m.BranchID], row)
			}
		}
	}
	return eligible
}
