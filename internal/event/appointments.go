package event

import (
	"context"
	"errors"

	"visavis/ent"
	"visavis/ent/change"
)

// considered is behind how many changes it is not worth to look at each.
const maxInspected = 1000

// changesSince is one statement for what is asked before each search and each booking. Changes are numbered without gaps.
const changesSince = `SELECT change_sequence, (SELECT count(*) FROM changes
	WHERE branch_id = branches.id AND sequence > $1 AND sequence <= $2 AND sequence <= branches.change_sequence AND kind = $3)
	FROM branches WHERE id = $4`

// OnlyAppointmentsSince gives the number of the last change of a branch, and tells whether all changes after the first
// number are of appointments. It may say no when they are too many, or no longer known, and says so when there is no such branch.
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
