package booking

import "context"

// look finds out by one statement what is unusual about an order. Most orders are new, no hold has expired, and the customer has no
// other booking: for these, there is nothing else to read.
func (e *edit) look(ctx context.Context, o order) (err error) {
	e.looked, err = e.LookAtOrder(ctx, o.request.Key, forgottenKey(o.request.Key), o.contact.email, e.Now)
	return err
}
