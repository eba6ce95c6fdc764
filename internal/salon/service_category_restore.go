package salon

import (
	"context"
	"encoding/json"

	"visavis/ent"
	"visavis/ent/auditentry"
	"visavis/ent/change"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/store"
)

// serviceCategoryRemove is the action in the audit trail by which a removed category is found.
const serviceCategoryRemove = "serviceCategoryRemove"

// removedCategory is a category that was removed, with the competencies for it, as the audit trail keeps it.
type removedCategory struct {
	*ent.ServiceCategory
	Competencies []*ent.Competency `json:"competencies"`
}

// ServiceCategoryRestoreInput names the category to restore.
type ServiceCategoryRestoreInput struct{ ID string }

// ServiceCategoryRestore restores a removed category with its ID and the competencies for it. It is a no-op if there is such a category.
func (s *Salon) ServiceCategoryRestore(ctx context.Context, input ServiceCategoryRestoreInput) (restored *ent.ServiceCategory, err error) {
	if err := id.ServiceCategory.Check(input.ID, "id"); err != nil {
		return nil, err
	}
	_, err = s.edit(ctx, input, func(ctx context.Context, e *edit) error {
		if err := e.beginEverywhere(ctx, change.KindSERVICE); err != nil {
			return err
		}
		if restored, err = store.OrNil(e.ServiceCategory.Get(ctx, input.ID)); err != nil || restored != nil {
			return err
		}
		entry, err := store.OrNil(e.AuditEntry.Query().Where(auditentry.Action(serviceCategoryRemove), auditentry.SubjectID(input.ID)).
			Order(ent.Desc(auditentry.FieldAt, auditentry.FieldID)).First(ctx))
		if err != nil {
			return err
		}
		if entry == nil {
			return problem.New(problem.NotFound, "id")
		}
		var removed removedCategory
		if err := json.Unmarshal(entry.Before, &removed); err != nil {
			return err
		}
		if restored, err = e.createCategory(ctx, input.ID, removed.Name, "id"); err != nil {
			return err
		}
		if err := e.restoreCompetencies(ctx, removed.Competencies); err != nil {
			return err
		}
		return e.Record(ctx, "serviceCategoryRestore", restored.ID, nil, removed)
	})
	return restored, err
}

// restoreCompetencies creates competencies anew. Their profiles are there: they are archived, never deleted.
func (e *edit) restoreCompetencies(ctx context.Context, list []*ent.Competency) error {
	create := make([]*ent.CompetencyCreate, len(list))
	for i, c := range list {
		create[i] = e.Competency.Create().SetStaffID(c.StaffID).SetNillableCategoryID(c.CategoryID).SetQualified(c.Qualified)
	}
	_, err := e.createCompetencies(ctx, create)
	return err
}
