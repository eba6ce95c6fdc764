package salon

import (
	"context"

	"visavis/ent"
	"visavis/ent/videolink"
	"visavis/internal/problem"
	"visavis/internal/store"
	"visavis/internal/videoroom"
)

// UnclearVideoRooms counts the video links that a start could not bring up to date. They stay as they are; saving one again
// returns its error.
type UnclearVideoRooms struct {
	Refused int // lead to no room, or give the host's key away
	Shared  int // lead into the room of another person
}

// RefreshVideoRooms brings stored video links up to date with [videoroom.Read], whose rules differ between versions.
func RefreshVideoRooms(ctx context.Context, database *store.Store) (unclear UnclearVideoRooms, err error) {
	err = database.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		links, err := tx.VideoLink.Query().Where(videolink.RoomPerAppointment(false)).Order(ent.Asc(videolink.FieldID)).All(ctx)
		if err != nil {
			return err
		}
		var changes []roomChange
		if changes, unclear = roomChanges(links); len(changes) == 0 {
			return nil
		}
		for _, c := range changes {
			if err := tx.VideoLink.UpdateOne(c.link).SetURL(c.room.URL).SetRoom(c.room.Identity).Exec(ctx); err != nil {
				return err
			}
		}
		return nil
	})
	return unclear, err
}

type roomChange struct {
	link *ent.VideoLink
	room videoroom.Room
}

// roomChanges returns what differs from the present rules, leaving out changes after which two people would share a room.
func roomChanges(links []*ent.VideoLink) (changes []roomChange, unclear UnclearVideoRooms) {
	owner := map[string]string{} // person by room
	for _, link := range links {
		owner[link.Room] = link.PersonID
	}
	for _, link := range links {
		room, wrong := videoroom.Read("link", link.URL, &link.Provider)
		if wrong != nil {
			unclear.Refused++
			continue
		}
		if room.URL == link.URL && room.Identity == link.Room {
			continue
		}
		if person, isUsed := owner[room.Identity]; isUsed && person != link.PersonID {
			unclear.Shared++
			room.Identity = link.Room
			if room.URL == link.URL {
				continue
			}
		}
		owner[room.Identity] = link.PersonID
		changes = append(changes, roomChange{link, room})
	}
	return changes, unclear
}

// VideoLinkProblem returns why a stored link has to be replaced; nil if it is in order.
func VideoLinkProblem(link *ent.VideoLink) *problem.Problem {
	if link.RoomPerAppointment {
		return nil
	}
	room, wrong := videoroom.Read("link", link.URL, &link.Provider)
	if wrong == nil && room.Identity != link.Room { // since another person has it: see RefreshVideoRooms
		wrong = problem.New(problem.LinkOfAnotherPerson, "link")
	}
	return wrong
}
