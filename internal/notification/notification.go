// Package notification decides who of the staff is notified of what others do, and queues the mails to them in the transaction of what
// has happened. Nobody is notified of what they do themselves.
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

// QuietTime is how long mails about requests for absences wait: by then it is certain that the request or its answer is not taken back.
const QuietTime = time.Minute

// IsOnByDefault reports whether those who have not chosen are notified: of what they have asked for.
func IsOnByDefault(kind notificationsetting.Kind) bool {
	return kind == notificationsetting.KindABSENCE_ANSWERED
}

// KindOf returns the kind of the settings that a kind of mail to staff follows; empty: it follows none.
func KindOf(kind mail.Kind) notificationsetting.Kind {
	switch kind {
	case mail.KindSTAFF_BOOKED:
		return notificationsetting.KindBOOKED
	case mail.KindSTAFF_MOVED:
		return notificationsetting.KindMOVED
	case mail.KindSTAFF_CANCELLED:
		return notificationsetting.KindCANCELLED
	case mail.KindSTAFF_CHANGE_REQUESTED:
		return notificationsetting.KindCHANGE_REQUESTED
	case mail.KindABSENCE_REQUESTED:
		return notificationsetting.KindABSENCE_REQUESTED
	case mail.KindABSENCE_ANSWERED:
		return notificationsetting.KindABSENCE_ANSWERED
	default:
		return ""
	}
}

// OfAppointment returns the mails about what a customer did to an appointment, to those of its person, and of whoever had it before, who
// want them. Before is nil for a new appointment. It sends one statement: it is part of every booking.
func OfAppointment(ctx context.Context, client *ent.Client, kind mail.Kind, before, after *ent.Appointment, now civil.Instant) (mails []*ent.Mail, err error) {
	formerPersonID := after.PersonID
	if before != nil {
		formerPersonID = before.PersonID
	}
	staffIDs, err := statement.ReadNotified(ctx, client, KindOf(kind), after.PersonID, formerPersonID)
	for _, staffID := range staffIDs {
		queued := mailAbout(after, kind, staffID, now)
		if kind == mail.KindSTAFF_MOVED {
			queued.MovedFromStart, queued.MovedFromStaffID = &before.StartsAt, before.StaffID
		}
		mails = append(mails, queued)
	}
	return mails, err
}

// OfChangeRequest returns the mails about a request of an appointment's customer, to those who may answer it and want to know.
func OfChangeRequest(ctx context.Context, client *ent.Client, a *ent.Appointment, requestID string, now civil.Instant) (mails []*ent.Mail, err error) {
	active := staff.HasMembershipsWith(branchmembership.Active(true), branchmembership.BranchID(a.BranchID))
	mayAnswer := staff.Or(
		staff.PersonID(a.PersonID),
		staff.RoleEQ(staff.RoleOWNER),
		staff.And(staff.RoleIn(staff.RoleRECEPTIONIST, staff.RoleMANAGER), active),
	)
	staffIDs, err := wanting(ctx, client, notificationsetting.KindCHANGE_REQUESTED, mayAnswer)
	for _, staffID := range staffIDs {
		queued := mailAbout(a, mail.KindSTAFF_CHANGE_REQUESTED, staffID, now)
		queued.Occasion = requestID
		mails = append(mails, queued)
	}
	return mails, err
}

func mailAbout(a *ent.Appointment, kind mail.Kind, staffID string, now civil.Instant) *ent.Mail {
	return &ent.Mail{
		ID: id.Mail.NewAt(int64(now)), AppointmentID: &a.ID, AppointmentVersion: a.Version, Kind: kind, NotifiedID: staffID,
		DueAt: now, State: mail.StateWAITING,
	}
}

// wanting returns the IDs of the profiles among some that are notified of a kind by email.
func wanting(ctx context.Context, client *ent.Client, kind notificationsetting.Kind, among predicate.Staff) ([]string, error) {
	chosen := notificationsetting.And(notificationsetting.KindEQ(kind), notificationsetting.ByEmail(true))
	return client.Staff.Query().Where(among, staff.HasNotificationSettingsWith(chosen), getsMail()).Order(staff.ByID()).IDs(ctx)
}

// getsMail selects the profiles that have an address for signing in.
func getsMail() predicate.Staff {
	return staff.And(staff.ArchivedAtIsNil(), staff.HasAccountWith(account.EmailNotNil()))
}
