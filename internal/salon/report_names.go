package salon

import (
	"context"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/ent/service"
	"visavis/ent/staff"
)

// nameRows names the rows, whose keys are IDs.
func nameRows(ctx context.Context, client *ent.Client, by ReportGrouping, rows []*ReportRow) error {
	ids := make([]string, len(rows))
	for i, row := range rows {
		ids[i] = row.Key
	}
	names := make(map[string]string, len(rows))
	switch by {
	case ReportByPerson:
		found, err := client.Staff.Query().Where(staff.PersonIDIn(ids...)).Select(staff.FieldID, staff.FieldPersonID, staff.FieldDisplayName).All(ctx)
		if err != nil {
			return err
		}
		oldest := map[string]string{} // profile by person
		for _, row := range found {
			if former, known := oldest[row.PersonID]; !known || row.ID < former {
				oldest[row.PersonID], names[row.PersonID] = row.ID, row.DisplayName
			}
		}
	case ReportByService:
		found, err := client.Service.Query().Where(service.IDIn(ids...)).Select(service.FieldID, service.FieldName).All(ctx)
		if err != nil {
			return err
		}
		for _, row := range found {
			names[row.ID] = row.Name
		}
	default:
		found, err := client.Branch.Query().Where(branch.IDIn(ids...)).Select(branch.FieldID, branch.FieldName).All(ctx)
		if err != nil {
			return err
		}
		for _, row := range found {
			names[row.ID] = row.Name
		}
	}
	for _, row := range rows {
		row.Name = names[row.Key]
	}
	return nil
}
