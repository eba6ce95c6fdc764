package salon

import (
	"context"

	"visavis/ent"
	"visavis/ent/change"
	"visavis/ent/videolink"
	"visavis/internal/form"
	"visavis/internal/problem"
	"visavis/internal/schedule"
	"visavis/internal/store"
	"visavis/internal/videoroom"
)

// StaffVideoLinkSetInput is a pasted link, meeting ID or invitation. What is nil keeps its value.
type StaffVideoLinkSetInput struct {
	StaffID            string
	Link               *string
	Provider           *videolink.Provider
	RoomPerAppointment *bool // whether the link is the address of a Jitsi service
}

// StaffVideoLinkRemoveInput names the profile whose link is removed.
type StaffVideoLinkRemoveInput struct{ StaffID string }

// StaffVideoLinkSet sets or changes the video link of a profile.
func (s *Salon) StaffVideoLinkSet(ctx context.Context, input StaffVideoLinkSetInput) (*ent.Staff, error) {
	row, _, err := s.replaceVideoLink(ctx, "staffVideoLinkSet", input, input.StaffID, input.read)
	return row, err
}

// read returns the room that the input makes of the present link, which may be nil.
func (input *StaffVideoLinkSetInput) read(before *ent.VideoLink) (*videoroom.Room, error) {
	const field = "link"
	var link string
	var perAppointment bool
	provider := input.Provider
	if before != nil && !(schedule.IsOwnRoom(before) && input.Link != nil) {
		link, perAppointment = before.URL, before.RoomPerAppointment
		if provider == nil && (input.Link == nil || videoroom.SameHost(*input.Link, before.URL)) {
			provider = &before.Provider // which may have been chosen
		}
	}
	if provider != nil && *provider == videolink.ProviderVISAVIS {
		return input.ownRoom(field)
	}
	if input.Link != nil {
		link = *input.Link
	}
	if input.RoomPerAppointment != nil {
		perAppointment = *input.RoomPerAppointment
	}
	read := videoroom.Read
	if perAppointment {
		read = videoroom.ReadService
	}
	room, wrong := read(field, link, provider)
	if wrong != nil {
		return nil, wrong
	}
	return &room, nil
}

// ownRoom returns the own room, which needs no link.
func (input *StaffVideoLinkSetInput) ownRoom(field string) (*videoroom.Room, error) {
	if input.Link != nil && form.Copied(*input.Link) != "" {
		return nil, problem.New(problem.LinkUnexpected, field)
	}
	return &videoroom.Room{Provider: videolink.ProviderVISAVIS, PerAppointment: true}, nil
}

// StaffVideoLinkRemove removes the video link of a profile.
func (s *Salon) StaffVideoLinkRemove(ctx context.Context, input StaffVideoLinkRemoveInput) (*ent.Staff, []*ent.Appointment, error) {
	none := func(*ent.VideoLink) (*videoroom.Room, error) { return nil, nil }
	return s.replaceVideoLink(ctx, "staffVideoLinkRemove", input, input.StaffID, none)
}

func (s *Salon) replaceVideoLink(
	ctx context.Context, action string, input any, staffID string, replace func(before *ent.VideoLink) (*videoroom.Room, error),
) (row *ent.Staff, stranded []*ent.Appointment, err error) {
	stranded, err = s.edit(ctx, input, func(ctx context.Context, e *edit) error {
		if row, err = e.beginOfStaff(ctx, change.KindVIDEO_LINK, staffID, "staffId"); err != nil {
			return err
		}
		before, err := store.OrNil(e.VideoLink.Query().Where(videolink.StaffID(row.ID)).Only(ctx))
		if err != nil {
			return err
		}
		room, err := replace(before)
		if err != nil || isThatOf(room, before) {
			return err
		}
		if before != nil {
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

// isThatOf reports whether the link is stored as it would be now. Either may be nil.
func isThatOf(room *videoroom.Room, link *ent.VideoLink) bool {
	if room == nil || link == nil {
		return room == nil && link == nil
	}
	return link.URL == room.URL && link.Provider == room.Provider && link.RoomPerAppointment == room.PerAppointment &&
		link.Room == identityFor(link.StaffID, room)
}

// identityFor returns the identity of the room of a profile: many people may use one service.
func identityFor(staffID string, room *videoroom.Room) string {
	if room.PerAppointment {
		return "per-appointment:" + staffID
	}
	return room.Identity
}

// createVideoLink creates a link with a new ID, by which the audit trail distinguishes rooms without naming them. A room
// belongs to one person; the database enforces it.
func (e *edit) createVideoLink(ctx context.Context, profile *ent.Staff, room *videoroom.Room) (*ent.VideoLink, error) {
	if room == nil {
		return nil, nil
	}
	link, err := e.VideoLink.Create().SetStaffID(profile.ID).SetPersonID(profile.PersonID).
		SetProvider(room.Provider).SetURL(room.URL).SetRoom(identityFor(profile.ID, room)).SetRoomPerAppointment(room.PerAppointment).Save(ctx)
	if store.Fault(err) == store.ErrSharedRoom {
		return nil, problem.New(problem.LinkOfAnotherPerson, "link")
	}
	return link, err
}
