package booking

import (
	"context"
	"slices"
	"time"

	"visavis/ent"
	"visavis/internal/schedule"
	"visavis/internal/store"
)

// withLength returns the service with a length in minutes on which staff agreed with a customer; nil: its own.
func withLength(service schedule.Service, agreed *int) *schedule.Service {
	if agreed != nil {
		service.Service.Duration = minutes(*agreed)
	}
	return &service
}

// agreedLength returns the length as an appointment stores it: nil for the service's own.
func agreedLength(service *ent.Service, length time.Duration) *int {
	agreed := int(length / time.Minute)
	if agreed == service.DurationMinutes {
		return nil
	}
	return &agreed
}

// applyAgreedLength gives the service of the appointment to move the length on which staff agreed with its customer, so that exactly the
// starts to which it can move are offered.
func (s Search) applyAgreedLength(ctx context.Context, client *ent.Client, snapshot *schedule.Snapshot) error {
	moved := s.moved
	if moved == nil && s.BookingSecret != nil {
		var err error
		if moved, err = store.OrNil(client.Appointment.Query().Where(bookedBy(*s.BookingSecret)).Only(ctx)); err != nil {
			return err
		}
	}
	if moved == nil || moved.AgreedMinutes == nil {
		return nil
	}
	if i := slices.IndexFunc(snapshot.Services, func(v schedule.Service) bool { return v.Row.ID == moved.ServiceID }); i >= 0 {
		snapshot.Services[i] = *withLength(snapshot.Services[i], moved.AgreedMinutes)
	}
	return nil
}
