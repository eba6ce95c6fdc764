package booking

import (
	"context"
	"errors"
	"slices"

	"visavis/ent"
	"visavis/ent/service"
	"visavis/internal/actor"
	"visavis/internal/availability"
	"visavis/internal/civil"
	"visavis/internal/problem"
	"visavis/internal/schedule"
)

// Refusal is the error of a slot that cannot be booked, with alternatives.
type Refusal struct {
	*problem.Problem
	Obstacles    []*Obstacle    // every rule that forbids the start, only for actors who may see the plans
	Alternatives []*Alternative // the next starts, in order; none for staff, who see the calendar

	delivery service.Delivery // of the service that was asked for
}

// Unwrap returns the problem.
func (r *Refusal) Unwrap() error { return r.Problem }

// Alternative is a bookable start.
type Alternative struct {
	Staff *schedule.StaffProfile
	Start civil.Instant
}

// refusal returns why no candidate can serve the slot: the obstacles of the candidate with the fewest, if the actor may see
// their plans.
func (v *verdict) refusal(who actor.Actor) *Refusal {
	r := &Refusal{Problem: problem.New(problem.StartNotBookable, v.slot.field("start")), delivery: v.service.Row.Delivery}
	if len(v.candidates) == 0 {
		return r
	}
	closest := slices.MinFunc(v.candidates, func(a, b candidate) int { return a.distance() - b.distance() })
	if who.MaySee(v.slot.branchID, closest.member.Row.PersonID) {
		r.Obstacles = obstaclesOf(closest.obstacles)
	}
	if closest.distance() == justTaken {
		r.Code = problem.StartTaken
	}
	return r
}

// justTaken is the distance of a candidate whose only obstacle is that the person is occupied.
const justTaken = 1

// distance orders candidates by their obstacles: the lower, the closer to being bookable.
func (c *candidate) distance() int {
	distance := 0
	for _, o := range c.obstacles {
		distance++
		if o != availability.Occupied {
			distance += len(c.obstacles) + justTaken
		}
	}
	return distance
}

func obstaclesOf(codes []availability.Obstacle) []*Obstacle {
	list := make([]*Obstacle, len(codes))
	for i, code := range codes {
		list[i] = &Obstacle{code}
	}
	return list
}

const (
	// offeredAlternatives is the largest number of alternatives.
	offeredAlternatives = 3
	// searchedDays is the number of days that are searched for alternatives.
	searchedDays = 31
)

// withAlternatives adds alternatives to err if it is a refusal of the slot.
func (b *Booking) withAlternatives(ctx context.Context, err error, wanted slot) error {
	var refusal *Refusal
	if !errors.As(err, &refusal) {
		return err
	}
	var failed error
	if refusal.Alternatives, failed = b.alternatives(ctx, wanted, refusal.delivery); failed != nil {
		return failed
	}
	return refusal
}

// alternatives returns the next bookable starts after the slot, one per instant.
func (b *Booking) alternatives(ctx context.Context, wanted slot, delivery service.Delivery) ([]*Alternative, error) {
	first := civil.PossibleDates(wanted.start, wanted.start).First
	search := Search{
		BranchID: wanted.branchID, ServiceIDs: []string{wanted.serviceID},
		Dates: civil.DateRange{First: first, Last: first.AddDays(searchedDays)},
		moved: &ent.Appointment{ServiceID: wanted.serviceID, AgreedMinutes: wanted.agreed},
	}
	if wanted.staffID != nil {
		search.StaffIDs = []string{*wanted.staffID}
	}
	offers, err := b.offers(ctx, search, delivery)
	if err != nil {
		return nil, err
	}
	var list []*Alternative
	for _, offer := range offers {
		for _, day := range offer.Days {
			for _, start := range day.Starts {
				if start > wanted.start {
					list = append(list, &Alternative{offer.Staff, start})
				}
			}
		}
	}
	slices.SortStableFunc(list, func(a, b *Alternative) int { return int(a.Start - b.Start) })
	list = slices.CompactFunc(list, func(a, b *Alternative) bool { return a.Start == b.Start })
	return list[:min(len(list), offeredAlternatives)], nil
}
