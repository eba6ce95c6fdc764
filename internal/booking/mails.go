package booking

import (
	"context"
	"slices"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/mail"
	"visavis/ent/notificationsetting"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/notification"
	"visavis/internal/reminder"
	"visavis/internal/statement"
)

// quietTime is how long the mail about a move or another change waits for the next one, whose mail replaces it.
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
	isNews := true
	switch {
	case c.isQuiet && !hasNotice(dropped):
		isNews = false
	case c.mail != mail.KindMOVED && c.mail != mail.KindCHANGED:
	case hasHandover(dropped): // whoever has the appointment now knows nothing of it
		notice.Kind = mail.KindCONFIRMED
	default:
		var err error
		if isNews, err = e.notifyOf(ctx, notice, knownTo(before, dropped), a); err != nil {
			return err
		}
	}
	mails, err := e.remindersOf(ctx, a, notice)
	if err != nil {
		return err
	}
	if isNews {
		mails = append([]*ent.Mail{notice}, mails...)
	}
	return e.InsertMails(ctx, mails)
}

// hasNotice reports whether a mail was dropped that the customer should have had.
func hasNotice(dropped []statement.Drop) bool {
	return slices.ContainsFunc(dropped, func(d statement.Drop) bool {
		return d.Kind == mail.KindCONFIRMED || d.Kind == mail.KindMOVED || d.Kind == mail.KindCHANGED
	})
}

// hasHandover reports whether a mail was dropped that should have given the appointment, which somebody else had before, to its new customer.
func hasHandover(dropped []statement.Drop) bool {
	return slices.ContainsFunc(dropped, func(d statement.Drop) bool { return d.Kind == mail.KindCONFIRMED && d.AppointmentVersion > 1 })
}

// notifyOf writes into a notice what has changed since the customer last heard of the appointment. It reports whether there is anything to
// say: a change that was taken back in time is no news, unless the customer knows nothing of the appointment.
func (e *edit) notifyOf(ctx context.Context, notice *ent.Mail, was known, is *ent.Appointment) (isNews bool, err error) {
	if was != knownOf(is) {
		was.describe(notice, is)
		notice.DueAt = e.Now.Add(quietTime)
		return true, nil
	}
	told, err := e.Mail.Query().Where(mail.AppointmentID(is.ID), mail.StateEQ(mail.StateSENT), mail.KindIn(mail.KindCONFIRMED, mail.KindMOVED, mail.KindCHANGED)).Exist(ctx)
	notice.Kind = mail.KindCONFIRMED
	return !told, err
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

// notifyStaff queues what those of the staff get who want to know what the customer did.
func (e *edit) notifyStaff(ctx context.Context, kind notificationsetting.Kind, before, after *ent.Appointment) error {
	messages, err := notification.OfAppointment(ctx, e.Before(), kind, before, after, e.Now)
	if err != nil {
		return err
	}
	return e.queue(ctx, messages)
}

// queue queues messages to the staff.
func (e *edit) queue(ctx context.Context, messages notification.Messages) error {
	if len(messages.Mails) > 0 {
		e.AfterCommit(e.booking.mailQueued)
	}
	if len(messages.Pushes) > 0 {
		e.AfterCommit(e.booking.pushQueued)
	}
	if err := e.InsertMails(ctx, messages.Mails); err != nil {
		return err
	}
	return e.InsertPushes(ctx, messages.Pushes)
}

func (e *edit) mailAbout(a *ent.Appointment, kind mail.Kind, due civil.Instant, byStranger bool) *ent.Mail {
	return &ent.Mail{
		ID: id.Mail.NewAt(int64(e.Now)), AppointmentID: &a.ID, AppointmentVersion: a.Version, Kind: kind, DueAt: due, Limited: byStranger, State: mail.StateWAITING,
	}
}
