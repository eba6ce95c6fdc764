package salon_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/mail"
	"visavis/internal/problem"
	"visavis/internal/salon"
)

func TestReminderLeadsAreFewAndDistinct(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		for _, test := range []struct {
			leads []time.Duration
			want  []string
		}{
			{[]time.Duration{time.Hour, 2 * time.Hour, 3 * time.Hour, 4 * time.Hour, 5 * time.Hour, 6 * time.Hour}, []string{"TOO_MANY reminderLeads"}},
			{[]time.Duration{time.Hour, 14 * time.Minute}, []string{"OUT_OF_RANGE reminderLeads.1"}},
			{[]time.Duration{721 * time.Hour}, []string{"OUT_OF_RANGE reminderLeads.0"}},
			{[]time.Duration{time.Hour + time.Second}, []string{"DURATION_INVALID reminderLeads.0"}},
			{[]time.Duration{time.Hour, 2 * time.Hour, 60 * time.Minute}, []string{"LISTED_TWICE reminderLeads.2"}},
		} {
			s.refuses(t, salon.BranchUpdateInput{ID: mitte, ReminderLeads: test.leads}, test.want...)
		}
		_, _, err := s.BranchUpdate(byOwner(t), salon.BranchUpdateInput{ID: mitte, ReminderLeads: []time.Duration{721 * time.Hour}})
		same(t, "the sentence", problem.Of(err)[0].Error(), "Out of range. Use a value from 15 minutes to 30 days.")
	})
}

// remindable makes appointments, of which some have an address and mails.
func remindable(ctx context.Context, c *ent.Client, s *testSalon) {
	for id, change := range map[string]func(*ent.AppointmentUpdateOne){
		"apt_past":        func(*ent.AppointmentUpdateOne) {},
		"apt_annaCut":     func(*ent.AppointmentUpdateOne) {},                                                            // 49 hours ahead
		"apt_benMonday":   func(u *ent.AppointmentUpdateOne) { u.SetSource(appointment.SourceSTAFF).SetVersion(3) },      // a week
		"apt_benDecember": func(u *ent.AppointmentUpdateOne) { u.SetStatus(appointment.StatusCANCELLED).SetLive(false) }, // not to be reminded of
		"apt_annaWest":    func(*ent.AppointmentUpdateOne) {},                                                            // in another branch
		"apt_annaVideo":   func(u *ent.AppointmentUpdateOne) { u.SetContactEmail("") },                                   // without an address
	} {
		update := c.Appointment.UpdateOneID(id).SetContactName("Pia").SetContactEmail("pia@example.com")
		change(update)
		update.ExecX(ctx)
	}
	add := func(id string, kind mail.Kind, version, lead int, due time.Duration) *ent.MailCreate {
		return c.Mail.Create().SetAppointmentID(id).SetKind(kind).SetAppointmentVersion(version).SetLeadMinutes(lead).SetDueAt(s.now.Add(due))
	}
	add("apt_annaCut", mail.KindCONFIRMED, 1, 0, -time.Minute).SetState(mail.StateSENT).ExecX(ctx)
	add("apt_annaCut", mail.KindREMINDER, 1, 2*60, 47*time.Hour).ExecX(ctx)
	add("apt_benMonday", mail.KindREMINDER, 3, 240*60, -49*time.Hour).SetState(mail.StateSENT).ExecX(ctx)
	add("apt_benMonday", mail.KindREMINDER, 3, 24*60, 144*time.Hour).ExecX(ctx) // from before there were leads
	add("apt_benMonday", mail.KindREMINDER, 2, 2*60, time.Hour).SetState(mail.StateDROPPED).ExecX(ctx)
	add("apt_annaWest", mail.KindREMINDER, 1, 2*60, 95*time.Hour).ExecX(ctx)
}

// reminders returns the reminders of the present versions: whose, lead in hours, and state.
func (s *testSalon) reminders(t *testing.T) string {
	t.Helper()
	var list []string
	for _, row := range s.store.Client().Mail.Query().Where(mail.KindEQ(mail.KindREMINDER)).WithAppointment().AllX(t.Context()) {
		a := row.Edges.Appointment
		if row.AppointmentVersion == a.Version {
			if lead := time.Duration(row.LeadMinutes) * time.Minute; row.State == mail.StateWAITING && a.StartsAt.Sub(row.DueAt) != lead {
				t.Errorf("a reminder of %s is due at %v", a.ID, row.DueAt)
			}
			list = append(list, fmt.Sprintf("%s %gh %s", strings.TrimPrefix(a.ID, "apt_"), float64(row.LeadMinutes)/60, strings.ToLower(string(row.State))))
		}
	}
	slices.Sort(list)
	return strings.Join(list, ", ")
}

func TestReminderLeadsConcernComingAppointments(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.write(t, func(ctx context.Context, c *ent.Client) { remindable(ctx, c, s) })
		for _, step := range []struct {
			name  string
			leads []time.Duration
			want  string
		}{
			{"none", []time.Duration{}, "annaWest 2h waiting, benMonday 240h sent"},
			{"undone", []time.Duration{2 * time.Hour, 48 * time.Hour}, // the confirmation came less than an hour before 48 hours ahead
				"annaCut 2h waiting, annaCut 48h waiting, annaWest 2h waiting, benMonday 240h sent, benMonday 2h waiting, benMonday 48h waiting"},
			{"one that was sent, one for which it is too late", []time.Duration{2 * time.Hour, 240 * time.Hour, 50 * time.Hour},
				"annaCut 2h waiting, annaWest 2h waiting, benMonday 240h sent, benMonday 2h waiting, benMonday 50h waiting"},
			{"within an hour of the confirmation", []time.Duration{48*time.Hour + 30*time.Minute},
				"annaWest 2h waiting, benMonday 240h sent, benMonday 48.5h waiting"},
		} {
			s.do(t, salon.BranchUpdateInput{ID: mitte, ReminderLeads: step.leads})
			same(t, step.name, s.reminders(t), step.want)
			leads := s.store.Client().Branch.GetX(t.Context(), mitte).ReminderLeadMinutes
			if !slices.IsSortedFunc(leads, func(a, b int) int { return b - a }) || len(leads) != len(step.leads) {
				t.Errorf("%s: the leads are %v", step.name, leads)
			}
		}
		byStaff := s.store.Client().Mail.Query().Where(mail.KindEQ(mail.KindREMINDER), mail.Limited(true), mail.HasAppointmentWith(appointment.SourceEQ(appointment.SourceSTAFF))).CountX(t.Context())
		same(t, "limited mails to whom staff has booked", byStaff, 0)
	})
}

// Somebody may be sending a reminder while its lead is removed, and added again.
func TestNoReminderIsSentAgain(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.write(t, func(ctx context.Context, c *ent.Client) {
			remindable(ctx, c, s)
			c.Mail.Update().Where(mail.AppointmentID("apt_annaCut"), mail.KindEQ(mail.KindREMINDER)).
				SetFirstDueAt(s.now).SetDueAt(s.now.Add(15 * time.Minute)).ExecX(ctx)
		})
		s.do(t, salon.BranchUpdateInput{ID: mitte, ReminderLeads: []time.Duration{48 * time.Hour}})
		same(t, "removed", strings.Contains(s.reminders(t), "annaCut 2h dropped"), true)
		s.do(t, salon.BranchUpdateInput{ID: mitte, ReminderLeads: []time.Duration{48 * time.Hour, 2 * time.Hour}})
		same(t, "added again", strings.Contains(s.reminders(t), "annaCut 2h dropped"), true)
	})
}
