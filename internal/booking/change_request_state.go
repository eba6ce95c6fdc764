package booking

import (
	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/changerequest"
	"visavis/internal/civil"
)

// mayBeAnswered reports whether a request about an appointment in this state can still be answered: it is booked, and has not begun.
func mayBeAnswered(a *ent.Appointment, now civil.Instant) bool {
	return a.Status == appointment.StatusCONFIRMED && now < a.StartsAt
}

// ChangeRequestStateOf returns the state of a request about an appointment. What nobody answered before the appointment began has
// lapsed.
func ChangeRequestStateOf(request *ent.ChangeRequest, a *ent.Appointment, now civil.Instant) changerequest.State {
	if request.State == changerequest.StateOPEN && !mayBeAnswered(a, now) {
		return changerequest.StateLAPSED
	}
	return request.State
}

// stateAfter returns the state of an open request once its appointment has become what it is after a change: staff who do what was
// asked accept it, customers who change the appointment themselves withdraw it, and whatever else changes it makes the request lapse.
// It stays open if neither the start nor the staff member nor the status has changed.
func stateAfter(kind changerequest.Kind, before, after *ent.Appointment, byStaff bool) changerequest.State {
	isCancelled := after.Status == appointment.StatusCANCELLED
	isMoved := before.StartsAt != after.StartsAt || before.StaffID != after.StaffID
	switch {
	case after.Status == before.Status && !isMoved:
		return changerequest.StateOPEN
	case !byStaff:
		return changerequest.StateWITHDRAWN
	case isCancelled && kind == changerequest.KindCANCEL, isMoved && !isCancelled && kind == changerequest.KindMOVE:
		return changerequest.StateACCEPTED
	default:
		return changerequest.StateLAPSED
	}
}
