package demo

import (
	"context"
	"math/rand/v2"
	"slices"
	"time"

	"visavis/ent"
	"visavis/internal/civil"
	"visavis/internal/statement"
	"visavis/internal/store"
)

// Calendar is what half a year of work has left in the salon: customers, appointments from 26 weeks ago to the week after the next, and
// something of each kind that waits for staff.
type Calendar struct {
	Customers    []*ent.Customer
	Cards        []*ent.CustomerCard
	Appointments []*ent.Appointment
	Absences     []*ent.Absence

	absenceRequests []*ent.AbsenceRequest
	changeRequests  []*ent.ChangeRequest
	mails           []*ent.Mail // none of them waits: whoever is in the demo gets no mail from it
	entries         []*ent.AuditEntry
	exceptions      []*ent.OpeningException // on one of which the branches are closed
	overrides       []*ent.ShiftOverride    // of today, if the salon opens today against its weekly hours, or somebody works longer
}

// How many weeks the appointments cover.
const (
	pastWeeks   = 26
	comingWeeks = 3 // with the present one
)

// CalendarAt returns the calendar of a salon that is opened now.
func CalendarAt(now civil.Instant) (*Calendar, error) {
	zone, err := civil.LoadZone(timeZone)
	if err != nil {
		return nil, err
	}
	today := zone.Date(now)
	monday := today.Monday()
	p := planning{now: now, zone: zone, today: today, monday: monday, random: rand.New(rand.NewPCG(480271, 24))} // any seed, always the same
	p.absent = p.absences()
	c := &Calendar{Absences: p.absent}
	c.exceptions, c.overrides = p.exceptions()
	visits := p.visits()
	regulars := newRegulars(p.zone.StartOf(monday.AddDays(-7 * pastWeeks)))
	c.Appointments = p.book(visits, regulars)
	c.Customers, c.Cards = records(regulars)
	c.mails = p.mailsAbout(c.Appointments)
	c.absenceRequests = p.absenceRequests()
	c.changeRequests = p.changeRequests(c.Appointments)
	c.entries = slices.Concat(p.historyOf(c.Appointments), p.historyOfAbsences(c), historyOfRequests(c))
	return c, nil
}

// at returns when the wall clock shows a time of day.
func (p *planning) at(date civil.Date, clock civil.TimeOfDay) civil.Instant {
	year, month, dayOfMonth := date.Time().Date()
	return civil.InstantOf(time.Date(year, month, dayOfMonth, 0, int(clock), 0, 0, p.zone.Local(p.now).Location()))
}

// rowsAtOnce keeps statements short: what SQLite takes to read one grows with the square of its values.
const rowsAtOnce = 64

// insert writes the calendar in few statements.
func (c *Calendar) insert(ctx context.Context, tx *store.Tx) error {
	if err := statement.InsertCustomers(ctx, tx.Client, c.Customers); err != nil {
		return err
	}
	for some := range slices.Chunk(c.Appointments, rowsAtOnce) {
		if err := statement.InsertAppointments(ctx, tx.Client, some); err != nil {
			return err
		}
	}
	if err := statement.InsertMails(ctx, tx.Client, c.mails); err != nil {
		return err
	}
	for some := range slices.Chunk(c.entries, rowsAtOnce) {
		if err := statement.InsertAuditEntries(ctx, tx.Client, some); err != nil {
			return err
		}
	}
	for _, row := range c.Cards {
		if err := tx.CustomerCard.Create().SetCustomerID(row.CustomerID).SetNotes(row.Notes).SetAllergies(row.Allergies).SetFormulas(row.Formulas).Exec(ctx); err != nil {
			return err
		}
	}
	for _, row := range c.Absences {
		err := tx.Absence.Create().SetID(row.ID).SetPersonID(row.PersonID).SetKind(row.Kind).SetNote(row.Note).
			SetNillableFirstDay(row.FirstDay).SetNillableLastDay(row.LastDay).Exec(ctx)
		if err != nil {
			return err
		}
	}
	for _, row := range c.absenceRequests {
		err := tx.AbsenceRequest.Create().SetID(row.ID).SetStaffID(row.StaffID).SetKind(row.Kind).SetNote(row.Note).
			SetNillableFirstDay(row.FirstDay).SetNillableLastDay(row.LastDay).SetCreatedAt(row.CreatedAt).Exec(ctx)
		if err != nil {
			return err
		}
	}
	for _, row := range c.changeRequests {
		err := tx.ChangeRequest.Create().SetID(row.ID).SetAppointmentID(row.AppointmentID).SetKind(row.Kind).SetText(row.Text).SetCreatedAt(row.CreatedAt).Exec(ctx)
		if err != nil {
			return err
		}
	}
	for _, row := range c.exceptions {
		if err := tx.OpeningException.Create().SetBranchID(row.BranchID).SetDate(row.Date).SetIntervals(row.Intervals).SetReason(row.Reason).Exec(ctx); err != nil {
			return err
		}
	}
	for _, row := range c.overrides {
		if err := tx.ShiftOverride.Create().SetStaffID(row.StaffID).SetBranchID(row.BranchID).SetDate(row.Date).SetIntervals(row.Intervals).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}
