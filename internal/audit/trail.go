package audit

import (
	"context"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/auditentry"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/form"
	"visavis/internal/pagination"
	"visavis/internal/problem"
	"visavis/internal/reach"
	"visavis/internal/store"
)

// Search filters the audit trail. Nil fields do not filter.
type Search struct {
	From, To   *civil.Instant // To is exclusive
	StaffID    *string        // of the actor
	SubjectID  *string        // what was changed
	CustomerID *string        // who was changed, or whose appointments were
	Action     *string        // the mutation's name
	Page       pagination.Request
}

// Page is a page of the audit trail.
type Page = pagination.Connection[ent.AuditEntry]

// Trail reads the audit trail.
type Trail struct{ database *store.Store }

// NewTrail returns the audit trail of a database.
func NewTrail(database *store.Store) *Trail { return &Trail{database} }

// Find returns a page of the matching entries that the actor reaches, the newest first.
func (t *Trail) Find(ctx context.Context, search Search) (*Page, error) {
	after, err := search.check()
	if err != nil {
		return nil, err
	}
	query := t.database.Client().AuditEntry.Query().Where(reach.AuditEntries(actor.Of(ctx)))
	if search.From != nil {
		query.Where(auditentry.AtGTE(*search.From))
	}
	if search.To != nil {
		query.Where(auditentry.AtLT(*search.To))
	}
	if search.StaffID != nil {
		query.Where(auditentry.StaffID(*search.StaffID))
	}
	if search.SubjectID != nil {
		query.Where(auditentry.SubjectID(*search.SubjectID))
	}
	if search.CustomerID != nil {
		subjects, err := t.subjectsOf(ctx, *search.CustomerID)
		if err != nil {
			return nil, err
		}
		query.Where(auditentry.SubjectIDIn(subjects...))
	}
	if search.Action != nil {
		query.Where(auditentry.Action(*search.Action))
	}
	if after != nil {
		at, err := after.Instant()
		if err != nil {
			return nil, err
		}
		query.Where(auditentry.AtLTE(at)) // implied by the next condition, but lets the database use the index
		query.Where(auditentry.Or(auditentry.AtLT(at), auditentry.And(auditentry.At(at), auditentry.IDLT(after.Second))))
	}
	rows, err := query.Order(ent.Desc(auditentry.FieldAt, auditentry.FieldID)).Limit(search.Page.First + 1).All(ctx)
	if err != nil {
		return nil, err
	}
	return pagination.Of(rows, search.Page, func(row *ent.AuditEntry) pagination.Token { return pagination.At(row.At, row.ID) }), nil
}

// mostAppointments is how many appointments of a customer are searched for, the latest.
const mostAppointments = 1000

// subjectsOf returns the IDs of a customer and of their appointments.
func (t *Trail) subjectsOf(ctx context.Context, customerID string) ([]string, error) {
	ids, err := t.database.Client().Appointment.Query().Where(appointment.CustomerID(customerID)).
		Order(ent.Desc(appointment.FieldStartsAt)).Limit(mostAppointments).IDs(ctx)
	return append(ids, customerID), err
}

func (s *Search) check() (after *pagination.Token, err error) {
	for field, text := range map[string]*string{"staffId": s.StaffID, "subjectId": s.SubjectID, "customerId": s.CustomerID, "action": s.Action} {
		if text != nil && !form.IsText(*text) {
			return nil, problem.New(problem.NotFound, field)
		}
	}
	if s.From != nil && s.To != nil && *s.To < *s.From {
		return nil, problem.New(problem.RangeReversed, "to")
	}
	return s.Page.Read()
}
