package salon

import (
	"context"

	"visavis/ent"
	"visavis/ent/change"
	"visavis/ent/competency"
	"visavis/ent/predicate"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/store"
)

// StaffCompetencySetInput is a competency for either a category or a service.
type StaffCompetencySetInput struct {
	StaffID    string
	CategoryID *string
	ServiceID  *string
	Qualified  *bool // nil removes the competency

	KeepQualified bool // nothing is to be changed
}

// StaffCompetencySet sets or removes a competency.
func (s *Salon) StaffCompetencySet(ctx context.Context, input StaffCompetencySetInput) (*ent.Staff, []*ent.Appointment, error) {
	if (input.CategoryID == nil) == (input.ServiceID == nil) {
		return nil, nil, problem.New(problem.ExactlyOne, "categoryId", "categoryId, serviceId")
	}
	var row *ent.Staff
	stranded, err := s.edit(ctx, func(ctx context.Context, e *edit) (err error) {
		if row, err = e.beginOfStaff(ctx, change.KindCOMPETENCY, input.StaffID, "staffId"); err != nil {
			return err
		}
		if err := e.competencyTarget(ctx, input); err != nil || input.KeepQualified {
			return err
		}
		ofTarget := competency.And(competency.StaffID(row.ID), targetOf(input))
		before, err := e.Competency.Query().Where(ofTarget).Only(ctx)
		if err != nil && !ent.IsNotFound(err) {
			return err
		}
		after, err := e.setCompetency(ctx, before, input)
		if err != nil {
			return err
		}
		return e.Record(ctx, "staffCompetencySet", row.ID, before, after)
	})
	return row, stranded, err
}

// setCompetency creates, changes or deletes the competency, which may be nil, as the input asks.
func (e *edit) setCompetency(ctx context.Context, before *ent.Competency, input StaffCompetencySetInput) (*ent.Competency, error) {
	switch {
	case before == nil && input.Qualified == nil:
		return nil, nil
	case before == nil:
		return e.Competency.Create().SetStaffID(input.StaffID).
			SetNillableCategoryID(input.CategoryID).SetNillableServiceID(input.ServiceID).
			SetQualified(*input.Qualified).Save(ctx)
	case input.Qualified == nil:
		return nil, e.Competency.DeleteOne(before).Exec(ctx)
	default:
		return before.Update().SetQualified(*input.Qualified).Save(ctx)
	}
}

func targetOf(input StaffCompetencySetInput) predicate.Competency {
	if input.ServiceID != nil {
		return competency.ServiceID(*input.ServiceID)
	}
	return competency.CategoryID(*input.CategoryID)
}

func (e *edit) competencyTarget(ctx context.Context, input StaffCompetencySetInput) error {
	if input.ServiceID == nil {
		return e.categoryExists(ctx, input.CategoryID)
	}
	if err := id.Service.Check(*input.ServiceID, "serviceId"); err != nil {
		return err
	}
	row, err := e.Service.Get(ctx, *input.ServiceID)
	_, err = store.Found(row, err, "serviceId")
	return err
}
