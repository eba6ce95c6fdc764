package booking

import (
	"context"

	"visavis/ent"
	"visavis/internal/actor"
	"visavis/internal/availability"
	"visavis/internal/civil"
	"visavis/internal/locale"
	"visavis/internal/problem"
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
func (o *Obstacle) Sentence(l locale.Locale) string { return catalog.In(l).obstacles[o.Code] }

// ExplainStart returns every reason why the start is not bookable online now.
func (b *Booking) ExplainStart(ctx context.Context, branchID, staffID, serviceID string, at civil.Instant) (explanation *Explanation, err error) {
	now := b.clock()
	asked := slot{branchID: branchID, serviceID: serviceID, staffID: &staffID, start: at, asOf: now}
	if err := asked.check(); err != nil {
		return nil, err
	}
	err = b.store.View(ctx, func(client *ent.Client) error {
		snapshot, err := b.snapshotFor(ctx, client, nil, asked, now, func(remember func()) { remember() })
		if err != nil {
			return err
		}
		member, service := &snapshot.Members[0], &snapshot.Services[0].Service
		if !actor.Of(ctx).MaySee(branchID, member.Row.PersonID) {
			return problem.New(problem.OwnColumnOnly, "staffId")
		}
		explanation = &Explanation{Obstacles: obstaclesOf(availability.Obstacles(&snapshot.Branch, &member.Staff, service, at, now))}
		return nil
	})
	return explanation, err
}
