package notification

import (
	"context"

	"visavis/ent"
	"visavis/ent/absencerequest"
	"visavis/ent/branchmembership"
	"visavis/ent/mail"
	"visavis/ent/notificationsetting"
	"visavis/ent/push"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/statement"
)

// QueueAbsenceRequested queues what the managers of the branches get about a new request for an absence, if they want to, but not the
// person who asks.
func QueueAbsenceRequested(ctx context.Context, client *ent.Client, request *ent.AbsenceRequest, personID string, branchIDs []string, now civil.Instant) error {
	active := staff.HasMembershipsWith(branchmembership.Active(true), branchmembership.BranchIDIn(branchIDs...))
	mayAnswer := staff.And(
		staff.PersonIDNEQ(personID),
		staff.Or(staff.RoleEQ(staff.RoleOWNER), staff.And(staff.RoleEQ(staff.RoleMANAGER), active)),
	)
	notified, err := wanting(ctx, client, notificationsetting.KindABSENCE_REQUESTED, mayAnswer)
	if err != nil {
		return err
	}
	return queueAbout(ctx, client, notificationsetting.KindABSENCE_REQUESTED, request, notified, now)
}

// QueueAbsenceAnswered replaces what waits to be sent about the answer to a request: by what the profile that asked gets, if there is an
// answer of somebody else, and the profile has not declined it.
func QueueAbsenceAnswered(ctx context.Context, client *ent.Client, request *ent.AbsenceRequest, now civil.Instant) error {
	err := client.Mail.Update().Where(
		mail.StaffID(request.StaffID), mail.KindEQ(mail.KindABSENCE_ANSWERED), mail.Occasion(request.ID), mail.StateEQ(mail.StateWAITING),
	).SetState(mail.StateDROPPED).Exec(ctx)
	if err != nil {
		return err
	}
	const kind = notificationsetting.KindABSENCE_ANSWERED
	_, err = client.Push.Delete().Where(push.KindEQ(push.Kind(kind)), push.SubjectID(request.ID)).Exec(ctx)
	if err != nil || request.State != absencerequest.StateAPPROVED && request.State != absencerequest.StateDECLINED {
		return err
	}
	asked := staff.And(staff.ID(request.StaffID), staff.PersonIDNEQ(actor.Of(ctx).PersonID))
	declined := notificationsetting.And(notificationsetting.KindEQ(kind), notificationsetting.ByEmail(false))
	var notified statement.Notified
	if notified.StaffIDs, err = client.Staff.Query().Where(asked, getsMail(), staff.Not(staff.HasNotificationSettingsWith(declined))).IDs(ctx); err != nil {
		return err
	}
	if notified.SubscriptionIDs, err = devicesOf(ctx, client, kind, asked); err != nil {
		return err
	}
	return queueAbout(ctx, client, kind, request, notified, now)
}

func queueAbout(ctx context.Context, client *ent.Client, kind notificationsetting.Kind, request *ent.AbsenceRequest, notified statement.Notified, now civil.Instant) error {
	due := now.Add(QuietTime)
	mails := make([]*ent.MailCreate, len(notified.StaffIDs))
	for i, staffID := range notified.StaffIDs {
		mails[i] = client.Mail.Create().SetID(id.Mail.NewAt(int64(now))).SetKind(mailKinds[kind]).SetStaffID(staffID).SetOccasion(request.ID).SetDueAt(due)
	}
	if err := client.Mail.CreateBulk(mails...).Exec(ctx); err != nil {
		return err
	}
	return statement.InsertPushes(ctx, client, pushesTo(kind, request.ID, notified.SubscriptionIDs, due))
}
