package schedule

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/predicate"
	"visavis/internal/availability"
	"visavis/internal/civil"
	"visavis/internal/statement"
	"visavis/internal/store"
)

// longestBlocked is the longest duration of an appointment with its clean-up time, which the database enforces.
const longestBlocked = 2 * Longest

// occupied returns a copy of a snapshot without appointments, with the live appointments that start between the instants,
// except the exception, which may be nil.
func (s *Snapshot) occupied(ctx context.Context, client *ent.Client, from, until, now civil.Instant, except predicate.Appointment) (*Snapshot, error) {
	people := map[string]*availability.Person{}
	for _, m := range s.Members {
		people[m.Row.PersonID] = &availability.Person{Absences: m.Staff.Person.Absences}
	}
	counts := []predicate.Appointment{
		appointment.PersonIDIn(slices.Sorted(maps.Keys(people))...), Live(now),
		appointment.StartsAtGT(from), appointment.StartsAtLT(until),
	}
	if except != nil {
		counts = append(counts, appointment.Not(except))
	}
	if err := readBusy(ctx, client, counts, people); err != nil {
		return nil, err
	}
	return s.with(people), nil
}

// occupiedAt is occupied for a snapshot of one member and one start, with no other appointments than those that may be in its way.
func (s *Snapshot) occupiedAt(ctx context.Context, client *ent.Client, q Question) (*Snapshot, error) {
	member := &s.Members[0]
	person := availability.Person{Absences: member.Staff.Person.Absences}
	add := func(start, end, blockedUntil civil.Instant) {
		person.Busy = append(person.Busy, availability.Busy{Span: availability.Span{Start: start, End: end}, CleanUp: blockedUntil.Sub(end)})
	}
	from, until := q.Start.Add(-longestBlocked), q.Start.Add(longestBlocked)
	var err error
	if q.Tx != nil {
		err = q.Tx.ReadBusy(ctx, member.Row.PersonID, *q.Start, from, until, q.Now, q.ExceptID, add)
	} else {
		err = statement.ReadBusy(ctx, client, member.Row.PersonID, *q.Start, from, until, q.Now, q.ExceptID, add)
	}
	slices.SortFunc(person.Busy, func(a, b availability.Busy) int { return cmp.Compare(a.Start, b.Start) })
	return s.with(map[string]*availability.Person{member.Row.PersonID: &person}), err
}

// with returns a copy of the snapshot with the people, by ID.
func (s *Snapshot) with(people map[string]*availability.Person) *Snapshot {
	of := *s
	of.Members = slices.Clone(s.Members)
	for i := range of.Members {
		of.Members[i].Staff.Person = people[of.Members[i].Row.PersonID]
	}
	return &of
}

// readBusy adds to people the appointments that count, ordered by person and start like the index.
func readBusy(ctx context.Context, client *ent.Client, counts []predicate.Appointment, people map[string]*availability.Person) (err error) {
	columns := []string{appointment.FieldPersonID, appointment.FieldStartsAt, appointment.FieldEndsAt, appointment.FieldBlockedUntil}
	order := []string{appointment.FieldPersonID, appointment.FieldStartsAt}
	rows, err := store.Rows(ctx, client, appointment.Table, columns, order, counts...)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var personID string
		var busy availability.Busy
		var blockedUntil civil.Instant
		if err := rows.Scan(&personID, &busy.Start, &busy.End, &blockedUntil); err != nil {
			return err
		}
		busy.CleanUp = blockedUntil.Sub(busy.End)
		people[personID].Busy = append(people[personID].Busy, busy)
	}
	return rows.Err()
}
