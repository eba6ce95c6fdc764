package booking

import (
	"cmp"
	"context"
	"slices"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/internal/availability"
	"visavis/internal/civil"
)

// choose returns the candidate to book when anyone may serve: the one with the least time booked on the day, and of several
// the one whose latest coming booking was made first. There is at least one candidate.
func choose(ctx context.Context, client *ent.Client, now civil.Instant, zone civil.Zone, at civil.Instant, free []*candidate) (*candidate, error) {
	day := dayOf(zone, at)
	least := slices.MinFunc(free, func(a, b *candidate) int { return cmp.Compare(a.booked(day), b.booked(day)) }).booked(day)
	free = slices.DeleteFunc(free, func(c *candidate) bool { return c.booked(day) > least })
	if len(free) == 1 {
		return free[0], nil
	}
	turns, err := lastBookings(ctx, client, at.Add(-fairnessPeriod), free)
	if err != nil {
		return nil, err
	}
	return slices.MinFunc(free, func(a, b *candidate) int {
		return cmp.Or(
			cmp.Compare(turns[a.member.Row.PersonID], turns[b.member.Row.PersonID]),
			cmp.Compare(a.member.Row.ID, b.member.Row.ID))
	}), nil
}

// dayOf returns the local day that contains the instant.
func dayOf(zone civil.Zone, at civil.Instant) availability.Span {
	date := zone.Date(at)
	return availability.Span{Start: zone.StartOf(date), End: zone.StartOf(date.AddDays(1))}
}

// booked returns the duration of the person's appointments on the day, without clean-up time.
func (c *candidate) booked(day availability.Span) time.Duration {
	var sum time.Duration
	for _, busy := range c.member.Staff.Person.Busy {
		if start, end := max(busy.Start, day.Start), min(busy.End, day.End); start < end {
			sum += end.Sub(start)
		}
	}
	return sum
}

// fairnessPeriod is how far back bookings count, which bounds the query as history grows.
const fairnessPeriod = 90 * 24 * time.Hour

// lastBookings returns by person when the latest appointment was booked, among those that start after since.
func lastBookings(ctx context.Context, client *ent.Client, since civil.Instant, candidates []*candidate) (map[string]civil.Instant, error) {
	var personIDs []string
	for _, c := range candidates {
		personIDs = append(personIDs, c.member.Row.PersonID)
	}
	var rows []struct {
		PersonID string        `json:"person_id"`
		Last     civil.Instant `json:"last"`
	}
	err := client.Appointment.Query().
		Where(appointment.PersonIDIn(personIDs...), appointment.Live(true), appointment.StartsAtGT(since)).
		GroupBy(appointment.FieldPersonID).
		Aggregate(ent.As(ent.Max(appointment.FieldCreatedAt), "last")).
		Scan(ctx, &rows)
	last := map[string]civil.Instant{}
	for _, row := range rows {
		last[row.PersonID] = row.Last
	}
	return last, err
}
