package booking

import (
	"context"
	"errors"
	"slices"

	"visavis/ent/service"
	"visavis/internal/actor"
	"visavis/internal/availability"
	"visavis/internal/civil"
	"visavis/internal/problem"
	"visavis/internal/schedule"
)

// Refusal says why a wish is not granted, and what can be had instead. It is an error.
type Refusal struct {
	*problem.Problem
	Obstacles    []*Obstacle    // every rule that forbids the start, for whoever may see the plans
	Alternatives []*Alternative // the next starts, in order; none for staff, who see the calendar

	delivery service.Delivery // of the service that was asked for
}

// Unwrap gives the problem.
func (r *Refusal) Unwrap() error { return r.Problem }

// Alternative is a start that can be booked.
type Alternative struct {
	Staff *schedule.StaffProfile
	Start civil.Instant
}

// refusal tells why nobody can serve the wish: what forbids it to whoever comes
// closest to it, if the actor may see their plans.
func (v *verdict) refusal(who actor.Actor) *Refusal {
	r := &Refusal{Problem: problem.New(problem.StartNotBookable, v.slot.field("start")), delivery: v.service.Row.Delivery}
	if len(v.candidates) == 0 {
		return r
	}
	closest := slices.MinFunc(v.candidates, func(a, b candidate) int { return a.distance() - b.distance() })
	if who.MaySee(closest.member.Row.PersonID) {
		r.Obstacles = obstaclesOf(closest.obstacles)
	}
	if closest.distance() == justTaken {
		r.Code = problem.StartTaken
	}
	return r
}

// justTaken is the distance of a candidate who is occupied, and no more.
const justTaken = 1

// distance orders candidates by how far they are from serving.
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
	// offeredAlternatives is how many starts a refused client is offered.
	offeredAlternatives = 3
	// searchedDays is how many days are looked through for them.
	searchedDays = 31
)

// withAlternatives adds to a refusal of the wish what can be had instead.
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

// alternatives lists the next starts that can be booked instead, one for each
// instant.
func (b *Booking) alternatives(ctx context.Context, wanted slot, delivery service.Delivery) ([]*Alternative, error) {
	first := civil.PossibleDates(wanted.start, wanted.start).First
	search := Search{
		BranchID: wanted.branchID, ServiceIDs: []string{wanted.serviceID},
		Dates: civil.DateRange{First: first, Last: first.AddDays(searchedDays)},
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
