package event

import (
	"context"
	"log/slog"
	"time"

	"visavis/ent/change"
	"visavis/internal/problem"
	"visavis/internal/store"
)

// branchFeed reads the changes of one branch once for all subscriptions.
type branchFeed struct {
	branchID  string
	woken     chan struct{} // holds one wake-up: a woken reader sees everything committed
	abandoned chan struct{} // closed when the last subscription has left

	// guarded by Feed.mu
	position  int64 // of the last change broadcast
	listeners map[*Subscription]struct{}
}

func newBranchFeed(branchID string, newest int64) *branchFeed {
	b := &branchFeed{
		branchID:  branchID,
		woken:     make(chan struct{}, 1),
		abandoned: make(chan struct{}),
		position:  newest,
		listeners: map[*Subscription]struct{}{},
	}
	b.wake() // for what was committed since newest was read
	return b
}

func (b *branchFeed) wake() {
	select {
	case b.woken <- struct{}{}:
	default: // already woken
	}
}

const (
	// retryInterval is the delay before reading again if the database does not answer.
	retryInterval = time.Second
	// pollInterval is how often changes of other processes are read in case a hint was lost.
	pollInterval = 5 * time.Second
)

func (b *branchFeed) run(f *Feed) {
	position := b.position // only this goroutine advances it
	others := time.NewTicker(pollInterval)
	defer others.Stop()
	for {
		select {
		case <-f.ctx.Done():
			return
		case <-b.abandoned:
			return
		case <-b.woken:
		case <-others.C:
			// A restore may have removed the branch with all of its changes.
			if _, err := f.newest(f.ctx, b.branchID); len(problem.Of(err)) > 0 {
				b.broadcast(f, []Change{{BranchID: b.branchID, Sequence: position + 1, Kind: Resync}})
			}
		}
		for {
			batch, err := b.after(f, position)
			if err != nil {
				if f.ctx.Err() == nil {
					f.logger.Error("cannot read the change feed", slog.String("branch", b.branchID), slog.Any("error", err))
				}
				time.AfterFunc(retryInterval, b.wake)
				break
			}
			if len(batch) > 0 {
				position = batch[len(batch)-1].Sequence
				b.broadcast(f, batch)
			}
			if len(batch) < batchSize {
				break
			}
		}
	}
}

// after returns the next changes after a position.
func (b *branchFeed) after(f *Feed, position int64) (batch []Change, err error) {
	defer f.recovered(&err)
	return read(f.ctx, f.store, b.branchID, position, nil)
}

// broadcast offers the changes to all subscriptions without blocking.
func (b *branchFeed) broadcast(f *Feed, batch []Change) {
	f.mu.Lock()
	defer f.mu.Unlock()
	b.position = batch[len(batch)-1].Sequence
	for s := range b.listeners {
		s.offer(batch)
	}
}

// batchSize is how many changes are read at once.
const batchSize = 256

// read returns the next changes of a branch after a position, up to last if that is not nil.
func read(ctx context.Context, s *store.Store, branchID string, after int64, last *int64) ([]Change, error) {
	query := s.Client().Change.Query().Where(change.BranchID(branchID), change.SequenceGT(after))
	if last != nil {
		query.Where(change.SequenceLTE(*last))
	}
	rows, err := query.Order(change.BySequence()).Limit(batchSize).All(ctx)
	if err != nil {
		return nil, err
	}
	batch := make([]Change, len(rows))
	for i, row := range rows {
		batch[i] = fromRow(row)
	}
	return batch, nil
}
