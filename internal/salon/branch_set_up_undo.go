package salon

import (
	"context"
	"encoding/json"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/auditentry"
	"visavis/ent/competency"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/store"
)

// branchSetUpAction is the action in the audit trail by which what a set-up has created is found.
const branchSetUpAction = "branchSetUp"

// removeCreated removes services that set-ups of the branch have created and that were never booked, and then categories that they have created
// and that have no services.
func (e *edit) removeCreated(ctx context.Context, branchID string, input BranchSetUpInput) (services []*ent.Service, categories []*ent.ServiceCategory, err error) {
	if len(input.RemovedServiceIDs)+len(input.RemovedCategoryIDs) == 0 {
		return nil, nil, nil
	}
	isCreated, err := e.createdBySetUps(ctx, branchID)
	if err != nil {
		return nil, nil, err
	}
	for i, serviceID := range input.RemovedServiceIDs {
		row, err := e.removeService(ctx, serviceID, isCreated, place("removedServiceIds", i))
		if err != nil {
			return nil, nil, err
		}
		services = append(services, row)
	}
	for i, categoryID := range input.RemovedCategoryIDs {
		field := place("removedCategoryIds", i)
		if err := id.ServiceCategory.Check(categoryID, field); err != nil {
			return nil, nil, err
		}
		if !isCreated[categoryID] {
			return nil, nil, problem.New(problem.NotFound, field)
		}
		row, err := e.removeCategory(ctx, categoryID, field)
		if err != nil {
			return nil, nil, err
		}
		categories = append(categories, row)
	}
	return services, categories, nil
}

// createdBySetUps returns the IDs of all services and categories that set-ups of the branch have created, as the audit trail has them.
func (e *edit) createdBySetUps(ctx context.Context, branchID string) (isCreated map[string]bool, err error) {
	entries, err := e.AuditEntry.Query().
		Where(auditentry.SubjectID(branchID), auditentry.Action(branchSetUpAction), auditentry.AfterNotNil()).All(ctx)
	isCreated = map[string]bool{}
	for _, entry := range entries {
		var created struct{ Categories, Services []struct{ ID string } }
		if err := json.Unmarshal(entry.After, &created); err != nil {
			return nil, err
		}
		for _, one := range append(created.Categories, created.Services...) {
			isCreated[one.ID] = true
		}
	}
	return isCreated, err
}

// removeService removes a created service that was never booked, and the competencies for it.
func (e *edit) removeService(ctx context.Context, serviceID string, isCreated map[string]bool, field string) (*ent.Service, error) {
	if err := id.Service.Check(serviceID, field); err != nil {
		return nil, err
	}
	if !isCreated[serviceID] {
		return nil, problem.New(problem.NotFound, field)
	}
	row, err := e.Service.Get(ctx, serviceID)
	if row, err = store.Found(row, err, field); err != nil {
		return nil, err
	}
	used, err := e.Appointment.Query().Where(appointment.ServiceID(row.ID)).Exist(ctx)
	if err != nil {
		return nil, err
	}
	if used {
		return nil, problem.New(problem.InUse, field)
	}
	if _, err := e.Competency.Delete().Where(competency.ServiceID(row.ID)).Exec(ctx); err != nil {
		return nil, err
	}
	return row, e.Service.DeleteOne(row).Exec(ctx)
}
