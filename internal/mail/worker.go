package mail

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"time"

	gomail "github.com/wneessen/go-mail"

	"visavis/ent"
	"visavis/ent/mail"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/config"
	"visavis/internal/telemetry"
)

// pollInterval is how long a worker waits if nothing is due and nothing wakes it.
const pollInterval = 10 * time.Second

// WorkerOptions configure a Worker.
type WorkerOptions struct {
	Server  config.SMTPServer // if Mail has one
	Logger  *slog.Logger
	Traces  *telemetry.Traces                    // may be nil
	Metrics *telemetry.Metrics                   // may be nil
	After   func(time.Duration) <-chan time.Time // nil: time.After
}

// Worker sends due mails one after the other, and drops those that nothing could send in time. Several processes may run one
// each.
type Worker struct {
	*Mail
	WorkerOptions
	nextLate civil.Instant // when mails that are too late are looked for again
}

// NewWorker returns a worker; Run starts it.
func (m *Mail) NewWorker(options WorkerOptions) *Worker {
	if options.After == nil {
		options.After = time.After
	}
	return &Worker{Mail: m, WorkerOptions: options}
}

// Run sends due mails until ctx is done.
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
	w.dropLateEveryMinute(ctx)
	if !w.hasServer {
		return 0
	}
	c, err := w.claimDue(ctx, w.clock())
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
			// It is retried when its lease has expired.
			w.log(ctx, slog.LevelError, "mail left until its lease expires", row, "database")
		}
	}
	return len(c.mails)
}

// dropLateEveryMinute looks at all mails that wait, so not in each round: every booking wakes the worker.
func (w *Worker) dropLateEveryMinute(ctx context.Context) {
	now := w.clock()
	if now < w.nextLate {
		return
	}
	if err := w.dropLate(ctx, now); err != nil {
		if ctx.Err() == nil {
			w.Logger.ErrorContext(ctx, "cannot drop mails that are too late", slog.Any("error", err))
		}
		return
	}
	w.nextLate = now.Add(time.Minute)
}

// handle sends a claimed mail and records the outcome.
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
	msg, reason, err := w.compose(ctx, c, row)
	if err == nil && msg == nil {
		outcome = "dropped"
		w.log(ctx, slog.LevelInfo, "mail dropped", row, "")
		return c.dropped(ctx, row, reason)
	}
	if err == nil {
		err = via.deliver(ctx, msg)
	}
	switch {
	case err == nil:
		outcome = "sent"
		w.Metrics.Mail(outcome, "")
		w.log(ctx, slog.LevelInfo, "mail sent", row, "")
		return c.sent(ctx, row, w.clock())
	case ctx.Err() != nil:
		return c.released(ctx, row) // interrupted by the shutdown
	case errors.As(err, &failure):
		outcome = string(failure)
		w.log(ctx, slog.LevelWarn, "mail failed", row, failure)
		retried, err := c.failed(ctx, row, failure, w.clock())
		w.Metrics.Mail(map[bool]string{true: "retried", false: "given up"}[retried], outcome)
		return err
	default:
		return err
	}
}

// compose returns the message of a mail, nil if the mail is not to be sent, and then why if that is not a later change. A
// panic in one message must not stop the others.
func (w *Worker) compose(ctx context.Context, c *claim, row *ent.Mail) (msg *gomail.Msg, dropped Failure, err error) {
	defer func() {
		if recover() != nil {
			err = Unwritable
		}
	}()
	what, err := w.read(ctx, row.ID)
	if ent.IsNotFound(err) {
		return nil, "", nil // the recipient was forgotten
	}
	if err != nil {
		return nil, "", err
	}
	now := w.clock()
	switch {
	case what.Lease != c.lease || what.State != mail.StateWAITING:
		return nil, "", nil
	case what.isLate(now):
		return nil, TooLate, nil
	case !what.isCurrent(now):
		return nil, "", nil
	case w.senderOf(what.branch) == nil: // it was removed after the claim
		return nil, "", NoSender
	}
	if allowed, err := c.countLimited(ctx, what, now); err != nil || !allowed {
		return nil, "", cmp.Or(err, error(RecipientLimit))
	}
	secret := what.bookingSecret()
	if what.Kind == mail.KindACCESS {
		if secret, err = c.accessLink(ctx, row, w.clock()); err != nil || secret == "" {
			return nil, "", err
		}
	}
	if what.Kind != mail.KindACCESS && what.asksToConfirm() {
		if what.confirmationToken, err = c.confirmationLink(ctx, row); err != nil {
			return nil, "", err
		}
	}
	if booking.PurposeOf(what.Kind) != "" {
		if what.customerToken, err = c.customerLink(ctx, what, now); err != nil || what.customerToken == "" {
			return nil, "", err
		}
	}
	l, err := w.write(what, secret)
	if err != nil {
		return nil, "", Unwritable
	}
	msg, err = w.message(what, l)
	return msg, "", err
}

// log logs no personal data.
func (w *Worker) log(ctx context.Context, level slog.Level, what string, row *ent.Mail, failure Failure) {
	attributes := []slog.Attr{slog.String("mail", row.ID), slog.String("kind", string(row.Kind))}
	if failure != "" {
		attributes = append(attributes, slog.String("failure", string(failure)))
	}
	w.Logger.LogAttrs(ctx, level, what, attributes...)
}
