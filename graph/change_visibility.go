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

// concerned gives the profiles that a change names, as far as the reader may know:
// when others work, and with whom, is nothing to members.
func visibleStaff(ctx context.Context, c *event.Change) ([]*ent.Staff, error) {
	rows, err := load(ctx).staff.LoadAll(ctx, c.StaffIDs)
	if err != nil || !isPersonal(c.Kind) {
		return rows, err
	}
	who := actor.Of(ctx)
	return slices.DeleteFunc(slices.Clone(rows), func(row *ent.Staff) bool { return !who.MaySee(row.PersonID) }), nil
}

// dateOf gives a date of a change, unless all that it is about is hidden.
func visibleDate(ctx context.Context, c *event.Change, date *civil.Date) (*civil.Date, error) {
	rows, err := visibleStaff(ctx, c)
	if err != nil || len(rows) == 0 && len(c.StaffIDs) > 0 && isPersonal(c.Kind) {
		return nil, err
	}
	return date, nil
}

// isPersonal tells whether a kind of change says when somebody works, or with whom.
func isPersonal(kind change.Kind) bool {
	switch kind {
	case change.KindAPPOINTMENT, change.KindABSENCE, change.KindWORK_PLAN, change.KindSHIFT_OVERRIDE:
		return true
	default:
		return false
	}
}
