package schedule

import "visavis/ent"

// RoomURL is where the call of an appointment takes place: the room of the link, or
// a room of the appointment's own below it.
func RoomURL(link *ent.VideoLink, appointment *ent.Appointment) string {
	if !link.RoomPerAppointment {
		return link.URL
	}
	return link.URL + "/" + appointment.RoomName
}
