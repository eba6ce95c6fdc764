package push

import (
	"context"

	"visavis/ent"
	"visavis/ent/absencerequest"
	"visavis/ent/appointment"
	"visavis/ent/changerequest"
	"visavis/ent/notificationsetting"
	"visavis/ent/push"
	"visavis/ent/pushsubscription"
	"visavis/ent/staff"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/notification"
	"visavis/internal/store"
)

// details are a push with the data that its text needs.
type details struct {
	*ent.Push
	subscription *ent.PushSubscription // with its profile and session
	isWanted     bool                  // whether the profile still wants such pushes

	appointment *ent.Appointment    // with its branch, service and profile; nil: it is gone, or the push is about none
	request     *ent.ChangeRequest  // by the customer; nil: it is gone, or the push is about none
	absence     *ent.AbsenceRequest // nil: it is gone, or the push is about none
	place       *ent.Branch         // where the absence is, and the recipient may see it; nil: nowhere, or about none
}

func (d *details) kind() notificationsetting.Kind { return notificationsetting.Kind(d.Kind) }

// read reads what a push says and to whom; nil: the device is gone.
func read(ctx context.Context, client *ent.Client, row *ent.Push) (d *details, err error) {
	d = &details{Push: row}
	d.subscription, err = store.OrNil(client.PushSubscription.Query().Where(pushsubscription.ID(row.SubscriptionID)).WithStaff().WithSession().Only(ctx))
	if err != nil || d.subscription == nil {
		return nil, err
	}
	d.isWanted, err = client.Staff.Query().Where(staff.ID(d.subscription.StaffID), notification.WantPushes(d.kind())).Exist(ctx)
	if err != nil {
		return nil, err
	}
	return d, d.readSubject(ctx, client)
}

func (d *details) readSubject(ctx context.Context, client *ent.Client) (err error) {
	appointmentID := d.SubjectID
	switch d.Kind {
	case push.KindABSENCE_REQUESTED, push.KindABSENCE_ANSWERED:
		d.absence, err = store.OrNil(client.AbsenceRequest.Query().Where(absencerequest.ID(d.SubjectID)).WithStaff().Only(ctx))
		if err == nil && d.absence != nil {
			d.place, err = notification.PlaceOf(ctx, client, d.absence.Edges.Staff.PersonID, d.subscription.Edges.Staff)
		}
		return err
	case push.KindCHANGE_REQUESTED:
		d.request, err = store.OrNil(client.ChangeRequest.Query().Where(changerequest.ID(d.SubjectID)).Only(ctx))
		if err != nil || d.request == nil {
			return err
		}
		appointmentID = d.request.AppointmentID
	}
	d.appointment, err = store.OrNil(client.Appointment.Query().Where(appointment.ID(appointmentID)).WithBranch().WithService().WithStaff(func(q *ent.StaffQuery) { q.WithVideoLink() }).Only(ctx))
	return err
}

// isCurrent reports whether the push still applies, and whoever has the device may read it.
func (d *details) isCurrent(now civil.Instant) bool {
	to := d.subscription.Edges
	if !d.isWanted || to.Staff.ArchivedAt != nil || to.Session.ExpiresAt <= now {
		return false
	}
	switch a := d.appointment; {
	case d.absence != nil:
		return notification.IsNewsOfAbsence(d.kind(), d.absence)
	case a == nil:
		return false
	case d.request != nil:
		return booking.ChangeRequestStateOf(d.request, a, now) == changerequest.StateOPEN
	case d.Kind == push.KindBOOKED && a.PersonID != to.Staff.PersonID: // staff have given it to somebody else
		return false
	default:
		return notification.IsNews(d.kind(), a, now)
	}
}
