package salon

import (
	"context"

	"visavis/ent"
	"visavis/ent/absence"
	"visavis/ent/appointment"
	"visavis/ent/branch"
	"visavis/ent/customer"
	"visavis/ent/person"
	"visavis/ent/predicate"
	"visavis/ent/service"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/reach"
	"visavis/internal/schedule"
	"visavis/internal/store"
)

// Branch returns a branch by either its ID or its slug, or nil if there is none.
func (s *Salon) Branch(ctx context.Context, branchID, slug *string) (*ent.Branch, error) {
	query := s.store.Client().Branch.Query()
	switch {
	case (branchID == nil) == (slug == nil):
		return nil, problem.New(problem.ExactlyOne, "id", "id, slug")
	case slug != nil && !slugForm.MatchString(*slug):
		return nil, nil // and not every database takes every text
	case slug != nil:
		query.Where(branch.Slug(*slug))
	default:
		if err := id.Branch.Check(*branchID, "id"); err != nil {
			return nil, err
		}
		query.Where(branch.ID(*branchID))
	}
	row, err := query.Only(ctx)
	return store.OrNil(row, err)
}

// knownTo selects the services that the actor may see: customers see those bookable online.
func knownTo(who actor.Actor) []predicate.Service {
	if who.Role >= actor.Member {
		return nil
	}
	return []predicate.Service{service.ArchivedAtIsNil(), service.BookableOnline(true)}
}

// Node returns the object with the ID, or nil if there is none that the actor may see.
func (s *Salon) Node(ctx context.Context, nodeID string) (any, error) {
	client, who := s.store.Client(), actor.Of(ctx)
	finders := map[id.Kind]func() (any, error){
		id.Branch: func() (any, error) { return node(client.Branch.Get(ctx, nodeID)) },
		id.Staff: func() (any, error) {
			return node(client.Staff.Query().Where(staff.ID(nodeID)).Where(reach.Profiles(who)...).Only(ctx))
		},
		id.ServiceCategory: func() (any, error) { return node(client.ServiceCategory.Get(ctx, nodeID)) },
		id.Service: func() (any, error) {
			return node(client.Service.Query().Where(service.ID(nodeID)).Where(knownTo(who)...).Only(ctx))
		},
		id.Absence: func() (any, error) {
			return node(client.Absence.Query().Where(absence.ID(nodeID), absence.HasPersonWith(person.HasProfilesWith(reach.Profiles(who)...))).Only(ctx))
		},
		id.VideoOnlyMode: func() (any, error) { return node(client.VideoOnlyMode.Get(ctx, nodeID)) },
		id.Appointment: func() (any, error) {
			return node(client.Appointment.Query().Where(appointment.ID(nodeID)).Where(appointmentsOf(who)...).Only(ctx))
		},
		id.Customer: func() (any, error) {
			return node(client.Customer.Query().Where(customer.ID(nodeID), schedule.CustomersSeenBy(who, s.clock())).Only(ctx))
		},
	}
	for kind, find := range finders {
		if kind.Names(nodeID) {
			return find()
		}
	}
	return nil, nil
}

// appointmentsOf selects the appointments that the actor may see.
func appointmentsOf(who actor.Actor) []predicate.Appointment {
	switch {
	case who.Role >= actor.Owner:
		return nil
	case who.Role >= actor.Receptionist:
		return []predicate.Appointment{appointment.Or(appointment.BranchIDIn(who.Branches...), appointment.PersonID(who.PersonID))}
	default:
		return []predicate.Appointment{appointment.PersonID(who.PersonID)}
	}
}

// node returns an untyped nil if there is no such row.
func node[T any](row *T, err error) (any, error) {
	if ent.IsNotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return row, nil
}
