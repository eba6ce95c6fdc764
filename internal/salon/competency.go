package salon

import (
	"context"
	"slices"

	"visavis/ent"
	"visavis/ent/change"
	"visavis/ent/competency"
	"visavis/ent/predicate"
	"visavis/internal/id"
	"visavis/internal/idempotency"
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
	StaffID           string
	Competencies      []CompetencyInput
	NewCategoryName   *string // of a category to create, for which the profile gets a yes; nil: none
	RemovedCategoryID *string // nil: none
	IdempotencyKey    *string // of the new category, the same for every try; nil: none
}

// CompetenciesSet is a profile whose competencies are set.
type CompetenciesSet struct {
	Staff    *ent.Staff
	Category *ent.ServiceCategory // that was created; nil: none
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

// StaffCompetenciesSet sets and removes several competencies of a profile in one step, with a category to create or to remove.
func (s *Salon) StaffCompetenciesSet(ctx context.Context, input StaffCompetenciesSetInput) (*CompetenciesSet, []*ent.Appointment, error) {
	var f setupForm
	name := f.Name("newCategoryName", input.NewCategoryName)
	request := f.request(ctx, input.IdempotencyKey, input)
	f.Few("competencies", len(input.Competencies))
	for i, one := range input.Competencies {
		f.target(place("competencies", i)+".", one)
	}
	if err := f.Err(); err != nil {
		return nil, nil, err
	}
	var done *CompetenciesSet
	stranded, err := s.create(ctx, input, func(ctx context.Context, e *edit) error {
		row, err := e.beginOfCompetencies(ctx, input)
		if err != nil {
			return err
		}
		done = &CompetenciesSet{Staff: row}
		var before, after competencies
		competencies := input.Competencies
		if name != nil {
			categoryID, isRetry, err := e.claim(ctx, request, id.ServiceCategory)
			if err != nil {
				return err
			}
			if isRetry {
				done.Category, err = idempotency.Created(e.ServiceCategory.Get(ctx, categoryID))
				return err
			}
			if done.Category, err = e.createCategory(ctx, categoryID, *name, "newCategoryName"); err != nil {
				return err
			}
			after.Category = done.Category
			competencies = append(slices.Clone(competencies), CompetencyInput{CategoryID: &categoryID, Qualified: new(true)})
		}
		for i, one := range competencies {
			was, is, err := e.setCompetency(ctx, row.ID, place("competencies", i)+".", one)
			if err != nil {
				return err
			}
			before.add(was)
			after.add(is)
		}
		if input.RemovedCategoryID != nil {
			if before.Category, err = e.removeCategory(ctx, *input.RemovedCategoryID, "removedCategoryId"); err != nil {
				return err
			}
		}
		return e.Record(ctx, "staffCompetenciesSet", row.ID, before, after)
	})
	return done, stranded, err
}

// beginOfCompetencies begins an edit of a profile's competencies. Categories concern every branch.
func (e *edit) beginOfCompetencies(ctx context.Context, input StaffCompetenciesSetInput) (*ent.Staff, error) {
	if input.NewCategoryName == nil && input.RemovedCategoryID == nil {
		return e.beginOfStaff(ctx, change.KindCOMPETENCY, input.StaffID, "staffId")
	}
	row, err := e.lockPersonOf(ctx, input.StaffID, "staffId")
	if err != nil {
		return nil, err
	}
	return row, e.beginEverywhere(ctx, change.KindSERVICE)
}

// competencies is the audit entry of several competencies.
type competencies struct {
	Competencies []*ent.Competency
	Category     *ent.ServiceCategory `json:",omitempty"` // created or removed with them
}

// add adds a competency; nil is none.
func (c *competencies) add(one *ent.Competency) {
	if one != nil {
		c.Competencies = append(c.Competencies, one)
	}
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
