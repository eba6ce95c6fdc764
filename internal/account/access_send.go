package account

import (
	"context"

	"visavis/ent"
	"visavis/ent/accesslink"
	"visavis/ent/mail"
	"visavis/internal/id"
	"visavis/internal/problem"
)

// StaffAccessSendInput names the profile to email a link to.
type StaffAccessSendInput struct {
	StaffID  string
	HandOver bool // return a link instead of sending an email
}

// AccessSent is a profile whose person is sent a link.
type AccessSent struct {
	Staff *ent.Staff
	// LinkSecret is that of a link to hand over, if no mail carries one; else empty. It must be neither stored nor logged.
	LinkSecret string
}

// StaffAccessSend emails a profile's person a link on which they choose password and PIN: "Schicke PIN". By request, and if
// no mail is sent, it returns a link to hand over.
func (a *Accounts) StaffAccessSend(ctx context.Context, input StaffAccessSendInput) (*AccessSent, error) {
	if err := id.Staff.Check(input.StaffID, "staffId"); err != nil {
		return nil, err
	}
	var done *AccessSent
	err := a.edit(ctx, func(ctx context.Context, e *edit) (err error) {
		var profile *ent.Staff
		if profile, err = e.subordinate(ctx, input.StaffID); err != nil {
			return err
		}
		row, err := e.LockAccount(ctx, profile.ID)
		if err != nil {
			return err
		}
		if row == nil {
			if err := e.setAccess(ctx, "staffAccessSend", profile, credentials{}, ""); err != nil {
				return err
			}
			if row, err = e.LockAccount(ctx, profile.ID); err != nil {
				return err
			}
		}
		if row.Email == "" {
			return problem.New(problem.Required, "email")
		}
		done = &AccessSent{Staff: profile}
		sends, err := a.sendsMail(ctx, e.Client)
		if err != nil {
			return err
		}
		if sends && !input.HandOver {
			return e.sendAccess(ctx, "staffAccessSend", profile.ID, false)
		}
		done.LinkSecret, err = e.handOver(ctx, profile.ID)
		return err
	})
	return done, err
}

// handOver creates a link for the actor to hand over, in place of earlier ones and of an unsent mail.
func (e *edit) handOver(ctx context.Context, staffID string) (secret string, err error) {
	if err := e.dropLinks(ctx, staffID); err != nil {
		return "", err
	}
	if secret, err = e.makeLink(ctx, &staffID); err != nil {
		return "", err
	}
	return secret, e.Record(ctx, "staffAccessSend", staffID, nil, handedOver{true})
}

// handedOver is the audit entry of a link that was handed over.
type handedOver struct {
	HandedOver bool `json:"handed_over"`
}

// sendAccess queues the mail with the link and drops an unsent one. Those that strangers cause are limited. The link is
// created when the mail is sent.
func (e *edit) sendAccess(ctx context.Context, action, staffID string, byStranger bool) error {
	if err := e.dropWaitingMails(ctx, staffID); err != nil {
		return err
	}
	row, err := e.Mail.Create().SetKind(mail.KindACCESS).SetStaffID(staffID).SetLimited(byStranger).SetDueAt(e.Now).Save(ctx)
	if err != nil {
		return err
	}
	e.AfterCommit(e.mailQueued)
	return e.Record(ctx, action, staffID, nil, sent{row.ID})
}

// sent is the audit entry of an emailed link.
type sent struct {
	MailID string `json:"mail_id"`
}

// dropLinks deletes the links of a profile and drops its unsent mails: they rely on data that has changed.
func (e *edit) dropLinks(ctx context.Context, staffID string) error {
	if _, err := e.AccessLink.Delete().Where(accesslink.StaffID(staffID)).Exec(ctx); err != nil {
		return err
	}
	return e.dropWaitingMails(ctx, staffID)
}

func (e *edit) dropWaitingMails(ctx context.Context, staffID string) error {
	return e.Mail.Update().Where(mail.StaffID(staffID), mail.KindEQ(mail.KindACCESS), mail.StateEQ(mail.StateWAITING)).SetState(mail.StateDROPPED).Exec(ctx)
}
