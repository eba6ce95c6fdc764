package booking

import (
	"context"

	"visavis/ent"
	"visavis/ent/mail"
	"visavis/internal/id"
	"visavis/internal/problem"
)

// AppointmentMailResendInput names the appointment by its secret.
type AppointmentMailResendInput struct{ Secret string }

// AppointmentMailResend sends the customer's mail about an appointment again. It is a no-op while one waits to be sent.
func (b *Booking) AppointmentMailResend(ctx context.Context, input AppointmentMailResendInput) (*ent.Appointment, error) {
	return b.editBySecret(ctx, input.Secret, func(ctx context.Context, e *edit, a *ent.Appointment) error {
		if !mayBeAnswered(a, e.Now) || a.ContactEmail == "" {
			return problem.New(problem.StatusForbids, "secret")
		}
		waits, err := e.Mail.Query().Where(mail.AppointmentID(a.ID), mail.StateEQ(mail.StateWAITING), mail.KindIn(mail.KindCONFIRMED, mail.KindMOVED, mail.KindCHANGED)).Exist(ctx)
		if err != nil || waits {
			return err
		}
		if err := e.checkAsked(ctx, a); err != nil {
			return err
		}
		if err := e.queueAgain(ctx, a); err != nil {
			return err
		}
		return e.Record(ctx, "appointmentMailResend", a.ID, a, mailedAgain{a, true})
	})
}

// mailedAgain is the audit trail's record of an appointment whose mail is sent again.
type mailedAgain struct {
	*ent.Appointment
	MailedAgain bool `json:"mailed_again"`
}

// queueAgain queues the mail about an appointment as it is, once more.
func (e *edit) queueAgain(ctx context.Context, a *ent.Appointment) error {
	again := e.mailAbout(a, mail.KindCONFIRMED, e.Now, true)
	again.Occasion = id.Mail.NewAt(int64(e.Now))
	e.AfterCommit(e.booking.mailQueued)
	return e.InsertMails(ctx, []*ent.Mail{again})
}
