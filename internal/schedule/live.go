package schedule

import (
	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/predicate"
	"visavis/internal/civil"
)

// Live selects the appointments that occupy their person at now. A hold is live until it expires.
func Live(now civil.Instant) predicate.Appointment {
	return appointment.And(appointment.Live(true), NotExpired(now))
}

// IsLive reports whether [Live] selects the appointment.
func IsLive(a *ent.Appointment, now civil.Instant) bool { return a.Live && !HasExpired(a, now) }

// NotExpired selects everything but the holds that have expired at now.
func NotExpired(now civil.Instant) predicate.Appointment {
	return appointment.Or(appointment.HoldExpiresAtIsNil(), LiveHold(now))
}

// LiveHold selects the holds that have not expired at now.
func LiveHold(now civil.Instant) predicate.Appointment { return appointment.HoldExpiresAtGT(now) }

// Expired selects the holds that have expired at now.
func Expired(now civil.Instant) predicate.Appointment { return appointment.HoldExpiresAtLTE(now) }

// HasExpired reports whether [Expired] selects the appointment.
func HasExpired(a *ent.Appointment, now civil.Instant) bool {
	return a.HoldExpiresAt != nil && *a.HoldExpiresAt <= now
}
