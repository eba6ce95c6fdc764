package mail

import (
	"context"
	"math/rand/v2"

	"visavis/ent"
	"visavis/ent/mail"
	"visavis/internal/id"
	"visavis/internal/mail/letter"
	"visavis/internal/page"
	"visavis/internal/problem"
	"visavis/internal/store"
)

// Page is a page of the outbox.
type Page = page.Connection[ent.Mail]

// Outbox lists the mails that wait, were sent, dropped or have failed, the one that is
// due last first.
func (m *Mail) Outbox(ctx context.Context, request page.Request) (*Page, error) {
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
		query.Where(mail.Or(mail.DueAtLT(due), mail.And(mail.DueAt(due), mail.IDLT(after.Second))))
	}
	rows, err := query.Order(ent.Desc(mail.FieldDueAt, mail.FieldID)).Limit(request.First + 1).All(ctx)
	if err != nil {
		return nil, err
	}
	return page.Of(rows, request, func(row *ent.Mail) page.Place { return page.At(row.DueAt, row.ID) }), nil
}

// Letter writes a mail as it would be sent now; nil when there is none, or nobody to
// read it. It holds the links with which the appointment can be changed and joined.
func (m *Mail) Letter(ctx context.Context, mailID string) (*letter.Letter, error) {
	if err := id.Mail.Check(mailID, "id"); err != nil {
		return nil, err
	}
	row, err := m.read(ctx, mailID)
	if ent.IsNotFound(err) || err == nil && row.Edges.Appointment.Edges.Customer == nil {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return m.write(row)
}

// Retry has a mail that has failed sent again, with as many attempts as a new one has.
// Any other mail stays as it is.
func (m *Mail) Retry(ctx context.Context, mailID string) (row *ent.Mail, err error) {
	if err := id.Mail.Check(mailID, "id"); err != nil {
		return nil, err
	}
	err = m.database.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		// The lease is a new one, so that nobody who sent the mail before can tell of it.
		if err := tx.Mail.Update().Where(mail.ID(mailID), mail.StateEQ(mail.StateFAILED)).
			SetState(mail.StateWAITING).SetAttempts(0).SetFailure("").SetDueAt(m.clock()).SetLease(rand.Int64()).
			Exec(ctx); err != nil {
			return err
		}
		if row, err = tx.Mail.Get(ctx, mailID); ent.IsNotFound(err) {
			return problem.New(problem.NotFound, "id")
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	m.Wake()
	return row, nil
}
