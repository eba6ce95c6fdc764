package reminder

import (
	"context"
	"fmt"
	"slices"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/mail"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/placeholder"
	"visavis/internal/statement"
)

// Replan applies new leads to the coming appointments of a branch that is locked. Reminders that were sent stay as they are.
func Replan(ctx context.Context, client *ent.Client, before, after *ent.Branch, now civil.Instant) error {
	was, is := before.ReminderLeadMinutes, after.ReminderLeadMinutes
	if slices.Equal(was, is) {
		return nil
	}
	if err := remove(ctx, client, after, now); err != nil {
		return err
	}
	added := slices.DeleteFunc(slices.Clone(is), func(lead int) bool { return slices.Contains(was, lead) })
	return add(ctx, client, after.ID, added, now)
}

// remove removes the reminders of other leads. Those that somebody may be sending are dropped, so that they are not sent again once their
// lead is added again.
func remove(ctx context.Context, client *ent.Client, row *ent.Branch, now civil.Instant) error {
	obsolete := mail.And(
		mail.StateEQ(mail.StateWAITING), mail.KindEQ(mail.KindREMINDER), mail.LeadMinutesNotIn(row.ReminderLeadMinutes...),
		mail.HasAppointmentWith(appointment.BranchID(row.ID)),
	)
	if _, err := client.Mail.Delete().Where(obsolete, mail.FirstDueAtIsNil(), mail.DueAtGT(now)).Exec(ctx); err != nil {
		return err
	}
	return client.Mail.Update().Where(obsolete).SetState(mail.StateDROPPED).Exec(ctx)
}

// add plans reminders of leads that were not in force.
func add(ctx context.Context, client *ent.Client, branchID string, leads []int, now civil.Instant) error {
	if len(leads) == 0 {
		return nil
	}
	earliest := now.Add(time.Duration(slices.Min(leads)) * time.Minute)
	planned, err := readPlanned(ctx, client, branchID, leads, earliest)
	if err != nil {
		return err
	}
	coming, err := readComing(ctx, client, branchID, earliest)
	if err != nil {
		return err
	}
	var mails []*ent.Mail
	for _, a := range coming {
		for _, plan := range Plans(leads, a.StartsAt, now, a.lastMail) {
			if planned[plannedOnce{a.ID, plan.LeadMinutes}] {
				continue
			}
			mails = append(mails, Mail(&a.Appointment, plan, a.Source == appointment.SourceONLINE, now))
		}
	}
	return statement.InsertMails(ctx, client, mails)
}

// Mail returns the mail of a reminder to be queued.
func Mail(a *ent.Appointment, plan Plan, byStranger bool, now civil.Instant) *ent.Mail {
	return &ent.Mail{
		ID: id.Mail.NewAt(int64(now)), AppointmentID: &a.ID, AppointmentVersion: a.Version, Kind: mail.KindREMINDER, LeadMinutes: plan.LeadMinutes,
		DueAt: plan.Due, Limited: byStranger, State: mail.StateWAITING,
	}
}

// A coming appointment has the ID, version, start and source of an appointment whose customer has an email address.
type coming struct {
	ent.Appointment
	lastMail civil.Instant // when the last mail about it that is no reminder was due, or is
}

const comingAppointments = `SELECT id, version, starts_at, source,
		coalesce((SELECT max(due_at) FROM mails WHERE appointment_id = appointments.id AND kind <> 'REMINDER'), 0)
	FROM appointments
	WHERE branch_id = $1 AND starts_at >= $2 AND status = 'CONFIRMED' AND contact_email <> ''`

func readComing(ctx context.Context, client *ent.Client, branchID string, earliest civil.Instant) (list []coming, err error) {
	rows, err := client.QueryContext(ctx, comingAppointments, branchID, earliest)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var a coming
		if err := rows.Scan(&a.ID, &a.Version, &a.StartsAt, &a.Source, &a.lastMail); err != nil {
			return nil, err
		}
		list = append(list, a)
	}
	return list, rows.Err()
}

// plannedOnce names a reminder of the present version of an appointment.
type plannedOnce struct {
	appointmentID string
	leadMinutes   int
}

const plannedReminders = `SELECT appointments.id, mails.lead_minutes
	FROM appointments JOIN mails ON mails.appointment_id = appointments.id AND mails.kind = 'REMINDER' AND mails.appointment_version = appointments.version
	WHERE branch_id = $1 AND starts_at >= $2 AND status = 'CONFIRMED' AND lead_minutes IN (%s)`

// readPlanned reads the reminders that there are of the leads: they were sent, or wait since another setting.
func readPlanned(ctx context.Context, client *ent.Client, branchID string, leads []int, earliest civil.Instant) (map[plannedOnce]bool, error) {
	values := []any{branchID, earliest}
	for _, lead := range leads {
		values = append(values, lead)
	}
	rows, err := client.QueryContext(ctx, fmt.Sprintf(plannedReminders, placeholder.ListFrom(3, len(leads))), values...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	planned := map[plannedOnce]bool{}
	for rows.Next() {
		var one plannedOnce
		if err := rows.Scan(&one.appointmentID, &one.leadMinutes); err != nil {
			return nil, err
		}
		planned[one] = true
	}
	return planned, rows.Err()
}
