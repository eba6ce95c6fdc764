package room

import "visavis/internal/civil"

// AppointmentID returns the ID of the appointment.
func (r *Room) AppointmentID() string { return r.Appointment.ID }

// Start returns when the appointment starts.
func (r *Room) Start() civil.Instant { return r.Appointment.StartsAt }

// End returns when the appointment ends, without the clean-up time.
func (r *Room) End() civil.Instant { return r.Appointment.EndsAt }

// Changed reports whether the appointment was moved or changed since it was booked.
func (r *Room) Changed() bool { return r.Appointment.Version > 1 }

// DelayedUntil returns when staff expect to begin, nil if that is the start.
func (r *Room) DelayedUntil() *civil.Instant { return r.Appointment.RoomDelayedUntil }

// AdmittedAt returns when staff let the customer in, nil if they did not.
func (r *Room) AdmittedAt() *civil.Instant { return r.Appointment.RoomAdmittedAt }

// EndedAt returns when staff ended the call, nil if they did not.
func (r *Room) EndedAt() *civil.Instant { return r.Appointment.RoomEndedAt }
