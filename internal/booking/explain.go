package booking

import (
	"context"

	"visavis/ent"
	"visavis/ent/predicate"
	"visavis/ent/service"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/availability"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/locale"
	"visavis/internal/problem"
	"visavis/internal/schedule"
)

// Explanation lists why a start is not bookable online.
type Explanation struct{ Obstacles []*Obstacle }

// Bookable reports whether the start is bookable.
func (e *Explanation) Bookable() bool { return len(e.Obstacles) == 0 }

// Obstacle is a reason why a start is not bookable.
type Obstacle struct{ Code availability.Obstacle }

// Rule returns the number of the booking rule, from 1 to 7.
func (o *Obstacle) Rule() int { return o.Code.Rule() }

// Sentence returns the reason in words for managers.
func (o *Obstacle) Sentence(l locale.Locale) string { return sentences[o.Code].In(l) }

// ExplainStart returns every reason why the start is not bookable online now.
func (b *Booking) ExplainStart(ctx context.Context, branchID, staffID, serviceID string, at civil.Instant) (explanation *Explanation, err error) {
	for _, check := range []error{
		id.Branch.Check(branchID, "branchId"), id.Staff.Check(staffID, "staffId"), id.Service.Check(serviceID, "serviceId"),
	} {
		if check != nil {
			return nil, check
		}
	}
	now := b.clock()
	err = b.store.View(ctx, func(client *ent.Client) error {
		snapshot, err := schedule.Load(ctx, client, schedule.Scope{
			BranchID: branchID,
			Dates:    civil.PossibleDates(at, at),
			Staff:    []predicate.Staff{staff.ID(staffID)},
			Services: []predicate.Service{service.ID(serviceID)},
			Now:      now,
		})
		switch {
		case ent.IsNotFound(err):
			return problem.New(problem.NotFound, "branchId")
		case err != nil:
			return err
		case len(snapshot.Members) == 0:
			return problem.New(problem.NotFound, "staffId")
		case !actor.Of(ctx).MaySee(branchID, snapshot.Members[0].Row.PersonID):
			return problem.New(problem.OwnColumnOnly, "staffId")
		case len(snapshot.Services) == 0:
			return problem.New(problem.NotFound, "serviceId")
		}
		member, asked := &snapshot.Members[0].Staff, &snapshot.Services[0].Service
		explanation = &Explanation{}
		for _, o := range availability.Obstacles(&snapshot.Branch, member, asked, at, now) {
			explanation.Obstacles = append(explanation.Obstacles, &Obstacle{o})
		}
		return nil
	})
	return explanation, err
}
