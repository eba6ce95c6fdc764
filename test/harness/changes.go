package harness

import (
	"strconv"
	"strings"
	"testing"
)

// Changes returns the number of changes that a branch has had.
func (p *Process) Changes(t testing.TB, branch string) int64 {
	t.Helper()
	return SequenceOf(t, p.Client(t).LastChange(branch))
}

// SequenceOf returns the number in the ID of a change.
func SequenceOf(t testing.TB, changeID string) int64 {
	t.Helper()
	_, digits, _ := strings.Cut(changeID, ".")
	sequence, err := strconv.ParseInt(digits, 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return sequence
}
