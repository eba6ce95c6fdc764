package salon

import (
	"context"

	"visavis/ent"
	"visavis/ent/branchmembership"
	"visavis/ent/service"
	"visavis/ent/staff"
	"visavis/internal/schedule"
)

// BookableServicesOf is a batch by branch: the services for which rule 1 holds for somebody there, by name. Whether and
// when they have time is another question.
func (s *Salon) BookableServicesOf(ctx context.Context, branchIDs []string) (map[string][]*ent.Service, error) {
	bookable := map[string][]*ent.Service{}
	err := s.store.View(ctx, func(client *ent.Client) error {
		services, err := client.Service.Query().
			Where(service.BookableOnline(true), service.ArchivedAtIsNil()).Order(service.ByName(), service.ByID()).All(ctx)
		if err != nil {
			return err
		}
		active := branchmembership.And(branchmembership.BranchIDIn(branchIDs...), branchmembership.Active(true))
		profiles, err := client.Staff.Query().
			Where(staff.ArchivedAtIsNil(), staff.BookableOnline(true), staff.HasMembershipsWith(active)).
			WithMemberships(func(q *ent.BranchMembershipQuery) { q.Where(active) }).WithCompetencies().WithVideoLink().All(ctx)
		if err != nil {
			return err
		}
		clear(bookable)
		offered := offersByBranch(profiles, services)
		for branchID, by := range offered {
			for _, row := range services {
				if by[row.ID] {
					bookable[branchID] = append(bookable[branchID], row)
				}
			}
		}
		return nil
	})
	return bookable, err
}

// offersByBranch tells by branch and service whether one of the profiles that are active there offers it.
func offersByBranch(profiles []*ent.Staff, services []*ent.Service) map[string]map[string]bool {
	offered := map[string]map[string]bool{}
	for _, profile := range profiles {
		competence := schedule.Competence(profile.Edges.Competencies, services)
		for _, m := range profile.Edges.Memberships {
			if offered[m.BranchID] == nil {
				offered[m.BranchID] = map[string]bool{}
			}
			for _, row := range services {
				if competence[row.ID] && (row.Delivery != service.DeliveryVIDEO || profile.Edges.VideoLink != nil) {
					offered[m.BranchID][row.ID] = true
				}
			}
		}
	}
	return offered
}
