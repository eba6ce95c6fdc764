package salon

import "visavis/internal/problem"

// unchanged returns a problem of the field if another version than the expected one is saved. nil expects none.
func unchanged(field string, expected *int, saved int) *problem.Problem {
	if expected == nil || *expected == saved {
		return nil
	}
	return problem.New(problem.ChangedMeanwhile, field)
}

// nextVersion returns the version of what the edit writes in a branch: higher than those of all earlier edits, and than that
// of rows from before there were versions.
func (e *edit) nextVersion(branchID string) int { return int(e.ChangeSequences()[branchID]) + 1 }
