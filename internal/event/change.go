// Package event is the feed of changes: written in the transaction that causes
// them, told to listeners after its commit, in order and without a gap.
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

// Resync is the kind of a change that stands for others which are no longer
// known: its reader must read everything anew.
const Resync change.Kind = "RESYNC"

// Change is something that decides about the starts of a branch.
type Change struct {
	BranchID  string
	Sequence  int64 // its number among the branch's changes
	Kind      change.Kind
	StaffIDs  []string    // the profiles affected; none: everyone
	FirstDate *civil.Date // nil: since ever
	LastDate  *civil.Date // nil: with no end

	AppointmentID string // of a change of kind APPOINTMENT: for staff alone
}

// ID names the change, and with it the place in the feed behind it.
func (c Change) ID() string { return PositionID(c.BranchID, c.Sequence) }

// PlaceID names the place in a branch's feed behind the change of that number.
func PositionID(branchID string, sequence int64) string {
	_, branch, _ := strings.Cut(branchID, "_")
	return string(id.Change) + "_" + branch + "." + strconv.FormatInt(sequence, 10)
}

// ParsePlaceID reads what PlaceID gives for the same branch.
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
