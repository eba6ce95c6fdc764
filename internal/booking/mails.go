package booking

import (
	"context"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/mail"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/statement"
)

const (
	// reminderLead is how long before the start the reminder is sent.
	reminderLead = 24 * time.Hour
	// remindedByNotice is how soon after another mail about the appointment a reminder is left out.
	remindedByNotice = time.Hour
)

// quietTime is how long the mail about a move waits for another move, whose mail replaces it.
const quietTime = time.Minute

// queueMails queues a notification and a reminder, and drops unsent mail about earlier states.
func (e *edit) queueMails(ctx context.Context, a *ent.Appointment, c change, isNew bool) error {
	if !isNew {
		if err := statement.DropMails(ctx, e.Client, a.ID); err != nil {
			return err
		}
	}
	if a.ContactEmail == "" {
		return nil
	}
	e.AfterCommit(e.booking.mailQueued)
	due := e.Now
	if c.mail == mail.KindMOVED {
		due = e.Now.Add(quietTime)
	}
	mails := []*ent.Mail{e.mailAbout(a, c.mail, due, c.byStranger)}
	if due := a.StartsAt.Add(-reminderLead); a.Status == appointment.StatusCONFIRMED && due >= e.Now.Add(remindedByNotice) {
		mails = append(mails, e.mailAbout(a, mail.KindREMINDER, due, c.byStranger))
	}
	return e.InsertMails(ctx, mails)
}

func (e *edit) mailAbout(a *ent.Appointment, kind mail.Kind, due civil.Instant, byStranger bool) *ent.Mail {
	return &ent.Mail{
		ID: id.Mail.NewAt(int64(e.Now)), AppointmentID: &a.ID, AppointmentVersion: a.Version, Kind: kind, DueAt: due, Limited: byStranger, State: mail.StateWAITING,
	}
}
