package room

import (
	"context"
	"slices"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/predicate"
	"visavis/ent/roomparticipant"
	"visavis/internal/civil"
	"visavis/internal/schedule"
)

// OpensLater is why a room opens later than planned.
type OpensLater string

// The reasons.
const (
	PreviousCall OpensLater = "PREVIOUS_CALL" // in the same room
	Delay        OpensLater = "DELAY"         // by staff
	Taken        OpensLater = "TAKEN"         // staff have given the room to another call
)

// A Room is the room of a video appointment as it stood at Now.
type Room struct {
	Appointment *ent.Appointment
	Own         bool // the salon's own; false: another provider's
	Missing     bool // there is no link to a room of another provider
	State       State
	MayEnter    bool // the customer may go into the call
	Now         civil.Instant

	OpensAt    *civil.Instant // nil: it has ended or is cancelled
	ClosesAt   civil.Instant
	OpensLater *OpensLater // nil: it does not

	CustomerLateUntil  *civil.Instant
	CustomerWaitsSince *civil.Instant
	Participants       []*ent.RoomParticipant // who are present, the customer first

	row      *ent.ConsultationRoom // nil: nobody has entered it
	isShared bool                  // other calls take place in it too
}

// read returns the room of the video appointment that matches. The error is ent's not-found error if there is none.
func read(ctx context.Context, client *ent.Client, of predicate.Appointment, now civil.Instant) (*Room, error) {
	a, err := client.Appointment.Query().Where(of, appointment.JoinTokenNotNil()).
		WithBranch().
		WithStaff(func(q *ent.StaffQuery) { q.WithVideoLink() }).
		WithRoom(func(q *ent.ConsultationRoomQuery) {
			q.WithParticipants(func(q *ent.RoomParticipantQuery) {
				q.Order(roomparticipant.ByRole(), roomparticipant.ByID())
			})
		}).Only(ctx)
	if err != nil {
		return nil, err
	}
	link := schedule.LinkOf(a.Edges.Staff.Edges.VideoLink, a.Edges.Branch)
	entries, err := schedule.EntriesOf(ctx, client, []*ent.Appointment{a}, map[string]*ent.VideoLink{a.StaffID: link}, now)
	if err != nil {
		return nil, err
	}
	return roomOf(a, link, entries[a.ID], now), nil
}

// roomOf returns the room of an appointment that was read with its branch, room and participants.
func roomOf(a *ent.Appointment, link *ent.VideoLink, entry schedule.Entry, now civil.Instant) *Room {
	r := &Room{Appointment: a, Own: schedule.IsOwnRoom(link), Now: now, ClosesAt: schedule.ClosesAt(a), row: a.Edges.Room}
	r.Missing = !r.Own && schedule.RoomURL(link, a) == ""
	r.isShared = link != nil && !link.RoomPerAppointment
	if r.row != nil {
		r.CustomerWaitsSince, r.CustomerLateUntil = r.row.CustomerWaitsSince, r.row.CustomerLateUntil
	}
	if r.row != nil {
		r.Participants = present(r.row.Edges.Participants)
	}
	isThere := r.CustomerWaitsSince != nil && slices.ContainsFunc(r.Participants, func(p *ent.RoomParticipant) bool { return p.Role == roomparticipant.RoleCUSTOMER })
	r.State = StateOf(a.Status, entry.State, isThere, a.RoomAdmittedAt != nil)
	if !r.State.IsOpen() {
		r.Participants = nil
	}
	if !r.State.IsOpen() || !isThere {
		r.CustomerWaitsSince = nil
	}
	if r.State != Ended && r.State != Cancelled {
		r.OpensAt, r.OpensLater = &entry.OpensAt, laterOf(entry)
	}
	r.MayEnter = r.State.IsOpen() && schedule.MayEnter(link, a)
	return r
}

func laterOf(entry schedule.Entry) *OpensLater {
	var reason OpensLater
	switch {
	case entry.State == schedule.EntryTaken:
		reason = Taken
	case entry.Reason == schedule.ReasonPreviousCall:
		reason = PreviousCall
	case entry.Reason == schedule.ReasonDelay:
		reason = Delay
	default:
		return nil
	}
	return &reason
}

// present returns the participants who have not gone.
func present(participants []*ent.RoomParticipant) []*ent.RoomParticipant {
	return slices.DeleteFunc(slices.Clone(participants), func(p *ent.RoomParticipant) bool { return p.Away })
}

// looksAgain is how soon a shared room is read again from its planned opening on: then the calls before it decide when it opens.
const looksAgain = 15 * time.Second

// changesAt returns when the room is another by the passage of time alone, or by a change of which its followers are not told.
func (r *Room) changesAt() civil.Instant {
	next := r.ClosesAt
	if r.ClosesAt <= r.Now {
		next = r.Now.Add(unchanging)
	}
	if r.OpensAt != nil && *r.OpensAt > r.Now {
		next = min(next, *r.OpensAt)
	}
	if r.isShared && r.State != Ended && r.State != Cancelled {
		next = min(next, max(schedule.CallOpening(r.Start()), r.Now.Add(looksAgain)))
	}
	return next
}
