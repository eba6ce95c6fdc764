package salon

import (
	"context"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/ent/branchmembership"
	"visavis/ent/predicate"
	"visavis/ent/service"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/id"
	"visavis/internal/lookup"
	"visavis/internal/pagination"
	"visavis/internal/reach"
)

// The pages of the lists, which are ordered by name.
type (
	BranchPage          = pagination.Connection[ent.Branch]
	StaffPage           = pagination.Connection[ent.Staff]
	ServiceCategoryPage = pagination.Connection[ent.ServiceCategory]
	ServicePage         = pagination.Connection[ent.Service]
)

// Branches returns branches: all, or those that match a search and in which a profile that the actor reaches is active.
func (s *Salon) Branches(ctx context.Context, search, staffID *string, request pagination.Request) (*BranchPage, error) {
	var active []predicate.Branch
	if staffID != nil {
		if err := id.Staff.Check(*staffID, "staffId"); err != nil {
			return nil, err
		}
		profile := append(reach.Profiles(actor.Of(ctx)), staff.ID(*staffID))
		active = append(active, branch.HasMembershipsWith(branchmembership.Active(true), branchmembership.HasStaffWith(profile...)))
	}
	return s.branches(ctx, search, request, active...)
}

// BranchesOfActor returns branches that the actor reaches: all, or those that match a search.
func (s *Salon) BranchesOfActor(ctx context.Context, search *string, request pagination.Request) (*BranchPage, error) {
	return s.branches(ctx, search, request, reach.Branches(actor.Of(ctx))...)
}

func (s *Salon) branches(ctx context.Context, search *string, request pagination.Request, of ...predicate.Branch) (*BranchPage, error) {
	list, err := lookup.ReadList(search, request)
	if err != nil {
		return nil, err
	}
	rows, err := s.store.Client().Branch.Query().Where(of...).Where(lookup.PageOf[predicate.Branch](list)).All(ctx)
	if err != nil {
		return nil, err
	}
	return pagination.Of(rows, request, func(row *ent.Branch) pagination.Token { return pagination.ByKey(row.OrderKey, row.ID) }), nil
}

// StaffFilter selects profiles.
type StaffFilter struct {
	BranchID        *string // in which they are active; nil: whether anywhere or not
	Search          *string
	IncludeArchived bool
}

// Staff returns the profiles that the actor reaches, ordered by display name.
func (s *Salon) Staff(ctx context.Context, filter StaffFilter, request pagination.Request) (*StaffPage, error) {
	list, err := lookup.ReadList(filter.Search, request)
	if err != nil {
		return nil, err
	}
	query := s.store.Client().Staff.Query()
	if !filter.IncludeArchived {
		query.Where(staff.ArchivedAtIsNil())
	}
	if filter.BranchID == nil {
		query.Where(reach.ListedProfiles(actor.Of(ctx))...)
	} else {
		if err := id.Branch.Check(*filter.BranchID, "branchId"); err != nil {
			return nil, err
		}
		query.Where(reach.ProfilesIn(actor.Of(ctx), *filter.BranchID)...)
	}
	rows, err := query.Where(lookup.PageOf[predicate.Staff](list)).All(ctx)
	if err != nil {
		return nil, err
	}
	return pagination.Of(rows, request, placeOfProfile), nil
}

func placeOfProfile(row *ent.Staff) pagination.Token { return pagination.ByKey(row.OrderKey, row.ID) }

// ServiceCategories returns categories: all, or those that match a search.
func (s *Salon) ServiceCategories(ctx context.Context, search *string, request pagination.Request) (*ServiceCategoryPage, error) {
	list, err := lookup.ReadList(search, request)
	if err != nil {
		return nil, err
	}
	rows, err := s.store.Client().ServiceCategory.Query().Where(lookup.PageOf[predicate.ServiceCategory](list)).All(ctx)
	if err != nil {
		return nil, err
	}
	return pagination.Of(rows, request, func(row *ent.ServiceCategory) pagination.Token { return pagination.ByKey(row.OrderKey, row.ID) }), nil
}

// ServiceFilter selects services.
type ServiceFilter struct {
	Delivery        *service.Delivery // nil: any
	CategoryID      *string           // nil: any
	Search          *string
	IncludeArchived bool
}

// Services returns the services that the actor may see, ordered by name.
func (s *Salon) Services(ctx context.Context, filter ServiceFilter, request pagination.Request) (*ServicePage, error) {
	list, err := lookup.ReadList(filter.Search, request)
	if err != nil {
		return nil, err
	}
	query := s.store.Client().Service.Query().Where(knownTo(actor.Of(ctx))...)
	if filter.Delivery != nil {
		query.Where(service.DeliveryEQ(*filter.Delivery))
	}
	if filter.CategoryID != nil {
		if err := id.ServiceCategory.Check(*filter.CategoryID, "categoryId"); err != nil {
			return nil, err
		}
		query.Where(service.CategoryID(*filter.CategoryID))
	}
	if !filter.IncludeArchived {
		query.Where(service.ArchivedAtIsNil())
	}
	rows, err := query.Where(lookup.PageOf[predicate.Service](list)).All(ctx)
	if err != nil {
		return nil, err
	}
	return pagination.Of(rows, request, func(row *ent.Service) pagination.Token { return pagination.ByKey(row.OrderKey, row.ID) }), nil
}
