package mail

import (
	"context"
	"errors"
	"log/slog"
	"time"

	gomail "github.com/wneessen/go-mail"

	"visavis/ent"
	"visavis/ent/mail"
	"visavis/internal/config"
	"visavis/internal/telemetry"
)

// nap is how long a worker sleeps when nothing is due and nobody wakes it.
const pollInterval = 10 * time.Second

// WorkerOptions say through whom mails are sent.
type WorkerOptions struct {
	Server config.SMTPServer
	Logger *slog.Logger
	Traces *telemetry.Traces                    // nil: nothing is told
	After  func(time.Duration) <-chan time.Time // nil: time.After
}

// Worker sends the mails that are due, one after the other. There may be one in each
// of several processes.
type Worker struct {
	*Mail
	WorkerOptions
}

// NewWorker makes a worker.
func (m *Mail) NewWorker(options WorkerOptions) *Worker {
	if options.After == nil {
		options.After = time.After
	}
	return &Worker{m, options}
}

// Run sends what is due until ctx is done.
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

// round sends a batch, and tells how many mails there were in it.
func (w *Worker) round(ctx context.Context) int {
	c, err := claimDue(ctx, w.database, w.clock())
	if err != nil {
		if ctx.Err() == nil {
			w.Logger.ErrorContext(ctx, "cannot claim mails", slog.Any("error", err))
		}
		return 0
	}
	via := newMailer(w.Server, hostOf(w.publicURL))
	defer via.quit()
	for _, row := range c.mails {
		if err := w.handle(ctx, c, via, row); err != nil {
			// Its lease will run out, and then it is tried again.
			w.log(ctx, slog.LevelError, "mail left until its lease expires", row, "database")
		}
	}
	return len(c.mails)
}

// handle sends a claimed mail or finds out why not, and records how it ended.
func (w *Worker) handle(ctx context.Context, c *claim, via *mailer, row *ent.Mail) (err error) {
	ctx, span := w.Traces.Delivery(ctx)
	outcome, failure := "released", Failure("")
	defer func() {
		if err != nil {
			outcome = "database"
		}
		span.EndDelivery(string(row.Kind), outcome, err != nil || failure != "")
	}()
	if ctx.Err() != nil || !c.canDeliver(w.clock()) {
		return c.released(ctx, row)
	}
	msg, err := w.compose(ctx, c, row)
	if err == nil && msg == nil {
		outcome = "dropped"
		w.log(ctx, slog.LevelInfo, "mail dropped", row, "")
		return c.dropped(ctx, row)
	}
	if err == nil {
		err = via.deliver(ctx, msg)
	}
	switch {
	case err == nil:
		outcome = "sent"
		w.log(ctx, slog.LevelInfo, "mail sent", row, "")
		return c.sent(ctx, row, w.clock())
	case ctx.Err() != nil:
		return c.released(ctx, row) // we have cut it off ourselves
	case errors.As(err, &failure):
		outcome = string(failure)
		w.log(ctx, slog.LevelWarn, "mail failed", row, failure)
		return c.failed(ctx, row, failure, w.clock())
	default:
		return err
	}
}

// compose makes the message of a mail; nil when it is not to be sent any more. What a
// letter stumbles over must not stop the others.
func (w *Worker) compose(ctx context.Context, c *claim, row *ent.Mail) (msg *gomail.Msg, err error) {
	defer func() {
		if recover() != nil {
			err = Unwritable
		}
	}()
	what, err := w.read(ctx, row.ID)
	if ent.IsNotFound(err) {
		return nil, nil // whom it was to was forgotten
	}
	if err != nil {
		return nil, err
	}
	if what.Lease != c.lease || what.State != mail.StateWAITING || !what.isCurrent(w.clock()) {
		return nil, nil
	}
	secret := what.bookingSecret()
	if what.Kind == mail.KindACCESS {
		if secret, err = c.accessLink(ctx, row, w.clock()); err != nil || secret == "" {
			return nil, err
		}
	}
	l, err := w.write(what, secret)
	if err != nil {
		return nil, Unwritable
	}
	return w.message(what, l)
}

// log tells nothing of the person.
func (w *Worker) log(ctx context.Context, level slog.Level, what string, row *ent.Mail, failure Failure) {
	attributes := []slog.Attr{slog.String("mail", row.ID), slog.String("kind", string(row.Kind))}
	if failure != "" {
		attributes = append(attributes, slog.String("failure", string(failure)))
	}
	w.Logger.LogAttrs(ctx, level, what, attributes...)
}
