package booking_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/auditentry"
	"visavis/ent/change"
	"visavis/ent/mail"
	"visavis/internal/booking"
	"visavis/internal/demo/demotest"
	"visavis/internal/store"
)

// A brokenOrder is an order of which each statement is broken in turn. In the conditions, START and ID stand for the start that is
// wanted and for the appointment or hold that there is.
type brokenOrder struct {
	action     string
	before     func(d *fixture, s booking.StartInput) *ent.Appointment // what there is; nil: nothing
	place      func(d *fixture, s booking.StartInput, before *ent.Appointment) error
	isDone     func(row *ent.Appointment, s booking.StartInput) bool // row may be nil
	mails      int                                                   // how many wait once it is done
	statements map[string]brokenStatement
}

const aWeek = 7 * 24 * 3600 // seconds

var brokenOrders = map[string]brokenOrder{
	"a hold": {
		action: "appointmentHold",
		place: func(d *fixture, s booking.StartInput, _ *ent.Appointment) error {
			_, err := d.tryHold(d.t.Context(), s, nil)
			return err
		},
		isDone: func(row *ent.Appointment, _ booking.StartInput) bool {
			return row != nil && row.Status == appointment.StatusHELD
		},
		statements: map[string]brokenStatement{
			"the hold":        {"appointments", "INSERT", "NEW.starts_at = START"},
			"the change":      {"changes", "INSERT", "EXISTS (SELECT 1 FROM appointments WHERE id = NEW.appointment_id AND starts_at = START)"},
			"the audit entry": {"audit_entries", "INSERT", "EXISTS (SELECT 1 FROM appointments WHERE id = NEW.subject_id AND starts_at = START)"},
			"the sequence":    {"branches", "UPDATE", "EXISTS (SELECT 1 FROM appointments WHERE starts_at = START)"},
		},
	},
	"a release after a time": {
		action: "appointmentHoldRelease",
		before: func(d *fixture, s booking.StartInput) *ent.Appointment { return d.hold(d.t, s, nil) },
		place: func(d *fixture, _ booking.StartInput, before *ent.Appointment) error {
			return d.AppointmentHoldRelease(d.t.Context(), booking.AppointmentHoldReleaseInput{Secret: *before.Secret, After: new(30 * time.Second)})
		},
		isDone: func(row *ent.Appointment, _ booking.StartInput) bool {
			return row != nil && *row.HoldExpiresAt == row.CreatedAt.Add(30*time.Second)
		},
		statements: map[string]brokenStatement{
			"the hold":        {"appointments", "UPDATE", "OLD.id = 'ID'"},
			"the change":      {"changes", "INSERT", "NEW.appointment_id = 'ID'"},
			"the audit entry": {"audit_entries", "INSERT", "NEW.subject_id = 'ID'"},
			"the sequence":    {"branches", "UPDATE", "EXISTS (SELECT 1 FROM appointments WHERE id = 'ID' AND hold_expires_at < created_at + 60)"},
		},
	},
	"a release": {
		action: "appointmentHoldRelease",
		before: func(d *fixture, s booking.StartInput) *ent.Appointment { return d.hold(d.t, s, nil) },
		place: func(d *fixture, _ booking.StartInput, before *ent.Appointment) error {
			return d.AppointmentHoldRelease(d.t.Context(), booking.AppointmentHoldReleaseInput{Secret: *before.Secret})
		},
		isDone: func(row *ent.Appointment, _ booking.StartInput) bool { return row == nil },
		statements: map[string]brokenStatement{
			"the hold":        {"appointments", "DELETE", "OLD.id = 'ID'"},
			"the change":      {"changes", "INSERT", "NEW.appointment_id = 'ID'"},
			"the audit entry": {"audit_entries", "INSERT", "NEW.subject_id = 'ID'"},
			"the sequence":    {"branches", "UPDATE", "NOT EXISTS (SELECT 1 FROM appointments WHERE id = 'ID')"},
		},
	},
	"a move": {
		action: "appointmentMove",
		before: func(d *fixture, s booking.StartInput) *ent.Appointment { return d.book(d.t, s) },
		place: func(d *fixture, s booking.StartInput, before *ent.Appointment) error {
			_, err := d.AppointmentMove(d.t.Context(), booking.AppointmentMoveInput{Secret: before.Secret, Start: s.Start + aWeek})
			return err
		},
		isDone: func(row *ent.Appointment, s booking.StartInput) bool {
			return row.StartsAt == s.Start+aWeek && row.Version == 2
		},
		mails: 2,
		statements: map[string]brokenStatement{
			"the appointment": {"appointments", "UPDATE", "NEW.id = 'ID'"},
			"the old mails":   {"mails", "UPDATE", "NEW.appointment_id = 'ID'"},
			"the new mails":   {"mails", "INSERT", "NEW.appointment_id = 'ID'"},
			"the change":      {"changes", "INSERT", "NEW.appointment_id = 'ID'"},
			"the audit entry": {"audit_entries", "INSERT", "NEW.subject_id = 'ID'"},
			"the sequence":    {"branches", "UPDATE", "EXISTS (SELECT 1 FROM appointments WHERE id = 'ID' AND version = 2)"},
		},
	},
	"a cancellation": {
		action: "appointmentCancel",
		before: func(d *fixture, s booking.StartInput) *ent.Appointment { return d.book(d.t, s) },
		place: func(d *fixture, _ booking.StartInput, before *ent.Appointment) error {
			_, err := d.AppointmentCancel(d.t.Context(), booking.AppointmentCancelInput{Secret: before.Secret})
			return err
		},
		isDone: func(row *ent.Appointment, _ booking.StartInput) bool {
			return row.Status == appointment.StatusCANCELLED && !row.Live && row.Version == 2
		},
		mails: 1,
		statements: map[string]brokenStatement{
			"the appointment": {"appointments", "UPDATE", "NEW.id = 'ID'"},
			"the old mails":   {"mails", "UPDATE", "NEW.appointment_id = 'ID'"},
			"the new mail":    {"mails", "INSERT", "NEW.appointment_id = 'ID'"},
			"the change":      {"changes", "INSERT", "NEW.appointment_id = 'ID'"},
			"the audit entry": {"audit_entries", "INSERT", "NEW.subject_id = 'ID'"},
			"the sequence":    {"branches", "UPDATE", "EXISTS (SELECT 1 FROM appointments WHERE id = 'ID' AND version = 2)"},
		},
	},
}

