package schedule

import (
	"cmp"
	"slices"

	"visavis/internal/civil"
)

// A Call is a confirmed video consultation, as far as entering its room depends on it.
type Call struct {
	AppointmentID string
	Start, End    civil.Instant
	AdmittedAt    *civil.Instant // nil: staff have not let the customer in
	DelayedUntil  *civil.Instant // nil: staff begin as planned
	EndedAt       *civil.Instant // nil: staff have not ended it
	HasWaiting    bool           // whether its room has a waiting room, which a delay keeps open
}

// end returns when the call is expected to end: a delayed call takes no less time.
func (c Call) end() civil.Instant {
	if c.DelayedUntil == nil {
		return c.End
	}
	return max(c.End, c.DelayedUntil.Add(c.End.Sub(c.Start)))
}

// closes returns when the room closes to the customer at the latest. Who is let in late has as much time as others.
func (c Call) closes() civil.Instant {
	if c.EndedAt != nil {
		return *c.EndedAt
	}
	return c.closesByItself()
}

// closesByItself returns when the room closes unless staff end the call.
func (c Call) closesByItself() civil.Instant {
	end := c.end()
	if c.AdmittedAt != nil {
		end = max(end, c.AdmittedAt.Add(c.End.Sub(c.Start)))
	}
	return end.Add(CallStaysOpen)
}

// EntryState is whether a customer may enter a room.
type EntryState int

// The states of an entry.
const (
	EntryAhead EntryState = iota // the room opens later
	EntryTaken                   // staff have given the room to another call
	EntryOpen
	EntryOver
)

// EntryReason is why a room opens later than [CallOpensBefore].
type EntryReason int

// The reasons.
const (
	ReasonPlan         EntryReason = iota // it does not
	ReasonPreviousCall                    // an earlier call in the same room may still go on
	ReasonDelay                           // staff begin later
)

// An Entry is whether and when the customer of a call may enter its room.
type Entry struct {
	State   EntryState
	OpensAt civil.Instant // in the past unless the room opens later
	Reason  EntryReason
}

// EntryOf returns the entry of a call among the other calls in the same room that are neither cancelled nor marked. Only
// one customer may enter a room at a time:
//
//   - A room opens [CallOpensBefore] the start, or when staff expect to begin if they have delayed the call, but never
//     before the earlier calls in the room have ended.
//   - If staff let a customer in, the room opens at once, and no other customer enters while that call takes. Of several
//     customers let in, only the last counts.
//   - It closes [CallStaysOpen] after the end, or when it opens to another customer.
func EntryOf(call Call, others []Call, now civil.Instant) Entry {
	calls := inOrder(call, others)
	entry := opening(call, calls, now)
	switch {
	case call.closes() <= now:
		entry.State = EntryOver
	case now < entry.OpensAt:
		entry.State = EntryAhead
	case isHandedOn(call, calls, now):
		entry.State = EntryTaken
	default:
		entry.State = EntryOpen
	}
	if entry.State != EntryOpen && call.end() <= now {
		entry.State = EntryOver
	}
	return entry
}

// opening returns when and why the room opens to the customer of a call.
func opening(call Call, calls []Call, now civil.Instant) Entry {
	if isAdmitted(call, calls, now) {
		return Entry{OpensAt: *call.AdmittedAt}
	}
	entry := Entry{OpensAt: CallOpening(call.Start)}
	for _, other := range calls {
		until := other.end()
		switch isBefore := compareCalls(other, call) < 0; {
		case isBefore:
		case other.AppointmentID != call.AppointmentID && isAdmitted(other, calls, now):
			until = other.AdmittedAt.Add(other.End.Sub(other.Start)) // brought forward
		default:
			continue
		}
		if entry.OpensAt < until {
			entry.OpensAt, entry.Reason = until, ReasonPreviousCall
		}
	}
	if call.DelayedUntil != nil && !call.HasWaiting && entry.OpensAt < *call.DelayedUntil {
		entry.OpensAt, entry.Reason = *call.DelayedUntil, ReasonDelay
	}
	return entry
}

// isAdmitted reports whether staff have let the customer in, and nobody else since.
func isAdmitted(call Call, calls []Call, now civil.Instant) bool {
	return call.AdmittedAt != nil && !slices.ContainsFunc(calls, func(other Call) bool {
		return other.AdmittedAt != nil && now < other.closes() && isLater(*other.AdmittedAt, other, *call.AdmittedAt, call)
	})
}

// isHandedOn reports whether the room, once open to the call, has opened to another one.
func isHandedOn(call Call, calls []Call, now civil.Instant) bool {
	opened := opening(call, calls, now).OpensAt
	return slices.ContainsFunc(calls, func(other Call) bool {
		opens := opening(other, calls, now).OpensAt
		return opens <= now && now < other.closes() && isLater(opens, other, opened, call)
	})
}

// isLater decides for the later call if a room opens to two at the same instant.
func isLater(opens civil.Instant, other Call, than civil.Instant, call Call) bool {
	return cmp.Or(cmp.Compare(opens, than), compareCalls(other, call)) > 0
}

func compareCalls(a, b Call) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.AppointmentID, b.AppointmentID))
}

func inOrder(call Call, others []Call) []Call {
	calls := slices.DeleteFunc(slices.Clone(others), func(c Call) bool { return c.AppointmentID == call.AppointmentID })
	calls = append(calls, call)
	slices.SortFunc(calls, compareCalls)
	return calls
}
