package schedule

import (
	"context"
	"maps"
	"slices"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/predicate"
	"visavis/internal/availability"
	"visavis/internal/civil"
)

// longestBlocked is for how long one appointment can take somebody's time, with its clean-up: the database sees to it.
const longestBlocked = 2 * longest

// occupied gives a copy of a snapshot in which nobody has an appointment yet, with those that begin between the instants:
// but for holds that have expired by now, and for the exception, which may be nil.
func (s *Snapshot) occupied(ctx context.Context, client *ent.Client, from, until, now civil.Instant, except predicate.Appointment) (*Snapshot, error) {
	people := map[string]*availability.Person{}
	for _, m := range s.Members {
		people[m.Row.PersonID] = &availability.Person{Absences: m.Staff.Person.Absences}
	}
	query := client.Appointment.Query().Where(
		appointment.PersonIDIn(slices.Sorted(maps.Keys(people))...), appointment.Live(true),
		appointment.StartsAtGT(from), appointment.StartsAtLT(until),
		appointment.Or(appointment.HoldExpiresAtIsNil(), appointment.HoldExpiresAtGT(now)),
	)
	if except != nil {
		query.Where(appointment.Not(except))
	}
	var rows []struct {
		PersonID     string        `json:"person_id"`
		StartsAt     civil.Instant `json:"starts_at"`
		EndsAt       civil.Instant `json:"ends_at"`
		BlockedUntil civil.Instant `json:"blocked_until"`
	}
	err := query.Order(appointment.ByStartsAt()).
		Select(appointment.FieldPersonID, appointment.FieldStartsAt, appointment.FieldEndsAt, appointment.FieldBlockedUntil).Scan(ctx, &rows)
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		people[row.PersonID].Busy = append(people[row.PersonID].Busy, availability.Busy{
			Span:    availability.Span{Start: row.StartsAt, End: row.EndsAt},
			CleanUp: row.BlockedUntil.Sub(row.EndsAt),
		})
	}
	of := *s
	of.Members = slices.Clone(s.Members)
	for i := range of.Members {
		of.Members[i].Staff.Person = people[of.Members[i].Row.PersonID]
	}
	return &of, nil
}
