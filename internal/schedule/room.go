package schedule

import (
	"strings"

	"visavis/ent"
)

// RoomURL gives the address of the room in which an appointment takes place by
// the video link of its profile; empty when there is none: the link may be nil.
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
