package account

import (
	"context"

	"visavis/internal/idempotency"
)

// create is edit for a creation that may be a retry.
func (a *Accounts) create(ctx context.Context, do func(ctx context.Context, e *edit) error) error {
	return idempotency.Create(func() error { return a.edit(ctx, do) })
}
