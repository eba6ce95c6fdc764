package salon

import (
	"context"

	"visavis/ent"
	"visavis/ent/clearedplan"
	"visavis/ent/predicate"
	"visavis/internal/actor"
	"visavis/internal/civil"
)

// mostCleared is how many cleared plans of a profile in a branch are kept.
const mostCleared = 10

// keepCleared keeps those of the plans that begin on a date or later, of which nothing is left once they are cleared from then on. Of plans
// that have begun, what is left can be brought back.
func (e *edit) keepCleared(ctx context.Context, plans []*ent.WorkPlan, from civil.Date) error {
	var kept []*ent.ClearedPlanCreate
	profiles := map[string]string{} // the branch of each
	for _, plan := range plans {
		if plan.ValidFrom == nil || *plan.ValidFrom < from {
			continue
		}
		weeks := make([][7]civil.Intervals, plan.RotationWeeks)
		for week, days := range weeksOf(plan) {
			weeks[week] = days
		}
		profiles[plan.StaffID] = plan.BranchID
		kept = append(kept, e.ClearedPlan.Create().SetStaffID(plan.StaffID).SetBranchID(plan.BranchID).
			SetValidFrom(*plan.ValidFrom).SetNillableValidUntil(plan.ValidUntil).SetRotationStart(plan.RotationStart).SetWeeks(weeks).SetClearedAt(e.Now))
	}
	if err := e.ClearedPlan.CreateBulk(kept...).Exec(ctx); err != nil {
		return err
	}
	for staffID, branchID := range profiles {
		of := []predicate.ClearedPlan{clearedplan.StaffID(staffID), clearedplan.BranchID(branchID)}
		surplus, err := e.ClearedPlan.Query().Where(of...).Order(ent.Desc(clearedplan.FieldID)).Offset(mostCleared).IDs(ctx)
		if err != nil {
			return err
		}
		if _, err := e.ClearedPlan.Delete().Where(clearedplan.IDIn(surplus...)).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

// ClearedPlansOf is a batch by profile, the latest first, of those in the branches that the actor manages.
func (s *Salon) ClearedPlansOf(ctx context.Context, staffIDs []string) (map[string][]*ent.ClearedPlan, error) {
	rows, err := s.store.Client().ClearedPlan.Query().Where(clearedplan.StaffIDIn(staffIDs...)).Where(clearedPlansOf(actor.Of(ctx))...).
		Order(ent.Desc(clearedplan.FieldID)).All(ctx)
	return grouped(rows, err, func(row *ent.ClearedPlan) string { return row.StaffID })
}

func clearedPlansOf(who actor.Actor) []predicate.ClearedPlan {
	if who.Role >= actor.Owner {
		return nil
	}
	return []predicate.ClearedPlan{clearedplan.BranchIDIn(who.Branches...)}
}

// ShiftsOfCleared returns the shifts of a cleared plan, by week, weekday from Monday and time.
func ShiftsOfCleared(plan *ent.ClearedPlan) (shifts []*Shift) {
	for week, days := range plan.Weeks {
		for i := range days {
			weekday := weekdayAfterMonday(i)
			for _, interval := range days[weekday] {
				shifts = append(shifts, &Shift{week + 1, weekday, interval.From, interval.To})
			}
		}
	}
	return shifts
}
