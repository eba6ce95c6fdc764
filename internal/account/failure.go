package account

import (
	"context"

	"visavis/internal/problem"
)

// Outcomes of attempts to sign in, for the metrics.
const (
	succeeded = "ok"
	failed    = "failed"
	locked    = "locked"
)

// failedSignIn is the audit entry of a failed attempt. It names neither the address nor the profile that was tried if
// there is none.
type failedSignIn struct {
	DeviceID *string `json:"device_id,omitempty"`
}

// fail records a failed attempt to sign in, and returns the problem. It takes as long for unknown accounts, whose staffID
// is empty.
func (a *Accounts) fail(ctx context.Context, action, outcome, staffID string, deviceID *string, p *problem.Problem) error {
	a.metrics.SignIn(action, outcome)
	suffix := map[string]string{failed: "Failed", locked: "Locked"}[outcome]
	err := a.edit(ctx, func(ctx context.Context, e *edit) error {
		return e.Record(ctx, action+suffix, staffID, nil, failedSignIn{deviceID})
	})
	if err != nil {
		return err
	}
	return p
}

// limitedMutation is the audit entry of what a rate limit has refused.
type limitedMutation struct {
	Mutation string `json:"mutation"`
}

// RateLimited records that a rate limit has refused a mutation concerning an account, which an address or the ID of a
// profile names. Unknown ones are not recorded by name.
func (a *Accounts) RateLimited(ctx context.Context, mutation, email, staffID string) error {
	subject := ""
	if email != "" {
		known, err := a.accountsOf(ctx, email)
		if err != nil {
			return err
		}
		subject = subjectOf(firstOf(known))
	} else if staffID != "" {
		known, err := a.AccountsOf(ctx, []string{staffID})
		if err != nil {
			return err
		}
		if known[staffID] != nil {
			subject = staffID
		}
	}
	return a.edit(ctx, func(ctx context.Context, e *edit) error {
		return e.Record(ctx, "rateLimited", subject, nil, limitedMutation{mutation})
	})
}
