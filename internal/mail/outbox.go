package mail

import (
	"context"
	"math/rand/v2"
	"time"

	"visavis/ent"
	"visavis/ent/mail"
	"visavis/internal/actor"
	"visavis/internal/audit"
	"visavis/internal/booking"
	"visavis/internal/id"
	"visavis/internal/mail/compose"
	"visavis/internal/pagination"
	"visavis/internal/problem"
	"visavis/internal/reach"
	"visavis/internal/store"
)

// Page is a page of the outbox.
type Page = pagination.Connection[ent.Mail]

// Outbox lists the mails that the actor reaches, in all states, the latest due time first.
func (m *Mail) Outbox(ctx context.Context, request pagination.Request) (*Page, error) {
	after, err := request.Read()
	if err != nil {
		return nil, err
	}
	query := m.database.Client().Mail.Query().Where(reach.Mails(actor.Of(ctx)))
	if after != nil {
		due, err := after.Instant()
		if err != nil {
			return nil, err
		}
		query.Where(mail.DueAtLTE(due)) // implied by the next condition, but lets the database use the index
		query.Where(mail.Or(mail.DueAtLT(due), mail.And(mail.DueAt(due), mail.IDLT(after.Second))))
	}
	rows, err := query.Order(ent.Desc(mail.FieldDueAt, mail.FieldID)).Limit(request.First + 1).All(ctx)
	if err != nil {
		return nil, err
	}
	return pagination.Of(rows, request, func(row *ent.Mail) pagination.Token { return pagination.At(row.DueAt, row.ID) }), nil
}

// Due returns the number of mails that are due and unsent, and how long the oldest has waited since it first was due.
// Attempts put the next one off, but a mail that waits for its next attempt is still due.
func (m *Mail) Due(ctx context.Context) (count int, oldest time.Duration, err error) {
	now := m.clock()
	// No attempt is put off further than that, so the database looks at these alone.
	latest := now.Add(max(lastPause, leaseTime))
	due := m.database.Client().Mail.Query().Where(
		mail.StateEQ(mail.StateWAITING), mail.DueAtLTE(latest), mail.Or(mail.DueAtLTE(now), mail.FirstDueAtNotNil()))
	first, err := due.Clone().Order(mail.ByDueAt()).Where(mail.FirstDueAtIsNil()).First(ctx)
	if ent.MaskNotFound(err) != nil {
		return 0, 0, err
	}
	postponed, err := due.Clone().Order(mail.ByFirstDueAt()).Where(mail.FirstDueAtNotNil()).First(ctx)
	if ent.MaskNotFound(err) != nil {
		return 0, 0, err
	}
	if first != nil {
		oldest = now.Sub(first.DueAt)
	}
	if postponed != nil {
		oldest = max(oldest, now.Sub(*postponed.FirstDueAt))
	}
	if first == nil && postponed == nil {
		return 0, 0, nil
	}
	count, err = due.Count(ctx)
	return count, oldest, err
}

// Preview returns the message of a mail as it would be sent now, nil if the actor reaches no such mail or it has no
// recipient.
// It contains the join link, hides the manage link, and has no access link: that is created when the mail is sent.
func (m *Mail) Preview(ctx context.Context, mailID string) (*compose.Message, error) {
	if err := id.Mail.Check(mailID, "id"); err != nil {
		return nil, err
	}
	what, err := m.read(ctx, mailID, reach.Mails(actor.Of(ctx)))
	if ent.IsNotFound(err) || err == nil && what.recipient() == nil {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if what.Kind == mail.KindACCESS {
		return m.write(what, "")
	}
	if what.asksToConfirm() {
		what.confirmationToken = hiddenSecret
	}
	if booking.PurposeOf(what.Kind) != "" {
		what.customerToken = hiddenSecret
	}
	return m.write(what, hiddenSecret)
}

// Retry reschedules a failed mail with a full number of attempts. It does not change other mails.
func (m *Mail) Retry(ctx context.Context, mailID string) (row *ent.Mail, err error) {
	if err := id.Mail.Check(mailID, "id"); err != nil {
		return nil, err
	}
	err = m.database.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		before, err := tx.Mail.Query().Where(mail.ID(mailID), reach.Mails(actor.Of(ctx))).Only(ctx)
		if ent.IsNotFound(err) {
			return problem.New(problem.NotFound, "id")
		}
		if err != nil {
			return err
		}
		// Whoever retries vouches for the mail, so it is not limited. A new lease keeps earlier workers from recording an outcome.
		again, err := tx.Mail.Update().Where(mail.ID(mailID), mail.StateEQ(mail.StateFAILED)).
			SetState(mail.StateWAITING).SetAttempts(0).SetFailure("").SetLimited(false).SetDueAt(m.clock()).ClearFirstDueAt().SetLease(rand.Int64()).
			Save(ctx)
		if err != nil {
			return err
		}
		if row, err = tx.Mail.Get(ctx, mailID); err != nil || again == 0 {
			return err
		}
		_, err = audit.Record(ctx, tx, m.clock(), "mailRetry", mailID, progressOf(before), progressOf(row))
		return err
	})
	if err != nil {
		return nil, err
	}
	m.Wake()
	return row, nil
}

// progress is the audit entry of a mail.
type progress struct {
	State    mail.State `json:"state"`
	Attempts int        `json:"attempts"`
	Failure  string     `json:"failure,omitempty"`
}

func progressOf(row *ent.Mail) progress { return progress{row.State, row.Attempts, row.Failure} }
