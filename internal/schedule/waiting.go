package schedule

import (
	"visavis/ent/appointment"
	"visavis/ent/consultationroom"
	"visavis/ent/predicate"
)

// CustomerWaits selects the video appointments whose customer is in the waiting room and has not been let in.
func CustomerWaits() predicate.Appointment {
	return appointment.And(
		appointment.HasRoomWith(consultationroom.CustomerWaitsSinceNotNil()),
		appointment.StatusEQ(appointment.StatusCONFIRMED), appointment.JoinTokenNotNil(),
		appointment.RoomAdmittedAtIsNil(), appointment.RoomEndedAtIsNil(),
	)
}
