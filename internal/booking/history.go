package booking

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/auditentry"
	"visavis/internal/availability"
	"visavis/internal/civil"
)

// Event is an action on an appointment and the state after it.
type Event struct {
	At         civil.Instant
	Action     string // the mutation's name
	Start      civil.Instant
	StaffID    string
	Status     appointment.Status
	Overridden []availability.Obstacle // the rules that staff have overridden

	version int
}

// HistoriesOf returns by appointment its events in order.
func (b *Booking) HistoriesOf(ctx context.Context, appointmentIDs []string) (map[string][]*Event, error) {
	entries, err := b.store.Client().AuditEntry.Query().
		Where(auditentry.SubjectIDIn(appointmentIDs...)).
		Order(auditentry.ByAt()).All(ctx)
	if err != nil {
		return nil, err
	}
	histories := map[string][]*Event{}
	for _, entry := range entries {
		if entry.After == nil {
			continue // a hold was given up
		}
		event, err := eventOf(entry)
		if err != nil {
			return nil, err
		}
		histories[entry.SubjectID] = append(histories[entry.SubjectID], event)
	}
	for _, history := range histories {
		slices.SortStableFunc(history, func(a, b *Event) int { return cmp.Or(cmp.Compare(a.At, b.At), a.version-b.version) })
	}
	return histories, nil
}

func eventOf(entry *ent.AuditEntry) (*Event, error) {
	var after overridden
	if err := json.Unmarshal(entry.After, &after); err != nil {
		return nil, err
	}
	return &Event{
		At: entry.At, Action: entry.Action,
		Start: after.StartsAt, StaffID: after.StaffID, Status: after.Status, Overridden: after.Overridden, version: after.Version,
	}, nil
}
