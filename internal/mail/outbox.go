package mail

import (
	"context"
	"encoding/base64"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"

	"visavis/ent"
	"visavis/ent/mail"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/mail/letter"
	"visavis/internal/problem"
	"visavis/internal/store"
)

// Page is a page of the outbox.
type Page = booking.Connection[ent.Mail]

const maximalPage = 100

// Outbox lists the mails that wait, were sent, dropped or have failed, the one that is
// due last first. After is the cursor of the last one known; empty: from the beginning.
func (m *Mail) Outbox(ctx context.Context, first int, after string) (*Page, error) {
	if first < 1 || first > maximalPage {
		return nil, problem.New(problem.OutOfRange, "first", 1, maximalPage)
	}
	query := m.database.Client().Mail.Query()
	if after != "" {
		due, mailID, err := parsePlace(after)
		if err != nil {
			return nil, err
		}
		query.Where(mail.Or(mail.DueAtLT(due), mail.And(mail.DueAt(due), mail.IDLT(mailID))))
	}
	rows, err := query.Order(ent.Desc(mail.FieldDueAt, mail.FieldID)).Limit(first + 1).All(ctx)
	if err != nil {
		return nil, err
	}
	info := &booking.PageInfo{HasNextPage: len(rows) > first}
	rows = rows[:min(len(rows), first)]
	if len(rows) > 0 {
		info.EndCursor = new(placeOf(rows[len(rows)-1]))
	}
	return &Page{Nodes: rows, PageInfo: info}, nil
}

// placeOf gives the cursor of a mail.
func placeOf(row *ent.Mail) string {
	return base64.RawURLEncoding.EncodeToString(fmt.Appendf(nil, "%d %s", row.DueAt, row.ID))
}

func parsePlace(cursor string) (civil.Instant, string, error) {
	text, _ := base64.RawURLEncoding.DecodeString(cursor)
	due, mailID, _ := strings.Cut(string(text), " ")
	seconds, err := strconv.ParseInt(due, 10, 64)
	if err != nil || !id.Mail.Names(mailID) {
		return 0, "", problem.New(problem.NotFound, "after")
	}
	return civil.Instant(seconds), mailID, nil
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
