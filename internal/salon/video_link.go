package salon

import (
	"context"

	"visavis/ent"
	"visavis/ent/change"
	"visavis/ent/videolink"
	"visavis/internal/problem"
	"visavis/internal/store"
)

// StaffVideoLinkSetInput is a pasted link or meeting ID.
type StaffVideoLinkSetInput struct {
	StaffID  string
	Link     string
	Provider *videolink.Provider // nil: derived from the link

	RoomPerAppointment bool // the link is the address of a Jitsi service
}

// StaffVideoLinkRemoveInput names the profile whose link is removed.
type StaffVideoLinkRemoveInput struct{ StaffID string }

// StaffVideoLinkSet replaces the video link of a profile.
func (s *Salon) StaffVideoLinkSet(ctx context.Context, input StaffVideoLinkSetInput) (*ent.Staff, error) {
	read := readVideoRoom
	if input.RoomPerAppointment {
		read = readVideoService
	}
	room, wrong := read("link", input.Link, input.Provider)
	if wrong != nil {
		return nil, wrong
	}
	row, _, err := s.replaceVideoLink(ctx, "staffVideoLinkSet", input.StaffID, &room)
	return row, err
}

// StaffVideoLinkRemove removes the video link of a profile.
func (s *Salon) StaffVideoLinkRemove(ctx context.Context, input StaffVideoLinkRemoveInput) (*ent.Staff, []*ent.Appointment, error) {
	return s.replaceVideoLink(ctx, "staffVideoLinkRemove", input.StaffID, nil)
}

func (s *Salon) replaceVideoLink(ctx context.Context, action, staffID string, room *videoRoom) (row *ent.Staff, stranded []*ent.Appointment, err error) {
	stranded, err = s.edit(ctx, func(ctx context.Context, e *edit) error {
		if row, err = e.beginOfStaff(ctx, change.KindVIDEO_LINK, staffID, "staffId"); err != nil {
			return err
		}
		before, err := e.VideoLink.Query().Where(videolink.StaffID(row.ID)).Only(ctx)
		if err != nil && !ent.IsNotFound(err) {
			return err
		}
		if before != nil {
			if room != nil && room.isThatOf(before) {
				return nil
			}
			if err := e.VideoLink.DeleteOne(before).Exec(ctx); err != nil {
				return err
			}
		}
		after, err := e.createVideoLink(ctx, row, room)
		if err != nil {
			return err
		}
		return e.Record(ctx, action, row.ID, before, after)
	})
	return row, stranded, err
}

// createVideoLink creates a link with a new ID, by which the audit trail distinguishes rooms without naming them. A room
// belongs to one person; the database enforces it.
func (e *edit) createVideoLink(ctx context.Context, profile *ent.Staff, room *videoRoom) (*ent.VideoLink, error) {
	if room == nil {
		return nil, nil
	}
	name := room.room
	if room.perAppointment {
		name = "per-appointment:" + profile.ID // many people may use one service
	}
	link, err := e.VideoLink.Create().SetStaffID(profile.ID).SetPersonID(profile.PersonID).
		SetProvider(room.provider).SetURL(room.url).SetRoom(name).SetRoomPerAppointment(room.perAppointment).Save(ctx)
	if store.Fault(err) == store.ErrSharedRoom {
		return nil, problem.New(problem.LinkOfAnotherPerson, "link")
	}
	return link, err
}
