package booking

import (
	"context"

	"visavis/ent"
	"visavis/ent/changerequest"
	"visavis/ent/mail"
	"visavis/internal/civil"
	"visavis/internal/form"
	"visavis/internal/id"
	"visavis/internal/notification"
	"visavis/internal/problem"
	"visavis/internal/store"
)

// ChangeRequestCreateInput is what a customer asks of the salon about the appointment with the secret.
type ChangeRequestCreateInput struct {
	Secret string
	Kind   changerequest.Kind
	Text   *string
}

// ChangeRequestCreate asks the salon to move or cancel an appointment that its customer can no longer change. One request is open
// per appointment; asking for the same again is a no-op.
func (b *Booking) ChangeRequestCreate(ctx context.Context, input ChangeRequestCreateInput) (*ent.Appointment, error) {
	var f form.Form
	text := ""
	if written := f.Text("text", input.Text, form.NoteLength); written != nil {
		text = *written
	}
	if err := f.Err(); err != nil {
		return nil, err
	}
	return b.editBySecret(ctx, input.Secret, func(ctx context.Context, e *edit, a *ent.Appointment) error {
		err := e.checkCancellationPeriod(ctx, a)
		switch problems := problem.Of(err); {
		case !mayBeAnswered(a, e.Now) || err == nil:
			return problem.New(problem.StatusForbids, "secret")
		case len(problems) == 0 || problems[0].Code != problem.CancellationPeriod:
			return err
		}
		open, err := e.openRequest(ctx, a)
		switch {
		case err != nil:
			return err
		case open != nil && open.Kind == input.Kind && open.Text == text:
			return nil
		case open != nil:
			return problem.New(problem.ChangeRequestOpen, "secret")
		}
		if err := e.checkAsked(ctx, a); err != nil {
			return err
		}
		request, err := e.ChangeRequest.Create().SetID(id.ChangeRequest.NewAt(int64(e.Now))).SetAppointmentID(a.ID).
			SetKind(input.Kind).SetText(text).SetCreatedAt(e.Now).Save(ctx)
		if err != nil {
			return err
		}
		return e.finishRequest(ctx, "changeRequestCreate", a, nil, request)
	})
}

// ChangeRequestWithdrawInput names the appointment by its secret.
type ChangeRequestWithdrawInput struct{ Secret string }

// ChangeRequestWithdraw withdraws the open request about an appointment. It is a no-op if there is none.
func (b *Booking) ChangeRequestWithdraw(ctx context.Context, input ChangeRequestWithdrawInput) (*ent.Appointment, error) {
	return b.editBySecret(ctx, input.Secret, func(ctx context.Context, e *edit, a *ent.Appointment) error {
		open, err := e.openRequest(ctx, a)
		if err != nil || open == nil {
			return err
		}
		after, err := e.closeRequest(ctx, open, changerequest.StateWITHDRAWN, nil, "")
		if err != nil {
			return err
		}
		return e.finishRequest(ctx, "changeRequestWithdraw", a, open, after)
	})
}

// editBySecret runs do with the customer's appointment, whose people are locked, and returns it.
func (b *Booking) editBySecret(ctx context.Context, secret string, do func(context.Context, *edit, *ent.Appointment) error) (a *ent.Appointment, err error) {
	err = b.edit(ctx, func(ctx context.Context, e *edit) error {
		a, err = e.beginOf(ctx, bookedBy(secret))
		if ent.IsNotFound(err) {
			return problem.New(problem.NotFound, "secret")
		}
		if err != nil {
			return err
		}
		return do(ctx, e, a)
	})
	return a, err
}

// openRequest returns the request about an appointment that waits for an answer, or nil.
func (e *edit) openRequest(ctx context.Context, a *ent.Appointment) (*ent.ChangeRequest, error) {
	return store.OrNil(e.ChangeRequest.Query().Where(changerequest.AppointmentID(a.ID), changerequest.StateEQ(changerequest.StateOPEN)).Only(ctx))
}

