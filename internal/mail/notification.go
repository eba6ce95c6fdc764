package mail

import (
	"context"

	"visavis/ent"
	"visavis/ent/absencerequest"
	"visavis/ent/changerequest"
	"visavis/ent/mail"
	"visavis/ent/notificationsetting"
	"visavis/ent/staff"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/link"
	"visavis/internal/locale"
	"visavis/internal/mail/compose"
	"visavis/internal/notification"
	"visavis/internal/store"
)

// readNotified reads what a notification to a member of staff says.
func (m *details) readNotified(ctx context.Context, client *ent.Client) (err error) {
	profileID := m.NotifiedID
	if m.StaffID != nil {
		profileID = *m.StaffID
	}
	if m.notified, err = store.OrNil(client.Staff.Query().Where(staff.ID(profileID)).WithAccount().Only(ctx)); err != nil {
		return err
	}
	switch {
	case m.StaffID != nil:
		if m.branch, err = branchOf(ctx, client, profileID); err != nil {
			return err
		}
		m.absence, err = store.OrNil(client.AbsenceRequest.Query().Where(absencerequest.ID(m.Occasion)).WithStaff().Only(ctx))
		if err == nil && m.absence != nil && m.notified != nil {
			m.place, err = notification.PlaceOf(ctx, client, m.absence.Edges.Staff.PersonID, m.notified)
		}
	default:
		m.branch = m.Edges.Appointment.Edges.Branch
		m.request, err = store.OrNil(client.ChangeRequest.Query().Where(changerequest.ID(m.Occasion)).Only(ctx))
		if err == nil && m.MovedFromStaffID != "" {
			m.movedFromStaff, err = store.OrNil(client.Staff.Get(ctx, m.MovedFromStaffID))
		}
	}
	if err != nil {
		return err
	}
	chosen, err := store.OrNil(client.NotificationSetting.Query().Where(
		notificationsetting.StaffID(profileID), notificationsetting.KindEQ(notification.KindOf(m.Kind)),
	).Only(ctx))
	m.isWanted = notification.IsEmailedByDefault(notification.KindOf(m.Kind))
	if chosen != nil {
		m.isWanted = chosen.ByEmail
	}
	switch {
	case chosen != nil:
		m.notifiedLanguage = locale.Locale(chosen.Locale)
	case m.branch != nil:
		m.notifiedLanguage = locale.Locale(m.branch.Locale)
	default:
		m.notifiedLanguage = locale.German
	}
	return err
}

// writeNotification composes the message of a notification to a member of staff. It has no secret: neither a room nor a link of the
// customer.
func (m *Mail) writeNotification(what *details) (*compose.Message, error) {
	n := compose.Notification{Kind: what.Kind, Language: what.notifiedLanguage, Name: what.notified.DisplayName}
	if what.branch != nil {
		n.Branch = m.branchIn(what.branch, n.Language.ForStaff())
	}
	if what.absence != nil {
		return compose.WriteAbsenceNotification(n, m.absenceOf(what))
	}
	a := what.Edges.Appointment
	if a == nil {
		return nil, Unwritable
	}
	zone, err := civil.LoadZone(what.branch.TimeZone)
	if err != nil {
		return nil, err
	}
	said := compose.NotifiedAppointment{
		Service: a.Edges.Service.Name, Staff: a.Edges.Staff.DisplayName, Start: a.StartsAt, Zone: zone,
		URL: m.publicURL + link.AdminAppointment(what.branch.Slug, zone.Date(a.StartsAt).String(), a.ID),
	}
	if contact := booking.ContactOf(a); contact != nil {
		said.Customer = contact.Name
	}
	if what.MovedFromStart != nil {
		said.MovedFrom = what.known()
	}
	if what.Kind == mail.KindSTAFF_CHANGE_REQUESTED && what.request != nil {
		said.Request = what.request.Kind
	}
	return compose.WriteAppointmentNotification(n, said)
}

func (m *Mail) absenceOf(what *details) compose.NotifiedAbsence {
	request := what.absence
	said := compose.NotifiedAbsence{
		Kind: request.Kind, State: request.State, Staff: request.Edges.Staff.DisplayName,
		FirstDay: request.FirstDay, LastDay: request.LastDay, Start: request.StartsAt, End: request.EndsAt, Answer: request.Answer,
		URL: m.publicURL + link.AdminOwnDay,
	}
	place := what.place
	if place == nil {
		place = what.branch
	}
	if place == nil {
		return said
	}
	if what.Kind == mail.KindABSENCE_REQUESTED {
		said.URL = m.publicURL + link.AdminNeedsYou(place.Slug)
	}
	if zone, err := civil.LoadZone(place.TimeZone); err == nil {
		said.Zone = zone
	}
	return said
}
