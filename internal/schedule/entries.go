package schedule

import (
	"context"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/videolink"
	"visavis/internal/civil"
)

// entryReach is more than the time between the starts of two calls that matter to each other: no appointment is longer
// than a day, and customers are let in at most [AdmittedBefore] ahead.
const entryReach = 72 * time.Hour

// AdmittedBefore is the earliest that staff may let a customer in, before the start.
const AdmittedBefore = 24 * time.Hour

// IsCall reports whether the appointment is a confirmed video consultation.
func IsCall(a *ent.Appointment) bool {
	return a.Status == appointment.StatusCONFIRMED && a.JoinToken != nil
}

// EntriesOf returns the entries of the appointments that are calls, by ID. links are the video links of their profiles; a
// profile without one has no room to share.
func EntriesOf(ctx context.Context, client *ent.Client, appointments []*ent.Appointment, links map[string]*ent.VideoLink, now civil.Instant) (map[string]Entry, error) {
	var calls []*ent.Appointment
	var rooms []string
	for _, a := range appointments {
		if !IsCall(a) {
			continue
		}
		calls = append(calls, a)
		if link := links[a.StaffID]; link != nil && !link.RoomPerAppointment {
			rooms = append(rooms, link.Room)
		}
	}
	inRoom, err := callsInRooms(ctx, client, rooms, calls)
	if err != nil {
		return nil, err
	}
	entries := make(map[string]Entry, len(calls))
	for _, a := range calls {
		var others []Call
		if link := links[a.StaffID]; link != nil && !link.RoomPerAppointment {
			others = inRoom[link.Room]
		}
		call := callOf(a)
		call.HasWaiting = IsOwnRoom(links[a.StaffID])
		entries[a.ID] = EntryOf(call, others, now)
	}
	return entries, nil
}

// callsInRooms returns by room the calls that may matter to any of the calls.
func callsInRooms(ctx context.Context, client *ent.Client, rooms []string, calls []*ent.Appointment) (map[string][]Call, error) {
	if len(rooms) == 0 {
		return nil, nil
	}
	links, err := client.VideoLink.Query().Where(videolink.RoomIn(rooms...), videolink.RoomPerAppointment(false)).All(ctx)
	if err != nil {
		return nil, err
	}
	roomOf := map[string]string{} // by profile
	var people, profiles []string
	for _, link := range links {
		roomOf[link.StaffID] = link.Room
		people, profiles = append(people, link.PersonID), append(profiles, link.StaffID)
	}
	first, last := calls[0].StartsAt, calls[0].StartsAt
	for _, a := range calls {
		first, last = min(first, a.StartsAt), max(last, a.StartsAt)
	}
	rows, err := client.Appointment.Query().Where(
		appointment.PersonIDIn(people...), // as in the index
		appointment.StartsAtGT(first.Add(-entryReach)), appointment.StartsAtLT(last.Add(entryReach)),
		appointment.StaffIDIn(profiles...), appointment.StatusEQ(appointment.StatusCONFIRMED), appointment.JoinTokenNotNil(),
	).All(ctx)
	if err != nil {
		return nil, err
	}
	inRoom := map[string][]Call{}
	for _, row := range rows {
		inRoom[roomOf[row.StaffID]] = append(inRoom[roomOf[row.StaffID]], callOf(row))
	}
	return inRoom, nil
}

func callOf(a *ent.Appointment) Call {
	return Call{AppointmentID: a.ID, Start: a.StartsAt, End: a.EndsAt, AdmittedAt: a.RoomAdmittedAt, DelayedUntil: a.RoomDelayedUntil, EndedAt: a.RoomEndedAt}
}

// MayAdmit reports whether staff may let the customer of a call in, or delay it, at now.
func MayAdmit(a *ent.Appointment, now civil.Instant) bool {
	return a.StartsAt.Add(-AdmittedBefore) <= now && now < callOf(a).closesByItself()
}

// ClosesAt returns when the room of a call closes, as things stand.
func ClosesAt(a *ent.Appointment) civil.Instant { return callOf(a).closes() }
