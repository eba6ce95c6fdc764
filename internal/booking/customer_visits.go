package booking

import (
	"context"

	"visavis/internal/actor"
	"visavis/internal/visit"
)

// VisitsOf returns the visits of customers by customer.
func (b *Booking) VisitsOf(ctx context.Context, customerIDs []string) (map[string]*visit.Visits, error) {
	return visit.Of(ctx, b.store.Client(), actor.Of(ctx), b.clock(), customerIDs)
}
