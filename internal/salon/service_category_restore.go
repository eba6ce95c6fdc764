package salon

import (
	"context"
	"encoding/json"

	"visavis/ent"
	"visavis/ent/auditentry"
	"visavis/ent/change"
	"visavis/ent/staff"
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

// restoreCompetencies creates competencies anew, but for profiles that are no more.
func (e *edit) restoreCompetencies(ctx context.Context, list []*ent.Competency) error {
	var staffIDs []string
	for _, c := range list {
		staffIDs = append(staffIDs, c.StaffID)
	}
	present, err := e.Staff.Query().Where(staff.IDIn(staffIDs...)).IDs(ctx)
	if err != nil {
		return err
	}
	isPresent := map[string]bool{}
	for _, staffID := range present {
		isPresent[staffID] = true
	}
	var create []*ent.CompetencyCreate
	for _, c := range list {
		if isPresent[c.StaffID] {
			create = append(create, e.Competency.Create().SetStaffID(c.StaffID).SetNillableCategoryID(c.CategoryID).SetQualified(c.Qualified))
		}
	}
	return e.Competency.CreateBulk(create...).Exec(ctx)
}
