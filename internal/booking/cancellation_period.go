package booking

import (
	"context"

	"visavis/ent"
	"visavis/internal/civil"
	"visavis/internal/problem"
)

// ChangeableUntil returns the last instant at which the customer may move or cancel the appointment: its start less the
// branch's cancellation period.
func ChangeableUntil(a *ent.Appointment, in *ent.Branch) civil.Instant {
	return a.StartsAt.Add(-minutes(in.CancellationPeriodMinutes))
}

// checkCancellationPeriod returns a problem if it is too late for the customer to move or cancel the appointment. Staff are
// not bound by it.
func (e *edit) checkCancellationPeriod(ctx context.Context, row *ent.Appointment) error {
	branch, err := e.branch(ctx, row.BranchID)
	if err != nil {
		return err
	}
	switch {
	case row.StartsAt <= e.Now:
		return problem.New(problem.StatusForbids, "secret")
	case ChangeableUntil(row, branch) < e.Now:
		return problem.New(problem.CancellationPeriod, "secret")
	}
	return nil
}
