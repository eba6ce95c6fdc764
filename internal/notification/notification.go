// Package notification decides who of the staff is notified of what others do, and how: it makes the mails and pushes that are written in
// the transaction of what has happened. Nobody is notified of what they do themselves.
package notification

import (
	"context"
	"time"

	"visavis/ent"
	"visavis/ent/account"
	"visavis/ent/branchmembership"
	"visavis/ent/mail"
	"visavis/ent/notificationsetting"
	"visavis/ent/predicate"
	"visavis/ent/staff"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/statement"
)

// QuietTime is how long messages about requests for absences wait: by then it is certain that the request or its answer is not taken back.
const QuietTime = time.Minute

// IsEmailedByDefault reports whether those who have not chosen get an email: of what they have asked for.
func IsEmailedByDefault(kind notificationsetting.Kind) bool {
	return kind == notificationsetting.KindABSENCE_ANSWERED
}

// IsPushedByDefault reports whether the devices of those who have not chosen get a push: if somebody waits for them now.
func IsPushedByDefault(kind notificationsetting.Kind) bool {
	return kind == notificationsetting.KindCUSTOMER_WAITS
}

// mailKinds are the kinds of mails about what staff are notified of.
var mailKinds = map[notificationsetting.Kind]mail.Kind{
	notificationsetting.KindBOOKED:            mail.KindSTAFF_BOOKED,
	notificationsetting.KindMOVED:             mail.KindSTAFF_MOVED,
	notificationsetting.KindCANCELLED:         mail.KindSTAFF_CANCELLED,
	notificationsetting.KindCHANGE_REQUESTED:  mail.KindSTAFF_CHANGE_REQUESTED,
	notificationsetting.KindABSENCE_REQUESTED: mail.KindABSENCE_REQUESTED,
	notificationsetting.KindABSENCE_ANSWERED:  mail.KindABSENCE_ANSWERED,
}

// IsByEmail reports whether there are emails of a kind.
func IsByEmail(kind notificationsetting.Kind) bool { return mailKinds[kind] != "" }

// KindOf returns the kind of the settings that a kind of mail to staff follows; empty: it follows none.
func KindOf(mailKind mail.Kind) notificationsetting.Kind {
	for kind, of := range mailKinds {
		if of == mailKind {
			return kind
		}
	}
	return ""
}

// Messages are what the staff get about one event.
type Messages struct {
	Mails  []*ent.Mail
	Pushes []*ent.Push
}

// OfAppointment returns what its person, and whoever had it before, get about what a customer did to an appointment, if they want to. Before
// is nil for a new appointment. It sends one statement: it is part of every booking.
func OfAppointment(ctx context.Context, client *ent.Client, kind notificationsetting.Kind, before, after *ent.Appointment, now civil.Instant) (messages Messages, err error) {
	formerPersonID := after.PersonID
	if before != nil {
		formerPersonID = before.PersonID
	}
	notified, err := statement.ReadNotified(ctx, client, kind, after.PersonID, formerPersonID)
	for _, staffID := range notified.StaffIDs {
		queued := mailAbout(after, kind, staffID, now)
		if kind == notificationsetting.KindMOVED {
			queued.MovedFromStart, queued.MovedFromStaffID = &before.StartsAt, before.StaffID
		}
		messages.Mails = append(messages.Mails, queued)
	}
	messages.Pushes = pushesAbout(after, kind, after.ID, notified.SubscriptionIDs, now)
	return messages, err
}

// OfWaiting returns the pushes to the person of an appointment whose customer has come, if they want them.
func OfWaiting(ctx context.Context, client *ent.Client, a *ent.Appointment, now civil.Instant) ([]*ent.Push, error) {
	const kind = notificationsetting.KindCUSTOMER_WAITS
	devices, err := devicesOf(ctx, client, kind, staff.PersonID(a.PersonID))
	return pushesAbout(a, kind, a.ID, devices, now), err
}

// OfChangeRequest returns what those who may answer the request of an appointment's customer get about it, if they want to.
func OfChangeRequest(ctx context.Context, client *ent.Client, a *ent.Appointment, requestID string, now civil.Instant) (messages Messages, err error) {
	active := staff.HasMembershipsWith(branchmembership.Active(true), branchmembership.BranchID(a.BranchID))
	mayAnswer := staff.Or(
		staff.PersonID(a.PersonID),
		staff.RoleEQ(staff.RoleOWNER),
		staff.And(staff.RoleIn(staff.RoleRECEPTIONIST, staff.RoleMANAGER), active),
	)
	const kind = notificationsetting.KindCHANGE_REQUESTED
	notified, err := wanting(ctx, client, kind, mayAnswer)
	for _, staffID := range notified.StaffIDs {
		queued := mailAbout(a, kind, staffID, now)
		queued.Occasion = requestID
		messages.Mails = append(messages.Mails, queued)
	}
	messages.Pushes = pushesAbout(a, kind, requestID, notified.SubscriptionIDs, now)
	return messages, err
}

func mailAbout(a *ent.Appointment, kind notificationsetting.Kind, staffID string, now civil.Instant) *ent.Mail {
	return &ent.Mail{
		ID: id.Mail.NewAt(int64(now)), AppointmentID: &a.ID, AppointmentVersion: a.Version, Kind: mailKinds[kind], NotifiedID: staffID,
		DueAt: now, State: mail.StateWAITING,
	}
}

// wanting returns those among some profiles that are notified of a kind.
func wanting(ctx context.Context, client *ent.Client, kind notificationsetting.Kind, among predicate.Staff) (found statement.Notified, err error) {
	chosen := notificationsetting.And(notificationsetting.KindEQ(kind), notificationsetting.ByEmail(true))
	found.StaffIDs, err = client.Staff.Query().Where(among, staff.HasNotificationSettingsWith(chosen), getsMail()).Order(staff.ByID()).IDs(ctx)
	if err != nil {
		return found, err
	}
	found.SubscriptionIDs, err = devicesOf(ctx, client, kind, among)
	return found, err
}

// getsMail selects the profiles that have an address for signing in.
func getsMail() predicate.Staff {
	return staff.And(staff.ArchivedAtIsNil(), staff.HasAccountWith(account.EmailNotNil()))
}
