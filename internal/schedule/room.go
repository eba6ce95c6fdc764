package schedule

import (
	"strings"

	"visavis/ent"
)

// RoomURL returns the address of the room of an appointment by the video link of its profile, which may be nil. It is empty
// if there is none.
func RoomURL(link *ent.VideoLink, appointment *ent.Appointment) string {
	switch {
	case link == nil:
		return ""
	case !link.RoomPerAppointment:
		return link.URL
	case appointment.RoomName == "":
		return "" // the address of the service alone would be a room for everyone
	default:
		return strings.TrimSuffix(link.URL, "/") + "/" + appointment.RoomName
	}
}
