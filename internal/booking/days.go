package booking

import (
	"context"

	"visavis/internal/availability"
	"visavis/internal/id"
	"visavis/internal/schedule"
)

// BookableDays returns the days on which the one service of the search can be booked online, by video or in the salon, with any of
// its profiles.
func (b *Booking) BookableDays(ctx context.Context, search Search) ([]*availability.Day, error) {
	if err := id.Service.Check(search.ServiceIDs[0], "serviceId"); err != nil {
		return nil, err
	}
	if search.StaffIDs != nil {
		if err := id.Staff.Check(search.StaffIDs[0], "staffId"); err != nil {
			return nil, err
		}
	}
	offers, err := b.offers(ctx, search, anyDelivery)
	return schedule.Union(offers), err
}
