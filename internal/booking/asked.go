package booking

import (
	"context"
	"time"

	"visavis/ent"
	"visavis/ent/changerequest"
	"visavis/ent/mail"
	"visavis/internal/problem"
)

const (
	// askedAtMost is how often within askedWithin a customer may ask, by the secret of an appointment, for something that sends a mail.
	askedAtMost = 5
	askedWithin = 24 * time.Hour
)

// checkAsked returns a problem if a customer has asked for too much about an appointment. A mail that was asked for has an occasion.
// The limit of a mailbox, which package mailquota keeps, holds besides.
func (e *edit) checkAsked(ctx context.Context, a *ent.Appointment) error {
	since := e.Now.Add(-askedWithin)
	mails, err := e.Mail.Query().Where(mail.AppointmentID(a.ID), mail.OccasionNEQ(""), mail.KindNotIn(mail.KindCHANGE_REQUESTED, mail.KindCHANGE_DECLINED, mail.KindOFFER), mail.DueAtGT(since)).Count(ctx)
	if err != nil {
		return err
	}
	requests, err := e.ChangeRequest.Query().Where(changerequest.AppointmentID(a.ID), changerequest.CreatedAtGT(since)).Count(ctx)
	if err == nil && mails+requests >= askedAtMost {
		return problem.New(problem.AskedTooOften, "secret")
	}
	return err
}
