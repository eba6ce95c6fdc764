package notification

import (
	"context"

	"visavis/ent"
	"visavis/ent/absencerequest"
	"visavis/ent/branchmembership"
	"visavis/ent/mail"
	"visavis/ent/notificationsetting"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/id"
)

// QueueAbsenceRequested queues mails about a new request for an absence, to the managers of the branches who want them, but not to the
// person who asks.
func QueueAbsenceRequested(ctx context.Context, client *ent.Client, request *ent.AbsenceRequest, personID string, branchIDs []string, now civil.Instant) error {
	active := staff.HasMembershipsWith(branchmembership.Active(true), branchmembership.BranchIDIn(branchIDs...))
	mayAnswer := staff.And(
		staff.PersonIDNEQ(personID),
		staff.Or(staff.RoleEQ(staff.RoleOWNER), staff.And(staff.RoleEQ(staff.RoleMANAGER), active)),
	)
	staffIDs, err := wanting(ctx, client, notificationsetting.KindABSENCE_REQUESTED, mayAnswer)
	if err != nil {
		return err
	}
	return queueAbout(ctx, client, mail.KindABSENCE_REQUESTED, request, staffIDs, now)
}

// QueueAbsenceAnswered replaces what waits to be sent about the answer to a request: by a mail to the profile that asked, if there is an
// answer of somebody else, and the profile has not declined such mails.
func QueueAbsenceAnswered(ctx context.Context, client *ent.Client, request *ent.AbsenceRequest, now civil.Instant) error {
	err := client.Mail.Update().Where(
		mail.StaffID(request.StaffID), mail.KindEQ(mail.KindABSENCE_ANSWERED), mail.Occasion(request.ID), mail.StateEQ(mail.StateWAITING),
	).SetState(mail.StateDROPPED).Exec(ctx)
	if err != nil || request.State != absencerequest.StateAPPROVED && request.State != absencerequest.StateDECLINED {
		return err
	}
	declined := notificationsetting.And(notificationsetting.KindEQ(notificationsetting.KindABSENCE_ANSWERED), notificationsetting.ByEmail(false))
	staffIDs, err := client.Staff.Query().Where(staff.ID(request.StaffID), staff.PersonIDNEQ(actor.Of(ctx).PersonID), getsMail(), staff.Not(staff.HasNotificationSettingsWith(declined))).IDs(ctx)
	if err != nil {
		return err
	}
	return queueAbout(ctx, client, mail.KindABSENCE_ANSWERED, request, staffIDs, now)
}

func queueAbout(ctx context.Context, client *ent.Client, kind mail.Kind, request *ent.AbsenceRequest, staffIDs []string, now civil.Instant) error {
	mails := make([]*ent.MailCreate, len(staffIDs))
	for i, staffID := range staffIDs {
		mails[i] = client.Mail.Create().SetID(id.Mail.NewAt(int64(now))).SetKind(kind).SetStaffID(staffID).SetOccasion(request.ID).SetDueAt(now.Add(QuietTime))
	}
	return client.Mail.CreateBulk(mails...).Exec(ctx)
}
