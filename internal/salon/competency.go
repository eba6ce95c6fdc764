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

// StaffCompetenciesSetInput holds several competencies of a profile.
type StaffCompetenciesSetInput struct {
	StaffID      string
	Competencies []CompetencyInput
}

// CompetencyInput is a competency for either a category or a service.
type CompetencyInput struct {
	CategoryID *string
	ServiceID  *string
	Qualified  *bool // nil removes the competency

	KeepQualified bool // nothing is to be changed
}

// StaffCompetencySet sets or removes a competency.
func (s *Salon) StaffCompetencySet(ctx context.Context, input StaffCompetencySetInput) (*ent.Staff, []*ent.Appointment, error) {
	one := CompetencyInput{CategoryID: input.CategoryID, ServiceID: input.ServiceID, Qualified: input.Qualified, KeepQualified: input.KeepQualified}
	var f setupForm
	f.target("", one)
	if err := f.Err(); err != nil {
		return nil, nil, err
	}
	var row *ent.Staff
	stranded, err := s.edit(ctx, input, func(ctx context.Context, e *edit) (err error) {
		if row, err = e.beginOfStaff(ctx, change.KindCOMPETENCY, input.StaffID, "staffId"); err != nil {
			return err
		}
		before, after, err := e.setCompetency(ctx, row.ID, "", one)
		if err != nil {
			return err
		}
		return e.Record(ctx, "staffCompetencySet", row.ID, before, after)
	})
	return row, stranded, err
}

// StaffCompetenciesSet sets and removes several competencies of a profile in one step.
func (s *Salon) StaffCompetenciesSet(ctx context.Context, input StaffCompetenciesSetInput) (*ent.Staff, []*ent.Appointment, error) {
	var f setupForm
	f.Few("competencies", len(input.Competencies))
	for i, one := range input.Competencies {
		f.target(place("competencies", i)+".", one)
	}
	if err := f.Err(); err != nil {
		return nil, nil, err
	}
	var row *ent.Staff
	stranded, err := s.edit(ctx, input, func(ctx context.Context, e *edit) (err error) {
		if row, err = e.beginOfStaff(ctx, change.KindCOMPETENCY, input.StaffID, "staffId"); err != nil {
			return err
		}
		var before, after []*ent.Competency
		for i, one := range input.Competencies {
			was, is, err := e.setCompetency(ctx, row.ID, place("competencies", i)+".", one)
			if err != nil {
				return err
			}
			if was != nil {
				before = append(before, was)
			}
			if is != nil {
				after = append(after, is)
			}
		}
		return e.Record(ctx, "staffCompetenciesSet", row.ID, before, after)
	})
	return row, stranded, err
}

// target validates that a competency is for either a category or a service; within is the path of its fields.
func (f *setupForm) target(within string, one CompetencyInput) {
	if (one.CategoryID == nil) == (one.ServiceID == nil) {
		f.Add(problem.New(problem.ExactlyOne, within+"categoryId", "categoryId, serviceId"))
	}
}

// setCompetency creates, changes or deletes a competency as the input asks; nil is none.
func (e *edit) setCompetency(ctx context.Context, staffID, within string, one CompetencyInput) (before, after *ent.Competency, err error) {
	if err := e.competencyTarget(ctx, within, one); err != nil {
		return nil, nil, err
	}
	before, err = e.Competency.Query().Where(competency.StaffID(staffID), targetOf(one)).Only(ctx)
	if ent.IsNotFound(err) {
		before, err = nil, nil
	}
	switch {
	case err != nil:
		return nil, nil, err
	case one.KeepQualified, before == nil && one.Qualified == nil:
		return before, before, nil
	case before == nil:
		after, err = e.Competency.Create().SetStaffID(staffID).SetNillableCategoryID(one.CategoryID).SetNillableServiceID(one.ServiceID).
			SetQualified(*one.Qualified).Save(ctx)
	case one.Qualified == nil:
		err = e.Competency.DeleteOne(before).Exec(ctx)
	default:
		after, err = before.Update().SetQualified(*one.Qualified).Save(ctx)
	}
	return before, after, err
}

func targetOf(one CompetencyInput) predicate.Competency {
	if one.ServiceID != nil {
		return competency.ServiceID(*one.ServiceID)
	}
	return competency.CategoryID(*one.CategoryID)
}

func (e *edit) competencyTarget(ctx context.Context, within string, one CompetencyInput) error {
	if one.ServiceID == nil {
		return e.categoryExists(ctx, within+"categoryId", one.CategoryID)
	}
	if err := id.Service.Check(*one.ServiceID, within+"serviceId"); err != nil {
		return err
	}
	row, err := e.Service.Get(ctx, *one.ServiceID)
	_, err = store.Found(row, err, within+"serviceId")
	return err
}
