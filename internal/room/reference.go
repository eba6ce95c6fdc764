package room

import (
	"context"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/predicate"
	"visavis/ent/roomparticipant"
	"visavis/internal/actor"
	"visavis/internal/form"
	"visavis/internal/id"
	"visavis/internal/link"
	"visavis/internal/problem"
)

// A Reference names a room: by the token of the join link, which authorizes the customer, or by the ID of the appointment, for staff.
type Reference struct{ JoinToken, AppointmentID *string }

// A door is a room as one side reaches it.
type door struct {
	of    predicate.Appointment
	side  roomparticipant.Role
	field string // by which it was named
}

const (
	tokenField       = "joinToken"
	appointmentField = "appointmentId"
)

// door returns the room that a reference names.
func (r Reference) door() (door, error) {
	switch {
	case (r.JoinToken == nil) == (r.AppointmentID == nil):
		return door{}, problem.New(problem.ExactlyOne, tokenField)
	case r.JoinToken != nil && !link.MayBeJoinToken(*r.JoinToken):
		return door{}, problem.New(problem.NotFound, tokenField)
	case r.JoinToken != nil:
		return door{appointment.JoinToken(form.Copied(*r.JoinToken)), roomparticipant.RoleCUSTOMER, tokenField}, nil
	}
	if err := id.Appointment.Check(*r.AppointmentID, appointmentField); err != nil {
		return door{}, err
	}
	return door{appointment.ID(*r.AppointmentID), roomparticipant.RoleSTAFF, appointmentField}, nil
}

// opensTo reports whether the caller may stand at the door of an appointment's room.
func (d door) opensTo(ctx context.Context, a *ent.Appointment) bool {
	return d.side == roomparticipant.RoleCUSTOMER || actor.Of(ctx).MaySee(a.BranchID, a.PersonID)
}

// checked returns the room that was read, or a problem if the caller may know of none.
func (d door) checked(ctx context.Context, room *Room, err error) (*Room, error) {
	if ent.IsNotFound(err) || err == nil && !d.opensTo(ctx, room.Appointment) {
		return nil, problem.New(problem.NotFound, d.field)
	}
	return room, err
}

// refuseProgram fails for programs: they have no camera, and would act as the device of whoever made their token.
func (d door) refuseProgram(ctx context.Context) error {
	if d.side == roomparticipant.RoleSTAFF && actor.Of(ctx).TokenID != "" {
		return problem.New(problem.NotFound, d.field)
	}
	return nil
}

// holds reports whether a participant is the caller's: of the same side and, for staff, of the same profile, but of no program.
func (d door) holds(ctx context.Context, p *ent.RoomParticipant) bool {
	isTheirs := p.StaffID == actor.Of(ctx).StaffID && actor.Of(ctx).TokenID == ""
	return p.Role == d.side && (d.side == roomparticipant.RoleCUSTOMER || isTheirs)
}
