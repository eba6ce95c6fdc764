package schedule

import (
	"strings"

	"visavis/ent"
	"visavis/ent/videolink"
)

// LinkOf returns the video link of a profile in a branch: its own, which may be nil, or else the own room if the branch has it by default.
func LinkOf(own *ent.VideoLink, branch *ent.Branch) *ent.VideoLink {
	if own == nil && branch.OwnRoomByDefault {
		return &ent.VideoLink{Provider: videolink.ProviderVISAVIS, RoomPerAppointment: true}
	}
	return own
}

// IsOwnRoom reports whether a video link, which may be nil, stands for the salon's own room.
func IsOwnRoom(link *ent.VideoLink) bool {
	return link != nil && link.Provider == videolink.ProviderVISAVIS
}

// MayEnter reports whether the customer of an appointment may go into the call once its room is open. A link, which may be nil, to a room of
// another provider leads in at once, unless the branch admits by hand.
func MayEnter(link *ent.VideoLink, appointment *ent.Appointment) bool {
	isAdmitted := appointment.RoomAdmittedAt != nil
	if IsOwnRoom(link) {
		return isAdmitted
	}
	return RoomURL(link, appointment) != "" && (isAdmitted || !appointment.Edges.Branch.AdmitByHand)
}

// RoomURL returns the address of the room of an appointment by the video link of its profile, which may be nil. It is empty
// if there is none, and of the own room, which has no address for customers but the join link.
func RoomURL(link *ent.VideoLink, appointment *ent.Appointment) string {
	switch {
	case link == nil || IsOwnRoom(link):
		return ""
	case !link.RoomPerAppointment:
		return link.URL
	case appointment.RoomName == "":
		return "" // the address of the service alone would be a room for everyone
	default:
		return strings.TrimSuffix(link.URL, "/") + "/" + appointment.RoomName
	}
}
