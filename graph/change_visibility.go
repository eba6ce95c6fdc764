package graph

import (
	"context"
	"slices"

	"visavis/ent"
	"visavis/ent/change"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/event"
)

// visibleStaff returns the profiles affected by a change that the caller may see:
// members may not see when others work, or with whom.
func visibleStaff(ctx context.Context, c *event.Change) ([]*ent.Staff, error) {
	rows, err := load(ctx).staff.LoadAll(ctx, c.StaffIDs)
	if err != nil || !isPersonal(c.Kind) {
		return rows, err
	}
	who := actor.Of(ctx)
	return slices.DeleteFunc(slices.Clone(rows), func(row *ent.Staff) bool { return !who.MaySee(c.BranchID, row.PersonID) }), nil
}

// visibleDate returns a date of a change, or nil if all affected profiles are hidden.
func visibleDate(ctx context.Context, c *event.Change, date *civil.Date) (*civil.Date, error) {
	rows, err := visibleStaff(ctx, c)
	if err != nil || len(rows) == 0 && len(c.StaffIDs) > 0 && isPersonal(c.Kind) {
		return nil, err
	}
	return date, nil
}

// isPersonal reports whether a kind of change reveals when a staff member works, or with whom.
func isPersonal(kind change.Kind) bool {
	switch kind {
	case change.KindAPPOINTMENT, change.KindABSENCE, change.KindWORK_PLAN, change.KindSHIFT_OVERRIDE:
		return true
	default:
		return false
	}
}
