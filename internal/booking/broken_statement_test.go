package booking_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"entgo.io/ent/dialect/sql"

	"visavis/ent/appointment"
	"visavis/ent/auditentry"
	"visavis/ent/change"
	"visavis/internal/booking"
	"visavis/internal/demo/demotest"
	"visavis/internal/store"
)

// A brokenStatement is one on a table that fails for the rows with a condition.
type brokenStatement struct{ table, event, ofBroken string }

// brokenStatements are the statements by which a booking writes, with the condition that a new row is of a customer named Broken.
var brokenStatements = map[string]brokenStatement{
	"the customer":    {"customers", "INSERT", "NEW.name = 'Broken'"},
	"the words":       {"customer_words", "INSERT", "EXISTS (SELECT 1 FROM customers WHERE id = NEW.customer_id AND name = 'Broken')"},
	"the appointment": {"appointments", "INSERT", "NEW.contact_name = 'Broken'"},
	"the mails":       {"mails", "INSERT", "EXISTS (SELECT 1 FROM appointments WHERE id = NEW.appointment_id AND contact_name = 'Broken')"},
	"the changes":     {"changes", "INSERT", "EXISTS (SELECT 1 FROM appointments WHERE id = NEW.appointment_id AND contact_name = 'Broken')"},
	"the audit entry": {"audit_entries", "INSERT", "EXISTS (SELECT 1 FROM appointments WHERE id = NEW.subject_id AND contact_name = 'Broken')"},
	"the sequence":    {"branches", "UPDATE", "EXISTS (SELECT 1 FROM appointments WHERE contact_name = 'Broken')"},
}

// TestABrokenStatementFailsOneBooking breaks each statement of one of several bookings that are made together, on SQLite so that the
// engine rolls back the transaction by itself, as when the disk is full.
func TestABrokenStatementFailsOneBooking(t *testing.T) {
	for name, statement := range brokenStatements {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			demotest.Each(t, func(t *testing.T, s *store.Store) {
				d := newFixture(t, s)
				breakStatement(t, s, statement)
				told := bookTogether(d, "Adam", "Bea", "Broken", "Cem", "Dina")
				for who, err := range told {
					if (err != nil) != (who == "Broken") {
						t.Errorf("%s is told %v", who, err)
					}
				}
				expectBooked(t, s, "Adam", "Bea", "Cem", "Dina")
				mendStatement(t, s, statement.table)
				for who, err := range bookTogether(d, "Adam", "Bea", "Broken", "Cem", "Dina") { // with the same keys
					if err != nil {
						t.Errorf("%s is told %v", who, err)
					}
				}
				expectBooked(t, s, "Adam", "Bea", "Broken", "Cem", "Dina")
			})
		})
	}
}

// TestABrokenStatementLeavesNothing breaks each statement of all bookings.
func TestABrokenStatementLeavesNothing(t *testing.T) {
	for name, statement := range brokenStatements {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			demotest.Each(t, func(t *testing.T, s *store.Store) {
				d := newFixture(t, s)
				breakStatement(t, s, brokenStatement{statement.table, statement.event, "true"})
				for who, err := range bookTogether(d, "Adam", "Bea", "Cem") {
					if err == nil {
						t.Errorf("%s is told that the appointment is booked", who)
					}
				}
				expectBooked(t, s)
				mendStatement(t, s, statement.table)
				for who, err := range bookTogether(d, "Adam", "Bea", "Cem") {
					if err != nil {
						t.Errorf("%s is told %v", who, err)
					}
				}
				expectBooked(t, s, "Adam", "Bea", "Cem")
			})
		})
	}
}

// bookTogether books a start for each of the customers, and returns what they are told.
func bookTogether(d *fixture, names ...string) map[string]error {
	d.t.Helper()
	byName := map[string]error{}
	for i, err := range together(d, len(names), func(i int) error {
		customer := carla()
		customer.Name, customer.Email = names[i], new(strings.ToLower(names[i])+"@mail.example")
		_, err := d.AppointmentBook(d.t.Context(), booking.AppointmentBookInput{
			Start: new(ownStart(d.t, i)), Customer: customer, IdempotencyKey: "key-of-a-booking-of-" + names[i],
		}, "")
		return err
	}) {
		byName[names[i]] = err
	}
	return byName
}