// closeRequest closes an open request.
func (e *edit) closeRequest(ctx context.Context, open *ent.ChangeRequest, state changerequest.State, by *string, answer string) (*ent.ChangeRequest, error) {
	return open.Update().SetState(state).SetAnsweredAt(e.Now).SetNillableAnsweredBy(by).SetAnswer(answer).Save(ctx)
}

// closeRequestAfter closes the open request about an appointment that was changed, if it has one.
func (e *edit) closeRequestAfter(ctx context.Context, before, after *ent.Appointment, by *string) error {
	open, err := e.openRequest(ctx, before)
	if err != nil || open == nil {
		return err
	}
	if state := stateAfter(open.Kind, before, after, by != nil); state != changerequest.StateOPEN {
		_, err = e.closeRequest(ctx, open, state, by, "")
	}
	return err
}

// finishRequest records a request, drops the mail about its former state, queues the one about the new state and announces its appointment.
func (e *edit) finishRequest(ctx context.Context, action string, a *ent.Appointment, before, after *ent.ChangeRequest) error {
	if err := e.Record(ctx, action, a.ID, recordOf(a, before), recordOf(a, after)); err != nil {
		return err
	}
	if before != nil {
		err := e.Mail.Update().Where(mail.AppointmentID(a.ID), mail.Occasion(before.ID), mail.StateEQ(mail.StateWAITING)).SetState(mail.StateDROPPED).Exec(ctx)
		if err != nil {
			return err
		}
	}
	if err := e.queueRequestMail(ctx, a, after); err != nil {
		return err
	}
	return e.announce(ctx, a)
}

// queueRequestMail informs the branch, and the staff who want to know, of a new request, or the customer of a declined one. Mails about the appointment inform the
// customer of an accepted one.
func (e *edit) queueRequestMail(ctx context.Context, a *ent.Appointment, request *ent.ChangeRequest) error {
	var queued *ent.Mail
	switch {
	case request.State == changerequest.StateOPEN:
		queued = e.mailAbout(a, mail.KindCHANGE_REQUESTED, e.Now, false)
	case request.State == changerequest.StateDECLINED && a.ContactEmail != "":
		queued = e.mailAbout(a, mail.KindCHANGE_DECLINED, e.Now, false)
	default:
		return nil
	}
	queued.Occasion = request.ID
	var messages notification.Messages
	if request.State == changerequest.StateOPEN {
		var err error
		if messages, err = notification.OfChangeRequest(ctx, e.Client, a, request.ID, e.Now); err != nil {
			return err
		}
	}
	messages.Mails = append([]*ent.Mail{queued}, messages.Mails...)
	return e.queue(ctx, messages)
}

// requested is an appointment with a request about it, as the audit trail keeps it: the history of the appointment reads it.
type requested struct {
	*ent.Appointment
	Request *ent.ChangeRequest `json:"change_request"`
}

// recordOf returns the record of a request; before it was made, that of the appointment.
func recordOf(a *ent.Appointment, request *ent.ChangeRequest) any {
	if request == nil {
		return a
	}
	return requested{a, request}
}

// ChangeRequestsOf returns by appointment the latest request about it.
func (b *Booking) ChangeRequestsOf(ctx context.Context, appointmentIDs []string) (map[string]*ent.ChangeRequest, error) {
	rows, err := b.store.Client().ChangeRequest.Query().Where(changerequest.AppointmentIDIn(appointmentIDs...)).
		Order(changerequest.ByCreatedAt(), changerequest.ByID()).WithAppointment().All(ctx)
	latest := map[string]*ent.ChangeRequest{}
	for _, row := range rows {
		latest[row.AppointmentID] = row
	}
	return latest, err
}

// ChangeRequestState returns the state of a request that ChangeRequestsOf has returned.
func (b *Booking) ChangeRequestState(request *ent.ChangeRequest) changerequest.State {
	return ChangeRequestStateOf(request, request.Edges.Appointment, b.Now())
}

// Now returns the time by the clock of the bookings.
func (b *Booking) Now() civil.Instant { return b.clock() }
