package event

import (
	"context"
	"errors"

	"visavis/ent"
	"visavis/ent/change"
)

// maxInspected is the most changes to inspect.
const maxInspected = 1000

// changesSince is a single statement because it runs before each search and booking. Changes are numbered without
// gaps.
const changesSince = `SELECT change_sequence, (SELECT count(*) FROM changes
	WHERE branch_id = branches.id AND sequence > $1 AND sequence <= $2 AND sequence <= branches.change_sequence AND kind = $3)
	FROM branches WHERE id = $4`

// OnlyAppointmentsSince returns the sequence of the last change of a branch and reports whether all changes after
// first concern appointments. It reports false if there are too many changes, if some were deleted, or if the branch
// does not exist.
func OnlyAppointmentsSince(ctx context.Context, client *ent.Client, branchID string, first int64) (last int64, only bool, err error) {
	rows, err := client.QueryContext(ctx, changesSince, first, first+maxInspected, string(change.KindAPPOINTMENT), branchID)
	if err != nil {
		return 0, false, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	if !rows.Next() {
		return 0, false, rows.Err()
	}
	var appointments int64
	if err := rows.Scan(&last, &appointments); err != nil {
		return 0, false, err
	}
	return last, appointments == last-first, nil
}
