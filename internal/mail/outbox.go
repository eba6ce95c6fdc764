package mail

import (
	"context"
	"math/rand/v2"
	"time"

	"visavis/ent"
	"visavis/ent/mail"
	"visavis/internal/audit"
	"visavis/internal/id"
	"visavis/internal/mail/compose"
	"visavis/internal/pagination"
	"visavis/internal/problem"
	"visavis/internal/store"
)

// Page is a page of the outbox.
type Page = pagination.Connection[ent.Mail]

// Outbox lists the mails that wait, were sent, dropped or have failed, the one that is
// due last first.
func (m *Mail) Outbox(ctx context.Context, request pagination.Request) (*Page, error) {
	after, err := request.Read()
	if err != nil {
		return nil, err
	}
	query := m.database.Client().Mail.Query()
	if after != nil {
		due, err := after.Instant()
		if err != nil {
			return nil, err
		}
		query.Where(mail.DueAtLTE(due)) // what follows says so, but not to an index
		query.Where(mail.Or(mail.DueAtLT(due), mail.And(mail.DueAt(due), mail.IDLT(after.Second))))
	}
	rows, err := query.Order(ent.Desc(mail.FieldDueAt, mail.FieldID)).Limit(request.First + 1).All(ctx)
	if err != nil {
		return nil, err
	}
	return pagination.Of(rows, request, func(row *ent.Mail) pagination.Token { return pagination.At(row.DueAt, row.ID) }), nil
}

// Due tells how many mails are due and not sent, and how long the oldest has waited. One that is being sent is due
// when its lease ends.
func (m *Mail) Due(ctx context.Context) (count int, oldest time.Duration, err error) {
	now := m.clock()
	due := m.database.Client().Mail.Query().Where(mail.StateEQ(mail.StateWAITING), mail.DueAtLTE(now))
	// One is looked for before all are counted: PostgreSQL prepares to count many even where there is none.
	first, err := due.Clone().Order(mail.ByDueAt()).First(ctx)
	if ent.IsNotFound(err) {
		return 0, 0, nil
	}
	if err != nil {
		return 0, 0, err
	}
	if count, err = due.Count(ctx); err != nil || count == 0 { // it has been sent since
		return 0, 0, err
	}
	return count, now.Sub(first.DueAt), nil
}

// Letter writes a mail as it would be sent now; nil when there is none, or nobody to
// read it. It holds the link with which an appointment is joined, and hides the one with
// which its client changes it; one that opens an access is made when it is sent.
func (m *Mail) Preview(ctx context.Context, mailID string) (*compose.Message, error) {
	if err := id.Mail.Check(mailID, "id"); err != nil {
		return nil, err
	}
	what, err := m.read(ctx, mailID)
	if ent.IsNotFound(err) || err == nil && what.recipient() == nil {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if what.Kind == mail.KindACCESS {
		return m.write(what, "")
	}
	return m.write(what, hiddenSecret)
}

// Retry has a mail that has failed sent again, with as many attempts as a new one has.
// Any other mail stays as it is.
func (m *Mail) Retry(ctx context.Context, mailID string) (row *ent.Mail, err error) {
	if err := id.Mail.Check(mailID, "id"); err != nil {
		return nil, err
	}
	err = m.database.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		before, err := tx.Mail.Get(ctx, mailID)
		if ent.IsNotFound(err) {
			return problem.New(problem.NotFound, "id")
		}
		if err != nil {
			return err
		}
		// The lease is a new one, so that nobody who sent the mail before can tell of it.
		again, err := tx.Mail.Update().Where(mail.ID(mailID), mail.StateEQ(mail.StateFAILED)).
			SetState(mail.StateWAITING).SetAttempts(0).SetFailure("").SetDueAt(m.clock()).SetLease(rand.Int64()).
			Save(ctx)
		if err != nil {
			return err
		}
		if row, err = tx.Mail.Get(ctx, mailID); err != nil || again == 0 {
			return err
		}
		_, err = audit.Record(ctx, tx.Client, m.clock(), "mailRetry", mailID, progressOf(before), progressOf(row))
		return err
	})
	if err != nil {
		return nil, err
	}
	m.Wake()
	return row, nil
}

// progress is what the audit trail tells of a mail.
type progress struct {
	State    mail.State `json:"state"`
	Attempts int        `json:"attempts"`
	Failure  string     `json:"failure,omitempty"`
}

func progressOf(row *ent.Mail) progress { return progress{row.State, row.Attempts, row.Failure} }