// ownStart returns a start of one of several customers, which none of the others wants.
func ownStart(t *testing.T, customer int) booking.StartInput {
	t.Helper()
	return start(t, videoCare, fmt.Sprintf("2026-11-%d %d:00", 24+customer/2, 10+customer%2), anna)
}

// together places orders while another keeps them waiting, and returns what each is told.
func together(d *fixture, orders int, place func(i int) error) []error {
	d.t.Helper()
	told := make([]error, orders)
	writing, release := make(chan struct{}), make(chan struct{})
	begun := sync.OnceFunc(func() { close(writing) }) // the write may run again
	go func() {
		_ = d.store.WriteOrder(d.t.Context(), store.Concern{BranchID: mitte}, func(context.Context, *store.Tx) error {
			begun()
			<-release
			return nil
		})
	}()
	<-writing
	var placed sync.WaitGroup
	for i := range told {
		placed.Go(func() { told[i] = place(i) })
	}
	close(release)
	placed.Wait()
	return told
}

// expectBooked expects one appointment of each customer, with all that belongs to it.
func expectBooked(t *testing.T, s *store.Store, want ...string) {
	t.Helper()
	ctx, c := t.Context(), s.Client()
	rows := c.Appointment.Query().Where(appointment.ContactEmailHasSuffix("@mail.example")).WithCustomer().Order(appointment.ByContactName()).AllX(ctx)
	var names []string
	for _, row := range rows {
		names = append(names, row.ContactName)
		if row.Edges.Customer == nil || row.Edges.Customer.QueryWords().CountX(ctx) == 0 {
			t.Errorf("%s: no customer, or one without words", row.ContactName)
		}
		for what, count := range map[string]int{
			"mails":         row.QueryMails().CountX(ctx) - 1, // about the booking, and a reminder
			"audit entries": c.AuditEntry.Query().Where(auditentry.SubjectID(row.ID)).CountX(ctx),
			"changes":       c.Change.Query().Where(change.BranchID(mitte), change.AppointmentID(row.ID)).CountX(ctx),
		} {
			if count != 1 {
				t.Errorf("%s has %d %s too many or few", row.ContactName, count-1, what)
			}
		}
	}
	if !slices.Equal(names, want) {
		t.Errorf("there are appointments of %v, want %v", names, want)
	}
	row := c.Branch.GetX(ctx, mitte)
	latest := row.QueryChanges().Order(change.BySequence(sql.OrderDesc())).FirstX(ctx)
	if len(want) > 0 && latest.Sequence != row.ChangeSequence {
		t.Errorf("the latest change is %d, the branch is at %d", latest.Sequence, row.ChangeSequence)
	}
}

// breakStatement makes a statement fail.
func breakStatement(t *testing.T, s *store.Store, broken brokenStatement) {
	t.Helper()
	table, event, condition := broken.table, broken.event, broken.ofBroken
	statements := []string{fmt.Sprintf("CREATE TRIGGER broken BEFORE %s ON %s WHEN %s BEGIN SELECT RAISE(ROLLBACK, 'broken'); END", event, table, condition)}
	if strings.HasSuffix(t.Name(), "PostgreSQL") {
		statements = []string{
			fmt.Sprintf("CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF %s THEN RAISE 'broken'; END IF; RETURN coalesce(NEW, OLD); END $$", condition),
			fmt.Sprintf("CREATE TRIGGER broken BEFORE %s ON %s FOR EACH ROW EXECUTE FUNCTION broken()", event, table),
		}
	}
	runStatements(t, s, statements...)
}

func mendStatement(t *testing.T, s *store.Store, table string) {
	t.Helper()
	if strings.HasSuffix(t.Name(), "PostgreSQL") {
		runStatements(t, s, "DROP TRIGGER broken ON "+table)
		return
	}
	runStatements(t, s, "DROP TRIGGER broken")
}

func runStatements(t *testing.T, s *store.Store, statements ...string) {
	t.Helper()
	err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
		for _, statement := range statements {
			if _, err := tx.ExecContext(ctx, statement); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
