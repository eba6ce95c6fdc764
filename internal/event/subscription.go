package event

import (
	"context"
	"errors"
	"sync"

	"visavis/ent/change"
)

// ErrSlow ends the subscription of a reader that is too slow. It can go on
// with a new one after the last change it has got.
var ErrSlow = errors.New("the reader is too slow")

// buffered is how many changes may wait for a reader.
const buffered = 256

// Subscription is one listener to the changes of a branch.
type Subscription struct {
	branchID string
	newest   int64 // of the branch when it subscribed
	position int64 // behind the last change it has been given
	joined   int64 // from here on the branch's feed serves it

	changes chan Change
	live    chan Change
	cut     chan struct{} // closed when live is full

	cutOnce sync.Once
	err     error
}

func newSubscription(branchID string, newest int64) *Subscription {
	return &Subscription{
		branchID: branchID,
		newest:   newest,
		position: newest,
		changes:  make(chan Change),
		live:     make(chan Change, buffered),
		cut:      make(chan struct{}),
	}
}

// Changes gives the changes, in order. It is closed at the end.
func (s *Subscription) Changes() <-chan Change { return s.changes }

// Err tells, after the end, why it ended: ErrSlow, ErrClosed, a fault of the
// database or of ours, or the error of the context.
func (s *Subscription) Err() error { return s.err }

// offer puts changes into the buffer; a reader whose buffer is full is cut.
func (s *Subscription) offer(batch []Change) {
	for _, c := range batch {
		select {
		case s.live <- c:
		default:
			s.cutOnce.Do(func() { close(s.cut) })
			return
		}
	}
}

func (s *Subscription) run(ctx context.Context, f *Feed) {
	defer close(s.changes)
	defer f.recovered(&s.err)
	if s.err = s.catchUp(ctx, f); s.err != nil {
		return
	}
	for {
		select {
		case c := <-s.live:
			if c.Sequence <= s.position {
				continue // known from catching up
			}
			if s.err = s.deliver(ctx, f, c); s.err != nil {
				return
			}
		case <-s.cut:
			s.err = ErrSlow
			return
		case <-f.ctx.Done():
			s.err = ErrClosed
			return
		case <-ctx.Done():
			s.err = ctx.Err()
			return
		}
	}
}

// catchUp gives what happened between the reader's place and the one from
// which the branch's feed serves it.
func (s *Subscription) catchUp(ctx context.Context, f *Feed) error {
	known, err := s.known(ctx, f)
	if err != nil {
		return err
	}
	if !known {
		newest := max(s.newest, s.joined)
		return s.deliver(ctx, f, Change{BranchID: s.branchID, Sequence: newest, Kind: Resync})
	}
	for s.position < s.joined {
		batch, err := read(ctx, f.store, s.branchID, s.position, &s.joined)
		if err != nil {
			return err
		}
		if len(batch) == 0 {
			return nil
		}
		for _, c := range batch {
			if err := s.deliver(ctx, f, c); err != nil {
				return err
			}
		}
	}
	return nil
}

// known tells whether the change behind the reader's place, and with it all
// later ones, is still there.
func (s *Subscription) known(ctx context.Context, f *Feed) (bool, error) {
	newest := max(s.newest, s.joined)
	if s.position >= newest {
		return s.position == newest, nil
	}
	reaching := change.And(change.BranchID(s.branchID), change.SequenceLTE(s.position+1))
	return f.store.Client().Change.Query().Where(reaching).Exist(ctx)
}

// give hands a change to the reader, who may let us wait until the buffer is full.
func (s *Subscription) deliver(ctx context.Context, f *Feed, c Change) error {
	select {
	case s.changes <- c:
		s.position = c.Sequence
		return nil
	case <-s.cut:
		return ErrSlow
	case <-f.ctx.Done():
		return ErrClosed
	case <-ctx.Done():
		return ctx.Err()
	}
}
