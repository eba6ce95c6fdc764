package event

import (
	"context"
	"errors"
	"sync"

	"visavis/ent/change"
)

// ErrSlow ends a subscription whose reader is too slow. The reader can resume after the last change it received.
var ErrSlow = errors.New("the reader is too slow")

// buffered is the size of a subscription's buffer.
const buffered = 256

// Subscription receives the changes of a branch.
type Subscription struct {
	branchID string
	newest   int64 // of the branch when it subscribed
	position int64 // of the last change delivered
	joined   int64 // from here on the branch's feed serves it

	changes chan Change
	live    chan *Change  // shared with the other subscriptions, since most wait: 256 changes would take 24 kB
	cut     chan struct{} // closed when live overflows

	cutOnce sync.Once
	err     error
}

func newSubscription(branchID string, newest int64) *Subscription {
	return &Subscription{
		branchID: branchID,
		newest:   newest,
		position: newest,
		changes:  make(chan Change),
		live:     make(chan *Change, buffered),
		cut:      make(chan struct{}),
	}
}

// Changes returns the channel of changes, in order. It is closed when the subscription ends.
func (s *Subscription) Changes() <-chan Change { return s.changes }

// Err returns why the subscription ended: ErrSlow, ErrClosed, a database error, a panic, or the error of the context.
// It may be called once Changes is closed.
func (s *Subscription) Err() error { return s.err }

// offer buffers changes. If the buffer is full, it cuts the subscription.
func (s *Subscription) offer(batch []Change) {
	for i := range batch {
		select {
		case s.live <- &batch[i]:
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
				continue // delivered while catching up
			}
			if s.err = s.deliver(ctx, f, *c); s.err != nil {
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

// catchUp delivers the changes between the reader's position and the one from which the branch's feed serves it.
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

// known reports whether the change after the reader's position, and with it all later ones, is still stored.
func (s *Subscription) known(ctx context.Context, f *Feed) (bool, error) {
	newest := max(s.newest, s.joined)
	if s.position >= newest {
		return s.position == newest, nil
	}
	reaching := change.And(change.BranchID(s.branchID), change.SequenceLTE(s.position+1))
	return f.store.Client().Change.Query().Where(reaching).Exist(ctx)
}

// deliver sends a change to the reader. It blocks until the reader receives it or the buffer overflows.
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
