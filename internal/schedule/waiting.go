package schedule

import (
	"entgo.io/ent/dialect/sql"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/consultationroom"
	"visavis/ent/predicate"
	"visavis/ent/roomparticipant"
	"visavis/internal/civil"
)

// CustomerWaits selects the video appointments whose customer is in the waiting room, which is open, and has not been let in.
func CustomerWaits(now civil.Instant) predicate.Appointment {
	return appointment.And(
		appointment.HasRoomWith(CustomerIsThere()),
		appointment.StatusEQ(appointment.StatusCONFIRMED), appointment.JoinTokenNotNil(),
		appointment.RoomAdmittedAtIsNil(), appointment.RoomEndedAtIsNil(),
		appointment.StartsAtLTE(now.Add(CallOpensBefore)), closesAfter(now),
	)
}

// CustomerIsThere selects the rooms with a present device of the customer.
func CustomerIsThere() predicate.ConsultationRoom {
	return consultationroom.And(
		consultationroom.CustomerWaitsSinceNotNil(), // by an index
		consultationroom.HasParticipantsWith(roomparticipant.RoleEQ(roomparticipant.RoleCUSTOMER), roomparticipant.Away(false)),
	)
}

// closesAfter selects the appointments whose rooms close by themselves after an instant, unless their customers have been let in.
func closesAfter(now civil.Instant) predicate.Appointment {
	isOver := int64(now.Add(-CallStaysOpen))
	delayed := func(s *sql.Selector) {
		s.Where(sql.P(func(b *sql.Builder) {
			b.Ident(s.C(appointment.FieldRoomDelayedUntil)).WriteString(" + ").Ident(s.C(appointment.FieldEndsAt)).
				WriteString(" - ").Ident(s.C(appointment.FieldStartsAt)).WriteString(" > ").Arg(isOver)
		}))
	}
	return appointment.Or(appointment.EndsAtGT(now.Add(-CallStaysOpen)), delayed)
}

// IsOpen reports whether the room of an appointment may be open to its customer, whatever goes on in a shared one.
func IsOpen(a *ent.Appointment, now civil.Instant) bool {
	return IsCall(a) && (a.RoomAdmittedAt != nil || CallOpening(a.StartsAt) <= now) && now < ClosesAt(a)
}
