package notification

import (
	"visavis/ent"
	"visavis/ent/absencerequest"
	"visavis/ent/appointment"
	"visavis/ent/notificationsetting"
	"visavis/internal/civil"
)

// IsNews reports whether what a customer did to an appointment still applies, whatever version it has by now: staff may have added a note.
func IsNews(kind notificationsetting.Kind, a *ent.Appointment, now civil.Instant) bool {
	if kind == notificationsetting.KindCANCELLED {
		return a.Status == appointment.StatusCANCELLED
	}
	if kind == notificationsetting.KindCUSTOMER_WAITS {
		return a.Status == appointment.StatusCONFIRMED && a.RoomAdmittedAt == nil && a.RoomEndedAt == nil && now < a.EndsAt
	}
	return a.Status == appointment.StatusCONFIRMED && now < a.StartsAt
}

// IsNewsOfAbsence reports whether a request for an absence still is as told.
func IsNewsOfAbsence(kind notificationsetting.Kind, request *ent.AbsenceRequest) bool {
	if kind == notificationsetting.KindABSENCE_REQUESTED {
		return request.State == absencerequest.StateOPEN
	}
	return request.State == absencerequest.StateAPPROVED || request.State == absencerequest.StateDECLINED
}