// TestABrokenStatementFailsOneOrder breaks each statement of one of several orders that are placed together. Those who failed try
// again once it is mended.
func TestABrokenStatementFailsOneOrder(t *testing.T) {
	for name, order := range brokenOrders {
		for what, statement := range order.statements {
			t.Run(name+"/"+what, func(t *testing.T) {
				t.Parallel()
				demotest.Each(t, func(t *testing.T, s *store.Store) {
					const orders, broken = 4, 2
					d := newFixture(t, s)
					starts, before := make([]booking.StartInput, orders), make([]*ent.Appointment, orders)
					for i := range starts {
						if starts[i] = ownStart(t, i); order.before != nil {
							before[i] = order.before(d, starts[i])
						}
					}
					was := changesOf(d)
					statement := statement
					statement.ofBroken = strings.ReplaceAll(statement.ofBroken, "START", strconv.FormatInt(int64(starts[broken].Start), 10))
					if before[broken] != nil {
						statement.ofBroken = strings.ReplaceAll(statement.ofBroken, "ID", before[broken].ID)
					}
					breakStatement(t, s, statement)
					done := make([]bool, orders)
					for i, err := range together(d, orders, func(i int) error { return order.place(d, starts[i], before[i]) }) {
						if done[i] = err == nil; done[i] == (i == broken) {
							t.Errorf("number %d is told %v", i, err)
						}
					}
					order.expect(d, was, starts, before, done)
					mendStatement(t, s, statement.table)
					if err := order.place(d, starts[broken], before[broken]); err != nil {
						t.Error(err)
					}
					done[broken] = true
					order.expect(d, was, starts, before, done)
				})
			})
		}
	}
}

// expect expects that the orders which are done have written everything, and the others nothing.
func (o brokenOrder) expect(d *fixture, changesBefore int, starts []booking.StartInput, before []*ent.Appointment, done []bool) {
	d.t.Helper()
	ctx, c := d.t.Context(), d.store.Client()
	count := 0
	for i, s := range starts {
		of := appointment.StartsAt(s.Start)
		if before[i] != nil {
			of = appointment.ID(before[i].ID)
		}
		row, err := store.OrNil(c.Appointment.Query().Where(of).Only(ctx))
		if err != nil {
			d.t.Fatal(err)
		}
		if o.isDone(row, s) != done[i] {
			d.t.Errorf("number %d is %+v", i, row)
		}
		if done[i] {
			count++
		}
		if row == nil || row.Status == appointment.StatusHELD {
			continue
		}
		mails := 2 // about the booking, and a reminder
		if done[i] {
			mails = o.mails
		}
		if waiting := row.QueryMails().Where(mail.StateEQ(mail.StateWAITING), mail.AppointmentVersion(row.Version)).CountX(ctx); waiting != mails {
			d.t.Errorf("number %d has %d mails about its state, want %d", i, waiting, mails)
		}
		if all := row.QueryMails().Where(mail.StateEQ(mail.StateWAITING)).CountX(ctx); all != mails {
			d.t.Errorf("number %d has %d mails that wait, want %d", i, all, mails)
		}
	}
	for what, found := range map[string]int{
		"audit entries": c.AuditEntry.Query().Where(auditentry.Action(o.action)).CountX(ctx),
		"changes":       changesOf(d) - changesBefore,
	} {
		if found != count {
			d.t.Errorf("there are %d %s of %d orders", found, what, count)
		}
	}
}

// changesOf returns the number of changes in the branch of the orders.
func changesOf(d *fixture) int {
	return d.store.Client().Change.Query().Where(change.BranchID(mitte)).CountX(d.t.Context())
}
