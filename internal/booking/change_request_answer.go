package booking

import (
	"context"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/changerequest"
	"visavis/internal/form"
	"visavis/internal/id"
	"visavis/internal/problem"
)

// ChangeRequestAcceptInput names the request to accept.
type ChangeRequestAcceptInput struct{ ID string }

// ChangeRequestAccept accepts an open request to cancel, by cancelling the appointment. A request to move is accepted by
// AppointmentMove alone, since only staff know where to.
func (b *Booking) ChangeRequestAccept(ctx context.Context, input ChangeRequestAcceptInput) (*ent.Appointment, error) {
	return b.answer(ctx, input.ID, func(ctx context.Context, e *edit, a *ent.Appointment, request *ent.ChangeRequest) (*ent.Appointment, error) {
		switch {
		case request.State == changerequest.StateACCEPTED:
			return a, nil
		case request.State != changerequest.StateOPEN || !mayBeAnswered(a, e.Now):
			return nil, problem.New(problem.ChangeRequestClosed, "id")
		case request.Kind == changerequest.KindMOVE:
			return nil, problem.New(problem.MoveRequired, "id")
		}
		return e.cancel(ctx, "changeRequestAccept", a, true)
	})
}

// ChangeRequestDeclineInput names the request to decline.
type ChangeRequestDeclineInput struct {
	ID     string
	Answer *string // to the customer; nil: none
}

// ChangeRequestDecline declines an open request, and informs the customer.
func (b *Booking) ChangeRequestDecline(ctx context.Context, input ChangeRequestDeclineInput) (*ent.Appointment, error) {
	var f form.Form
	answer := ""
	if written := f.Text("answer", input.Answer, form.NoteLength); written != nil {
		answer = *written
	}
	if err := f.Err(); err != nil {
		return nil, err
	}
	return b.answer(ctx, input.ID, func(ctx context.Context, e *edit, a *ent.Appointment, request *ent.ChangeRequest) (*ent.Appointment, error) {
		switch {
		case request.State == changerequest.StateDECLINED && request.Answer == answer:
			return a, nil
		case request.State != changerequest.StateOPEN || !mayBeAnswered(a, e.Now):
			return nil, problem.New(problem.ChangeRequestClosed, "id")
		}
		after, err := e.closeRequest(ctx, request, changerequest.StateDECLINED, answerer(ctx, true), answer)
		if err != nil {
			return nil, err
		}
		return a, e.finishRequest(ctx, "changeRequestDecline", a, request, after)
	})
}

// answer runs do with a request and its appointment, whose people are locked, if the actor may see it. It returns the appointment
// that do returns.
func (b *Booking) answer(ctx context.Context, requestID string, do func(context.Context, *edit, *ent.Appointment, *ent.ChangeRequest) (*ent.Appointment, error)) (after *ent.Appointment, err error) {
	if err := id.ChangeRequest.Check(requestID, "id"); err != nil {
		return nil, err
	}
	err = b.edit(ctx, func(ctx context.Context, e *edit) error {
		before, err := e.beginForStaff(ctx, appointment.HasChangeRequestsWith(changerequest.ID(requestID)), "id")
		if err != nil {
			return err
		}
		request, err := e.ChangeRequest.Get(ctx, requestID)
		if err != nil {
			return err
		}
		after, err = do(ctx, e, before, request)
		return err
	})
	return after, err
}
