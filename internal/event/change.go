// Package event publishes the change feed: changes are written in the transaction that causes them and delivered after
// its commit, in order and without gaps.
package event

import (
	"strconv"
	"strings"

	"visavis/ent"
	"visavis/ent/change"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/problem"
)

// Resync is the kind of a change that replaces deleted ones. Its reader must reload everything.
const Resync change.Kind = "RESYNC"

// Change describes a change that affects the bookable starts of a branch.
type Change struct {
	BranchID  string
	Sequence  int64 // number among the branch's changes
	Kind      change.Kind
	StaffIDs  []string    // the profiles affected; none: everyone
	FirstDate *civil.Date // nil: no lower bound
	LastDate  *civil.Date // nil: no upper bound

	AppointmentID string // of changes of kind APPOINTMENT; for staff only
}

// ID returns the ID of the change, which is also the position after it.
func (c Change) ID() string { return PositionID(c.BranchID, c.Sequence) }

// PositionID returns the ID of the position after the change with that sequence in a branch's feed.
func PositionID(branchID string, sequence int64) string {
	_, branch, _ := strings.Cut(branchID, "_")
	return string(id.Change) + "_" + branch + "." + strconv.FormatInt(sequence, 10)
}

// ParsePositionID parses an ID that PositionID returned for the same branch.
func ParsePositionID(branchID, position string) (sequence int64, err error) {
	if err := id.Change.Check(position, "after"); err != nil {
		return 0, err
	}
	ofBranch := strings.TrimSuffix(PositionID(branchID, 0), "0")
	number, found := strings.CutPrefix(position, ofBranch)
	if sequence, err = strconv.ParseInt(number, 10, 64); !found || err != nil || sequence < 0 {
		return 0, problem.New(problem.NotFound, "after")
	}
	return sequence, nil
}

func fromRow(row *ent.Change) Change {
	return Change{
		BranchID:  row.BranchID,
		Sequence:  row.Sequence,
		Kind:      row.Kind,
		StaffIDs:  row.StaffIds,
		FirstDate: row.FirstDate,
		LastDate:  row.LastDate,

		AppointmentID: row.AppointmentID,
	}
}
