package room

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"strconv"
	"sync"
	"time"

	"visavis/ent/change"
	"visavis/ent/consultationroom"
	"visavis/internal/event"
)

// watch wakes the subscriptions of this process when their rooms may be others: changes of the appointment come by the feed of its branch,
// signals by hints of the processes that store them. It also keeps the participants present.
type watch struct {
	rooms *Rooms
	stop  context.CancelFunc
	ctx   context.Context // lives as long as the watch
	ended sync.WaitGroup

	mu        sync.Mutex
	following map[*Subscription]struct{}
	branches  map[string]*watchedBranch
	listening bool // to other processes and to the clock, from the first subscription on
}

// watchedBranch is a branch some of whose rooms are followed.
type watchedBranch struct {
	followers int
	stop      context.CancelFunc
}

func newWatch(rooms *Rooms) *watch {
	ctx, stop := context.WithCancel(context.Background())
	return &watch{rooms: rooms, ctx: ctx, stop: stop, following: map[*Subscription]struct{}{}, branches: map[string]*watchedBranch{}}
}

func (w *watch) close() {
	w.mu.Lock()
	w.stop()
	w.mu.Unlock()
	w.ended.Wait()
}

// ErrClosed ends the subscriptions of rooms that are closed.
var ErrClosed = errors.New("the rooms are closed")

// join adds a subscription and starts it.
func (w *watch) join(s *Subscription, run func()) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.ctx.Err() != nil {
		return ErrClosed
	}
	w.following[s] = struct{}{}
	if !w.listening {
		w.listening = true
		w.ended.Go(w.listen)
		w.ended.Go(w.keepPresent)
	}
	branch := w.branches[s.branchID]
	if branch == nil {
		ctx, stop := context.WithCancel(w.ctx)
		branch = &watchedBranch{stop: stop}
		w.branches[s.branchID] = branch
		w.ended.Go(func() { w.followBranch(ctx, s.branchID) })
	}
	branch.followers++
	w.ended.Go(run) // under the lock, so that nobody waits for the end before
	return nil
}

// listen wakes subscriptions after signals that other processes have stored.
func (w *watch) listen() {
	for w.ctx.Err() == nil {
		err := func() (err error) {
			defer w.rooms.recovered(&err)
			w.rooms.store.ListenForSignals(w.ctx, w.heardOf)
			return nil
		}()
		if err == nil || !pause(w.ctx, renewal) {
			return
		}
	}
}

// leave removes a subscription.
func (w *watch) leave(s *Subscription) {
	w.mu.Lock()
	defer w.mu.Unlock()
	delete(w.following, s)
	branch := w.branches[s.branchID]
	if branch.followers--; branch.followers == 0 {
		delete(w.branches, s.branchID)
		branch.stop()
	}
}

// followBranch wakes subscriptions after changes of their branch, until ctx is done.
func (w *watch) followBranch(ctx context.Context, branchID string) {
	for ctx.Err() == nil {
		err := w.hearBranch(ctx, branchID)
		if ctx.Err() == nil && !errors.Is(err, event.ErrSlow) {
			w.rooms.logger.Error("a branch's rooms are not followed", slog.Any("error", err))
			pause(ctx, renewal)
		}
	}
}

// hearBranch wakes subscriptions after changes of their branch, until the feed ends.
func (w *watch) hearBranch(ctx context.Context, branchID string) (err error) {
	defer w.rooms.recovered(&err)
	ctx, stop := context.WithCancel(ctx)
	defer stop() // the feed of a reader that panics
	subscription, err := w.rooms.feed.Subscribe(ctx, branchID, "")
	if err != nil {
		return err
	}
	w.wake(func(s *Subscription) bool { return s.branchID == branchID }) // for what was missed
	for c := range subscription.Changes() {
		w.wake(func(s *Subscription) bool { return s.branchID == branchID && isTouchedBy(s.appointmentID, &c) })
	}
	return subscription.Err()
}

// isTouchedBy reports whether a change of a branch may be one of an appointment's room.
func isTouchedBy(appointmentID string, c *event.Change) bool {
	switch c.Kind {
	case change.KindAPPOINTMENT:
		return c.AppointmentID == appointmentID || c.AppointmentID == ""
	case change.KindBRANCH, change.KindSTAFF, change.KindSERVICE, change.KindVIDEO_LINK, event.Resync:
		return true
	default:
		return false
	}
}

// heardOf wakes the subscriptions of a room of which another process has stored a signal. The empty text stands for all.
func (w *watch) heardOf(roomID string) {
	if roomID == "" {
		w.wake(func(*Subscription) bool { return true })
	} else if id, err := strconv.Atoi(roomID); err == nil {
		w.heard(id)
	}
}

// heard wakes the subscriptions of a room with a signal.
func (w *watch) heard(roomID int) {
	w.wake(func(s *Subscription) bool { return s.roomID.Load() == int64(roomID) })
}

func (w *watch) wake(whom func(*Subscription) bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for s := range w.following {
		if whom(s) {
			s.wake()
		}
	}
}

// keepPresent renews the presence of the participants, and looks for signals whose hints were lost.
func (w *watch) keepPresent() {
	for pause(w.ctx, renewal) {
		if err := w.keepOnce(); err != nil && w.ctx.Err() == nil {
			w.rooms.logger.Error("participants were not kept present", slog.Any("error", err))
		}
	}
}

func (w *watch) keepOnce() (err error) {
	defer w.rooms.recovered(&err)
	return errors.Join(w.rooms.renew(w.ctx, w.participants()), w.lookForSignals())
}

// participants returns the IDs of those whom this process keeps present.
func (w *watch) participants() (participantIDs []string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for s := range w.following {
		if s.isPresent() {
			participantIDs = append(participantIDs, s.participantID)
		}
	}
	return participantIDs
}

// lookForSignals wakes the subscriptions whose rooms have been raised since they were read.
func (w *watch) lookForSignals() error {
	var roomIDs []int
	w.mu.Lock()
	for s := range w.following {
		if id := s.roomID.Load(); id != 0 && s.participantID != "" {
			roomIDs = append(roomIDs, int(id))
		}
	}
	w.mu.Unlock()
	for some := range slices.Chunk(roomIDs, atOnce) {
		rows, err := w.rooms.store.Client().ConsultationRoom.Query().Where(consultationroom.IDIn(some...)).All(w.ctx)
		if err != nil {
			return err
		}
		sequences := map[int64]int64{}
		for _, row := range rows {
			sequences[int64(row.ID)] = row.Sequence
		}
		w.wake(func(s *Subscription) bool { return sequences[s.roomID.Load()] > s.sequence.Load() })
	}
	return nil
}

// pause waits and reports whether ctx is not done.
func pause(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-timer.C:
		return true
	}
}
