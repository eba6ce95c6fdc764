package room

import (
	"context"
	"reflect"
	"slices"
	"strconv"
	"sync/atomic"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/roomparticipant"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/problem"
)

// FollowInput is who follows a room.
type FollowInput struct {
	JoinToken, AppointmentID *string
	ParticipantID            *string // who is kept present and hears signals; nil: nobody
	After                    *string // position after which signals are heard; nil: all
}

// An Event is how a room stands, with the signals to who follows it.
type Event struct {
	Room    *Room
	Signals []*ent.RoomSignal

	position int64
}

// ID returns the position after the signals of the event.
func (e *Event) ID() string { return strconv.FormatInt(e.position, 10) }

// A Subscription receives the events of a room.
type Subscription struct {
	rooms         *Rooms
	door          door
	branchID      string
	appointmentID string
	participantID string // empty: it hears no signals

	events chan *Event
	woken  chan struct{} // holds one wake-up: a woken reader sees everything committed
	err    error

	roomID, sequence atomic.Int64 // of the room as it was read last; zero: nobody has entered it
	isOpen           atomic.Bool  // as it was read last
}

// Events returns the channel of events. The first is how the room stands. It is closed when the subscription ends.
func (s *Subscription) Events() <-chan *Event { return s.events }

// Err returns why the subscription ended. It may be called once Events is closed.
func (s *Subscription) Err() error { return s.err }

// Follow subscribes to a room. The subscription ends with ctx.
func (r *Rooms) Follow(ctx context.Context, input FollowInput) (*Subscription, error) {
	d, err := Reference{input.JoinToken, input.AppointmentID}.door()
	if err != nil {
		return nil, err
	}
	position, err := input.position()
	if err != nil {
		return nil, err
	}
	room, err := read(ctx, r.store.Client(), d.of, r.clock())
	if room, err = d.checked(ctx, room, err); err != nil {
		return nil, err
	}
	s := &Subscription{
		rooms: r, door: d, branchID: room.Appointment.BranchID, appointmentID: room.Appointment.ID,
		events: make(chan *Event), woken: make(chan struct{}, 1),
	}
	s.note(room)
	if input.ParticipantID != nil && room.has(ctx, d, *input.ParticipantID) {
		s.participantID = *input.ParticipantID
		if s.isPresent() {
			if err := r.renew(ctx, []string{s.participantID}); err != nil {
				return nil, err
			}
		}
	}
	return s, r.watch.join(s, func() { s.follow(ctx, position) })
}

// follow sends events until the subscription ends.
func (s *Subscription) follow(ctx context.Context, position int64) {
	defer close(s.events)
	s.err = s.run(ctx, position)
	w := s.rooms.watch
	w.leave(s)
	isOver := s.participantID != "" && !slices.Contains(w.participants(), s.participantID) // an old connection may end after a new one has begun
	if isOver && w.ctx.Err() == nil {                                                      // if the server stops, others continue the presence
		_ = s.rooms.leaveOpen(context.WithoutCancel(ctx), s.participantID)
	}
}

// isPresent reports whether the subscription keeps a participant present: customers are while the room is open, staff also before.
func (s *Subscription) isPresent() bool {
	return s.participantID != "" && (s.door.side == roomparticipant.RoleSTAFF || s.isOpen.Load())
}

// note keeps what others need of a room as it was read.
func (s *Subscription) note(room *Room) {
	s.isOpen.Store(room.State.IsOpen())
	if room.row != nil {
		s.roomID.Store(int64(room.row.ID))
		s.sequence.Store(room.row.Sequence)
	}
}

func (input *FollowInput) position() (int64, error) {
	if input.ParticipantID != nil {
		if err := id.RoomParticipant.Check(*input.ParticipantID, "participantId"); err != nil {
			return 0, err
		}
	}
	if input.After == nil {
		return 0, nil
	}
	position, err := strconv.ParseInt(*input.After, 10, 64)
	if err != nil || position < 0 {
		return 0, problem.New(problem.NotFound, "after")
	}
	return position, nil
}

// has reports whether the caller's device is a participant, present or not.
func (r *Room) has(ctx context.Context, d door, participantID string) bool {
	if r.row == nil {
		return false
	}
	for _, p := range r.row.Edges.Participants {
		if p.ID == participantID && d.holds(ctx, p) {
			return true
		}
	}
	return false
}

func (s *Subscription) wake() {
	select {
	case s.woken <- struct{}{}:
	default: // already woken
	}
}

func (s *Subscription) run(ctx context.Context, position int64) (err error) {
	defer s.rooms.recovered(&err)
	var last *Room
	for {
		e, err := s.read(ctx, position)
		if err != nil {
			return err
		}
		if last == nil || len(e.Signals) > 0 || !e.Room.isLike(last) {
			select {
			case s.events <- e:
			case <-ctx.Done():
				return ctx.Err()
			case <-s.rooms.watch.ctx.Done():
				return ErrClosed
			}
		}
		last, position = e.Room, e.position
		if err := s.wait(ctx, e.Room.changesAt().Sub(e.Room.Now)); err != nil {
			return err
		}
	}
}

// wait waits until the room may be another.
func (s *Subscription) wait(ctx context.Context, atMost time.Duration) error {
	timer := time.NewTimer(max(atMost, time.Second))
	defer timer.Stop()
	select {
	case <-s.woken:
		return nil
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	case <-s.rooms.watch.ctx.Done():
		return ErrClosed
	}
}

// read returns the room and the signals after a position. Who may see it no more gets a problem.
func (s *Subscription) read(ctx context.Context, position int64) (*Event, error) {
	client := s.rooms.store.Client()
	room, err := read(ctx, client, appointment.And(s.door.of, appointment.ID(s.appointmentID)), s.rooms.clock())
	if room, err = s.door.checked(ctx, room, err); err != nil {
		return nil, err
	}
	e := &Event{Room: room, position: position}
	s.note(room)
	if room.row == nil || s.participantID == "" || room.State != InCall || !room.has(ctx, s.door, s.participantID) {
		return e, nil
	}
	if e.Signals, err = signalsTo(ctx, client, room.row.ID, s.participantID, position); err != nil {
		return nil, err
	}
	if len(e.Signals) > 0 {
		e.position = e.Signals[len(e.Signals)-1].Sequence
	}
	return e, nil
}

// isLike reports whether two readings of a room show the same.
func (r *Room) isLike(other *Room) bool { return reflect.DeepEqual(r.shown(), other.shown()) }

// A shown room is what clients see, without what passes by itself.
type shown struct {
	Room

	Participants []string
	Start, End   civil.Instant
	AdmittedAt   *civil.Instant
	DelayedUntil *civil.Instant
	EndedAt      *civil.Instant
	StaffID      string
	ServiceID    string
	Version      int
}

func (r *Room) shown() shown {
	a := r.Appointment
	is := shown{
		Room: *r, Start: a.StartsAt, End: a.EndsAt, AdmittedAt: a.RoomAdmittedAt, DelayedUntil: a.RoomDelayedUntil, EndedAt: a.RoomEndedAt,
		StaffID: a.StaffID, ServiceID: a.ServiceID, Version: a.Version,
	}
	for _, p := range r.Participants {
		is.Participants = append(is.Participants, p.ID)
	}
	is.Room.Appointment, is.Room.row, is.Room.Now, is.Room.Participants = nil, nil, 0, nil
	return is
}
