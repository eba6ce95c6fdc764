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
type StaffAccessSendInput struct{ StaffID string }

// StaffAccessSend emails a profile's person a link on which they choose password and PIN: "Schicke PIN".
func (a *Accounts) StaffAccessSend(ctx context.Context, input StaffAccessSendInput) (*ent.Staff, error) {
	if err := id.Staff.Check(input.StaffID, "staffId"); err != nil {
		return nil, err
	}
	var profile *ent.Staff
	err := a.edit(ctx, func(ctx context.Context, e *edit) (err error) {
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
		return e.sendAccess(ctx, "staffAccessSend", profile.ID, false)
	})
	return profile, err
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
