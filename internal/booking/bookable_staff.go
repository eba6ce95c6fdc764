package booking

import (
	"context"

	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/schedule"
)

// BookableStaff returns the profiles that offer the one service of the search online, by video or in the salon, with their first
// start on the dates.
func (b *Booking) BookableStaff(ctx context.Context, search Search) (staff []*schedule.BookableStaff, err error) {
	if err := id.Service.Check(search.ServiceIDs[0], "serviceId"); err != nil {
		return nil, err
	}
	err = b.searched(ctx, search, anyDelivery, func(snapshot *schedule.Snapshot, now civil.Instant) {
		staff = snapshot.BookableStaff(search.Dates, now)
	})
	return staff, err
}
