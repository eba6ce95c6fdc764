package booking

import (
	"context"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/predicate"
	"visavis/ent/service"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/schedule"
)

// Search selects starts in a branch on local dates. Nil selects all services or all profiles.
type Search struct {
	BranchID   string
	Dates      civil.DateRange
	ServiceIDs []string
	StaffIDs   []string
	// Secrets of the customer's own hold and of the appointment to move, which hide no start.
	HoldSecret, BookingSecret *string

	moved *ent.Appointment // the appointment to move, if it is known without its secret
}

// maxIDs is the largest number of services or profiles that a search may name.
const maxIDs = 1000

// BookableVideoConsultations returns the bookable starts of video consultations.
func (b *Booking) BookableVideoConsultations(ctx context.Context, search Search) ([]*schedule.Offer, error) {
	return b.offers(ctx, search, service.DeliveryVIDEO)
}

// BookableSalonVisits returns the bookable starts of services in the salon.
func (b *Booking) BookableSalonVisits(ctx context.Context, search Search) ([]*schedule.Offer, error) {
	return b.offers(ctx, search, service.DeliveryIN_SALON)
}

// anyDelivery selects services by video and in the salon.
const anyDelivery = service.Delivery("")

func (b *Booking) offers(ctx context.Context, search Search, delivery service.Delivery) (offers []*schedule.Offer, err error) {
	err = b.searched(ctx, search, delivery, func(snapshot *schedule.Snapshot, now civil.Instant) {
		offers = snapshot.Offers(search.Dates, now)
	})
	return offers, err
}

// searched calls read with what the search selects.
func (b *Booking) searched(ctx context.Context, search Search, delivery service.Delivery, read func(*schedule.Snapshot, civil.Instant)) error {
	if err := search.check(); err != nil {
		return err
	}
	now := b.clock()
	question := schedule.Question{
		BranchID: search.BranchID, Dates: search.Dates, Online: true, Delivery: delivery,
		StaffIDs: search.StaffIDs, ServiceIDs: search.ServiceIDs, Now: now, Except: search.ownAppointments(),
	}
	return b.store.View(ctx, func(client *ent.Client) error {
		snapshot, err := b.setUps.Load(ctx, client, question, func(remember func()) { remember() })
		if ent.IsNotFound(err) {
			return problem.New(problem.NotFound, "branchId")
		}
		if err != nil {
			return err
		}
		if err := search.applyAgreedLength(ctx, client, snapshot); err != nil {
			return err
		}
		read(snapshot, now)
		return nil
	})
}

// ownAppointments selects the appointments that hide no start from the customer; nil if there are none.
func (s Search) ownAppointments() predicate.Appointment {
	var own []predicate.Appointment
	if s.HoldSecret != nil {
		own = append(own, heldBy(*s.HoldSecret))
	}
	if s.BookingSecret != nil {
		own = append(own, bookedBy(*s.BookingSecret))
	}
	if len(own) == 0 {
		return nil
	}
	return appointment.Or(own...)
}

func (s Search) check() error {
	if err := id.Branch.Check(s.BranchID, "branchId"); err != nil {
		return err
	}
	if err := schedule.CheckDates(s.Dates, schedule.MaxDays); err != nil {
		return err
	}
	if err := checkIDs(id.Service, "serviceIds", s.ServiceIDs); err != nil {
		return err
	}
	return checkIDs(id.Staff, "staffIds", s.StaffIDs)
}

func checkIDs(kind id.Kind, field string, ids []string) error {
	if len(ids) > maxIDs {
		return problem.New(problem.TooMany, field, maxIDs)
	}
	return kind.CheckEach(ids, field)
}
