package booking

import (
	"context"
	"time"

	"visavis/ent"
	"visavis/ent/mail"
)

// reminderLead is how long before the start the customer is reminded.
const reminderLead = 24 * time.Hour

// tell has the customer told of the appointment as it is now, and reminded. What
// waits to be sent of how it was before is dropped.
func (e *edit) tell(ctx context.Context, a *ent.Appointment, kind mail.Kind) error {
	waiting := mail.And(mail.AppointmentID(a.ID), mail.StateEQ(mail.StateWAITING))
	if err := e.Mail.Update().Where(waiting).SetState(mail.StateDROPPED).Exec(ctx); err != nil {
		return err
	}
	if a.CustomerID == nil {
		return nil
	}
	customer, err := e.Customer.Get(ctx, *a.CustomerID)
	if err != nil || customer.Email == nil {
		return err
	}
	e.AfterCommit(e.desk.mailQueued)
	create := e.Mail.Create().SetAppointmentID(a.ID).SetAppointmentVersion(a.Version)
	if err := create.SetKind(kind).SetDueAt(e.now).Exec(ctx); err != nil {
		return err
	}
	due := a.StartsAt.Add(-reminderLead)
	if kind == mail.KindCANCELLED || due <= e.now {
		return nil
	}
	return e.Mail.Create().SetAppointmentID(a.ID).SetAppointmentVersion(a.Version).
		SetKind(mail.KindREMINDER).SetDueAt(due).Exec(ctx)
}
