// Package push sends pushes to the devices of staff. It claims what is queued, writes its text, and tries again what a push service did
// not take.
package push

import (
	"context"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"sync"
	"time"

	"visavis/ent"
	entpush "visavis/ent/push"
	"visavis/internal/civil"
	"visavis/internal/repeat"
	"visavis/internal/store"
	"visavis/internal/telemetry"
	"visavis/internal/webpush"
)

// pollInterval is how long a worker waits if nothing is due and nothing wakes it.
const pollInterval = 10 * time.Second

// backOff is how long a push waits between attempts.
var backOff = repeat.BackOff{First: 10 * time.Second, Longest: 10 * time.Minute}

// Options configure a Worker.
type Options struct {
	Database  *store.Store
	Clock     civil.Clock
	PublicURL string // by which push services can find who sends
	Key       func(context.Context) (*webpush.Key, error)
	Logger    *slog.Logger
	Metrics   *telemetry.Metrics                   // may be nil
	Transport http.RoundTripper                    // nil: webpush.NewTransport
	TimeLimit time.Duration                        // of an attempt; zero: webpush.TimeLimit
	After     func(time.Duration) <-chan time.Time // nil: time.After
}

// Worker sends due pushes, several at a time, so that a slow push service delays no other. Several processes may run one each.
type Worker struct {
	Options
	wake chan struct{} // holds at most one wake-up
}

// NewWorker returns a worker; Run starts it.
func NewWorker(options Options) *Worker {
	if options.Transport == nil {
		options.Transport = webpush.NewTransport()
	}
	if options.TimeLimit == 0 {
		options.TimeLimit = webpush.TimeLimit
	}
	if options.After == nil {
		options.After = time.After
	}
	return &Worker{Options: options, wake: make(chan struct{}, 1)}
}

// Wake notifies the worker that a push may be due. It does not block.
func (w *Worker) Wake() {
	select {
	case w.wake <- struct{}{}:
	default: // already notified
	}
}

// Run sends due pushes until ctx is done.
func (w *Worker) Run(ctx context.Context) {
	for ctx.Err() == nil {
		if w.round(ctx) == batch {
			continue // there may be more
		}
		select {
		case <-ctx.Done():
		case <-w.wake:
		case <-w.After(pollInterval):
		}
	}
}

// round sends a batch and returns its size.
func (w *Worker) round(ctx context.Context) int {
	c, err := w.claimDue(ctx, w.Clock())
	if err == nil && len(c.pushes) == 0 {
		return 0
	}
	var key *webpush.Key
	if err == nil {
		key, err = w.Key(ctx)
	}
	if err != nil {
		if ctx.Err() == nil {
			w.Logger.ErrorContext(ctx, "cannot send pushes", slog.Any("error", err))
		}
		return 0
	}
	via := webpush.NewSender(key, w.PublicURL, w.Transport, w.TimeLimit)
	var group sync.WaitGroup
	for _, row := range c.pushes {
		group.Go(func() {
			if err := w.handle(ctx, c, via, row); err != nil {
				// It is retried when its lease has expired.
				w.log(ctx, slog.LevelError, "push left until its lease expires", row, 0)
			}
		})
	}
	group.Wait()
	return len(c.pushes)
}

// handle sends a claimed push and records the outcome.
func (w *Worker) handle(ctx context.Context, c *claim, via *webpush.Sender, row *ent.Push) error {
	if ctx.Err() != nil {
		return c.released(ctx, row)
	}
	message, err := w.compose(ctx, row)
	if err != nil {
		return err
	}
	if message == nil {
		w.log(ctx, slog.LevelInfo, "push dropped", row, 0)
		return c.ended(ctx, row)
	}
	answer := via.Send(ctx, *message, w.Clock())
	switch answer.Outcome {
	case webpush.Sent:
		w.Metrics.Push("sent")
		w.log(ctx, slog.LevelInfo, "push sent", row, answer.Status)
		return c.ended(ctx, row)
	case webpush.Gone:
		w.Metrics.Push("gone")
		w.log(ctx, slog.LevelInfo, "push subscription gone", row, answer.Status)
		return c.gone(ctx, row)
	case webpush.Refused:
		w.Metrics.Push("refused")
		w.log(ctx, slog.LevelWarn, "push refused", row, answer.Status)
		return c.ended(ctx, row)
	}
	if ctx.Err() != nil {
		return c.released(ctx, row) // interrupted by the shutdown
	}
	w.log(ctx, slog.LevelWarn, "push "+string(answer.Outcome), row, answer.Status)
	again := w.Clock().Add(max(backOff.After(row.Attempts+1, rand.Float64()), answer.Wait))
	if again >= row.ExpiresAt {
		w.Metrics.Push("expired")
		return c.ended(ctx, row)
	}
	w.Metrics.Push("retried")
	return c.failed(ctx, row, again)
}

// compose returns the message of a push; nil: it is not to be sent. A panic in one must not stop the others.
func (w *Worker) compose(ctx context.Context, row *ent.Push) (message *webpush.Message, err error) {
	defer func() {
		if recover() != nil {
			w.log(ctx, slog.LevelError, "push cannot be written", row, 0)
			message, err = nil, nil
		}
	}()
	now := w.Clock()
	if isExpired(row, now) {
		return nil, nil
	}
	what, err := read(ctx, w.Database.Client(), row)
	if err != nil || what == nil || !what.isCurrent(now) {
		return nil, err
	}
	text, err := what.write()
	if err != nil {
		return nil, err
	}
	to := what.subscription
	return &webpush.Message{Endpoint: to.Endpoint, PublicKey: to.PublicKey, AuthSecret: to.AuthSecret, Text: text, ExpiresAt: row.ExpiresAt, IsUrgent: row.Kind == entpush.KindCUSTOMER_WAITS}, nil
}

// log logs no personal data, and nothing by which others could send a push.
func (w *Worker) log(ctx context.Context, level slog.Level, what string, row *ent.Push, status int) {
	attributes := []slog.Attr{slog.String("push", row.ID), slog.String("kind", string(row.Kind))}
	if status != 0 {
		attributes = append(attributes, slog.Int("status", status))
	}
	w.Logger.LogAttrs(ctx, level, what, attributes...)
}
