package audit

import (
	"context"

	"visavis/internal/civil"
	"visavis/internal/store"
)

// Edit is a write transaction whose changes go to the audit trail.
type Edit struct {
	*store.Tx
	Now      civil.Instant // the time of the edit
	Recorded bool          // reports whether Record has written an entry
}

// Record writes an entry with the state of the subject before and after the action, unless both are the same.
func (e *Edit) Record(ctx context.Context, action, subjectID string, before, after any) error {
	changed, err := Record(ctx, e.Tx, e.Now, action, subjectID, before, after)
	e.Recorded = e.Recorded || changed
	return err
}
