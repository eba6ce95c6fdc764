package demo

import (
	"encoding/json"
	"slices"
	"time"

	"visavis/ent"
	"visavis/ent/absence"
	"visavis/ent/appointment"
	"visavis/ent/auditentry"
	"visavis/ent/changerequest"
	"visavis/ent/mail"
	"visavis/internal/civil"
	"visavis/internal/id"
)

// historyOf returns the entries of the audit trail about the appointments: booked, cancelled, and how they went.
func (p *planning) historyOf(appointments []*ent.Appointment) (entries []*ent.AuditEntry) {
	for _, a := range appointments {
		booked := *a
		booked.Status, booked.Live, booked.Version = appointment.StatusCONFIRMED, true, 1
		if a.Source == appointment.SourceSTAFF {
			entries = append(entries, byStaff(entryOf(a.CreatedAt, "appointmentBookByStaff", a.ID, nil, &booked), memberNamed("Anna").staffID()))
		} else {
			entries = append(entries, entryOf(a.CreatedAt, "appointmentBook", a.ID, nil, &booked))
		}
		switch a.Status {
		case appointment.StatusCANCELLED:
			entries = append(entries, entryOf(cancelledAt(a, p.now), "appointmentCancel", a.ID, &booked, a))
		case appointment.StatusCOMPLETED, appointment.StatusNO_SHOW:
			entries = append(entries, byStaff(entryOf(a.EndsAt, "appointmentOutcomeSet", a.ID, &booked, a), a.StaffID))
		}
	}
	return entries
}

// cancelledAt returns when an appointment was cancelled: two days before, or soon after it was booked if that is later or not yet.
func cancelledAt(a *ent.Appointment, now civil.Instant) civil.Instant {
	if at := a.StartsAt.Add(-48 * time.Hour); a.CreatedAt < at && at < now {
		return at
	}
	return a.CreatedAt.Add(5 * time.Hour)
}

// historyOfAbsences returns the entries about absences, which a manager has added, and about those that members ask for.
func (p *planning) historyOfAbsences(c *Calendar) (entries []*ent.AuditEntry) {
	for _, row := range c.Absences {
		profile := team[slices.IndexFunc(team, func(m member) bool { return m.personID() == row.PersonID })].staffID()
		at := p.zone.StartOf(row.FirstDay.AddDays(-30))
		if row.Kind == absence.KindSICK {
			at = max(p.zone.StartOf(*row.FirstDay), p.now.Add(-time.Hour)) // this morning
		}
		entries = append(entries, byStaff(entryOf(at, "staffAbsenceAdd", profile, nil, row), memberNamed("Clara").staffID()))
	}
	for _, row := range c.absenceRequests {
		entries = append(entries, byStaff(entryOf(row.CreatedAt, "absenceRequestCreate", row.StaffID, nil, row), row.StaffID))
	}
	return entries
}

// historyOfRequests returns the entries about what customers have asked for.
func historyOfRequests(c *Calendar) (entries []*ent.AuditEntry) {
	for _, row := range c.changeRequests {
		a := c.Appointments[slices.IndexFunc(c.Appointments, func(a *ent.Appointment) bool { return a.ID == row.AppointmentID })]
		entries = append(entries, entryOf(row.CreatedAt, "changeRequestCreate", a.ID, a, struct {
			*ent.Appointment
			Request *ent.ChangeRequest `json:"change_request"`
		}{a, row}))
	}
	return entries
}

// entryOf returns an entry of a customer.
func entryOf(at civil.Instant, action, subjectID string, before, after any) *ent.AuditEntry {
	return &ent.AuditEntry{
		ID: id.AuditEntry.NewAt(int64(at)), At: at, Actor: auditentry.ActorCLIENT, Action: action, SubjectID: subjectID, Before: stateOf(before), After: stateOf(after),
	}
}

// byStaff makes an entry one of staff.
func byStaff(entry *ent.AuditEntry, staffID string) *ent.AuditEntry {
	entry.Actor, entry.StaffID = auditentry.ActorSTAFF, &staffID
	return entry
}

// stateOf returns what the audit trail says of a row; nil for nil.
func stateOf(row any) json.RawMessage {
	if row == nil {
		return nil
	}
	state, err := json.Marshal(row)
	if err != nil {
		panic(err) // a row has nothing that JSON has not
	}
	return state
}

// mailsAbout returns the confirmations of coming appointments, which were sent, except for one in each branch that was rejected.
func (p *planning) mailsAbout(appointments []*ent.Appointment) (mails []*ent.Mail) {
	failed := map[string]bool{}
	for _, a := range appointments {
		if a.StartsAt <= p.now || a.ContactEmail == "" || !a.Live {
			continue
		}
		m := &ent.Mail{
			ID: id.Mail.NewAt(int64(a.CreatedAt)), AppointmentID: &a.ID, Kind: mail.KindCONFIRMED, AppointmentVersion: 1, DueAt: a.CreatedAt,
			State: mail.StateSENT, Attempts: 1, SentAt: new(a.CreatedAt.Add(2 * time.Second)),
		}
		if !failed[a.BranchID] && a.ID != soonID && a.StaffID != memberNamed(ill).staffID() {
			failed[a.BranchID] = true
			m.State, m.SentAt, m.Failure = mail.StateFAILED, nil, "rejected recipient" // mail.RecipientRejected
		}
		mails = append(mails, m)
	}
	return mails
}

// changeRequests returns what customers have asked for and nobody has answered: one in each branch.
func (p *planning) changeRequests(appointments []*ent.Appointment) (list []*ent.ChangeRequest) {
	asked := map[string]bool{}
	for _, a := range appointments {
		if a.StartsAt <= p.now || !a.Live || a.Source != appointment.SourceONLINE || a.StaffID == memberNamed(ill).staffID() || asked[a.BranchID] || a.ID == soonID {
			continue
		}
		asked[a.BranchID] = true
		list = append(list, &ent.ChangeRequest{
			ID: id.ChangeRequest.NewAt(int64(p.now.Add(-time.Hour))), AppointmentID: a.ID, Kind: changerequest.KindMOVE, Text: "Geht es auch eine Stunde später?", CreatedAt: p.now.Add(-time.Hour),
		})
	}
	return list
}
