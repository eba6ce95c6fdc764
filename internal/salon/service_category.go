package salon

import (
	"context"
	"slices"
	"strings"

	"visavis/ent"
	"visavis/ent/change"
	"visavis/ent/competency"
	"visavis/ent/service"
	"visavis/ent/servicecategory"
	"visavis/internal/id"
	"visavis/internal/idempotency"
	"visavis/internal/problem"
	"visavis/internal/store"
)

// ServiceCategoryCreateInput is a new category.
type ServiceCategoryCreateInput struct {
	Name           string
	IdempotencyKey *string // the same for every try; nil: none
}

// ServiceCategoryUpdateInput is a category's new name.
type ServiceCategoryUpdateInput struct{ ID, Name string }

// ServiceCategoryRemoveInput names the category to remove.
type ServiceCategoryRemoveInput struct{ ID string }

// ServiceCategoryCreate creates a category.
func (s *Salon) ServiceCategoryCreate(ctx context.Context, input ServiceCategoryCreateInput) (*ent.ServiceCategory, error) {
	var f setupForm
	name := f.Name("name", &input.Name)
	request := f.request(ctx, input.IdempotencyKey, input)
	if err := f.Err(); err != nil {
		return nil, err
	}
	var row *ent.ServiceCategory
	_, err := s.create(ctx, input, func(ctx context.Context, e *edit) (err error) {
		categoryID, isRetry, err := e.claim(ctx, request, id.ServiceCategory)
		if err != nil {
			return err
		}
		if isRetry {
			row, err = idempotency.Created(e.ServiceCategory.Get(ctx, categoryID))
			return err
		}
		if err := e.beginEverywhere(ctx, change.KindSERVICE); err != nil {
			return err
		}
		if row, err = e.createCategory(ctx, categoryID, *name, "name"); err != nil {
			return err
		}
		return e.Record(ctx, "serviceCategoryCreate", row.ID, nil, row)
	})
	return row, err
}

// ServiceCategoryUpdate renames a category.
func (s *Salon) ServiceCategoryUpdate(ctx context.Context, input ServiceCategoryUpdateInput) (*ent.ServiceCategory, error) {
	var f setupForm
	name := f.Name("name", &input.Name)
	if err := f.Err(); err != nil {
		return nil, err
	}
	var after *ent.ServiceCategory
	_, err := s.edit(ctx, input, func(ctx context.Context, e *edit) error {
		before, err := e.beginOnCategory(ctx, input.ID)
		if err != nil {
			return err
		}
		if *name != before.Name { // else it may be like another from before this was checked
			if err := e.categoryNameIsFree(ctx, before.ID, *name, "name"); err != nil {
				return err
			}
		}
		if after, err = before.Update().SetName(*name).Save(ctx); err != nil {
			return unique(err, "name")
		}
		return e.Record(ctx, "serviceCategoryUpdate", after.ID, before, after)
	})
	return after, err
}

// ServiceCategoryRemove removes a category that never held a service, and the
// competencies for it.
func (s *Salon) ServiceCategoryRemove(ctx context.Context, input ServiceCategoryRemoveInput) (removedID string, err error) {
	if err := id.ServiceCategory.Check(input.ID, "id"); err != nil {
		return "", err
	}
	_, err = s.edit(ctx, input, func(ctx context.Context, e *edit) error {
		if err := e.beginEverywhere(ctx, change.KindSERVICE); err != nil {
			return err
		}
		competencies, err := e.Competency.Query().Where(competency.CategoryID(input.ID)).All(ctx)
		if err != nil {
			return err
		}
		before, err := e.removeCategory(ctx, input.ID, "id")
		if err != nil {
			return err
		}
		return e.Record(ctx, serviceCategoryRemove, before.ID, removedCategory{before, competencies}, nil)
	})
	return input.ID, err
}

func (e *edit) createCategory(ctx context.Context, categoryID, name, field string) (*ent.ServiceCategory, error) {
	if err := e.categoryNameIsFree(ctx, categoryID, name, field); err != nil {
		return nil, err
	}
	row, err := e.ServiceCategory.Create().SetID(categoryID).SetName(name).Save(ctx)
	return row, unique(err, field)
}

// categoryNameIsFree returns a problem of the field if another category has the name, whatever its case: nobody could tell them apart.
func (e *edit) categoryNameIsFree(ctx context.Context, categoryID, name, field string) error {
	names, err := e.ServiceCategory.Query().Where(servicecategory.IDNEQ(categoryID)).Select(servicecategory.FieldName).Strings(ctx)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(names, func(other string) bool { return strings.EqualFold(other, name) }) {
		return problem.New(problem.Taken, field)
	}
	return nil
}

// removeCategory removes a category without services and the competencies for it.
func (e *edit) removeCategory(ctx context.Context, categoryID, field string) (*ent.ServiceCategory, error) {
	if err := id.ServiceCategory.Check(categoryID, field); err != nil {
		return nil, err
	}
	row, err := e.ServiceCategory.Get(ctx, categoryID)
	if row, err = store.Found(row, err, field); err != nil {
		return nil, err
	}
	used, err := e.Service.Query().Where(service.CategoryID(row.ID)).Exist(ctx)
	if err != nil {
		return nil, err
	}
	if used {
		return nil, problem.New(problem.InUse, field)
	}
	if _, err := e.Competency.Delete().Where(competency.CategoryID(row.ID)).Exec(ctx); err != nil {
		return nil, err
	}
	return row, e.ServiceCategory.DeleteOne(row).Exec(ctx)
}

func (e *edit) beginOnCategory(ctx context.Context, categoryID string) (*ent.ServiceCategory, error) {
	if err := id.ServiceCategory.Check(categoryID, "id"); err != nil {
		return nil, err
	}
	if err := e.beginEverywhere(ctx, change.KindSERVICE); err != nil {
		return nil, err
	}
	row, err := e.ServiceCategory.Get(ctx, categoryID)
	return store.Found(row, err, "id")
}
