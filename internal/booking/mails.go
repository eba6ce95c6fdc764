package booking

import (
	"context"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/mail"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/reminder"
	"visavis/internal/statement"
)

// quietTime is how long the mail about a move waits for another move, whose mail replaces it.
const quietTime = time.Minute

// queueMails queues a notification and reminders, and drops unsent mail about earlier states. Before is nil if the appointment is new.
func (e *edit) queueMails(ctx context.Context, before, a *ent.Appointment, c change) error {
	var dropped []statement.Drop
	if before != nil {
		var err error
		if dropped, err = statement.DropMails(ctx, e.Client, a.ID); err != nil {
			return err
		}
	}
	if a.ContactEmail == "" {
		return nil
	}
	e.AfterCommit(e.booking.mailQueued)
	notice := e.mailAbout(a, c.mail, e.Now, c.byStranger)
	if c.mail == mail.KindMOVED {
		notice.DueAt = e.Now.Add(quietTime)
		notice.MovedFromStart, notice.MovedFromStaffID = knownTo(before, dropped)
	}
	reminders, err := e.remindersOf(ctx, a, notice)
	if err != nil {
		return err
	}
	return e.InsertMails(ctx, append([]*ent.Mail{notice}, reminders...))
}

// knownTo returns the start and the profile of which the customer knows: those before the first move that no mail has told of.
func knownTo(before *ent.Appointment, dropped []statement.Drop) (*civil.Instant, string) {
	for _, d := range dropped {
		if d.Kind == mail.KindMOVED && d.MovedFromStart != nil {
			return d.MovedFromStart, d.MovedFromStaffID
		}
	}
	return &before.StartsAt, before.StaffID
}

// remindersOf returns the reminders of an appointment, which follow a notice.
func (e *edit) remindersOf(ctx context.Context, a *ent.Appointment, notice *ent.Mail) (mails []*ent.Mail, err error) {
	if a.Status != appointment.StatusCONFIRMED {
		return nil, nil
	}
	row, err := e.branch(ctx, a.BranchID)
	if err != nil {
		return nil, err
	}
	for _, plan := range reminder.Plans(row.ReminderLeadMinutes, a.StartsAt, e.Now, notice.DueAt) {
		mails = append(mails, reminder.Mail(a, plan, notice.Limited, e.Now))
	}
	return mails, nil
}

func (e *edit) mailAbout(a *ent.Appointment, kind mail.Kind, due civil.Instant, byStranger bool) *ent.Mail {
	return &ent.Mail{
		ID: id.Mail.NewAt(int64(e.Now)), AppointmentID: &a.ID, AppointmentVersion: a.Version, Kind: kind, DueAt: due, Limited: byStranger, State: mail.StateWAITING,
	}
}
