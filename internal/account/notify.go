package account

import (
	"context"
	"slices"

	"visavis/ent"
	"visavis/ent/account"
	"visavis/ent/mail"
	"visavis/ent/predicate"
	"visavis/internal/audit"
	"visavis/internal/civil"
	"visavis/internal/store"
)

// An AccessChange is something about an access whose holder is notified when it changes.
type AccessChange string

// The changes.
const (
	EmailChanged        AccessChange = "EMAIL"
	PasswordChanged     AccessChange = "PASSWORD"
	PINChanged          AccessChange = "PIN"
	RoleChanged         AccessChange = "ROLE"
	APITokenChanged     AccessChange = "API_TOKEN"
	CalendarFeedChanged AccessChange = "CALENDAR_FEED"
	AccessRemoved       AccessChange = "REMOVED"
	PasskeyChanged      AccessChange = "PASSKEY"
)

// Notify queues a mail to the holders of the accounts of profiles about what has changed.
func Notify(ctx context.Context, tx *store.Tx, now civil.Instant, whose predicate.Staff, changes ...AccessChange) error {
	accounts, err := tx.Account.Query().Where(account.HasStaffWith(whose)).All(ctx)
	if err != nil {
		return err
	}
	e := &edit{Edit: audit.Edit{Tx: tx, Now: now}, mailQueued: func() {}}
	for _, row := range accounts {
		if err := e.notify(ctx, row.StaffID, []string{row.Email}, changes...); err != nil {
			return err
		}
	}
	return nil
}

// notify queues a mail to each address of a profile about what has changed. The mails keep their addresses, which may be
// among the changes.
func (e *edit) notify(ctx context.Context, staffID string, addresses []string, changes ...AccessChange) error {
	var mails []*ent.MailCreate
	for _, address := range slices.Compact(addresses) {
		if address != "" && len(changes) > 0 {
			mails = append(mails, e.Mail.Create().SetKind(mail.KindACCESS_CHANGED).SetStaffID(staffID).SetDueAt(e.Now).
				SetRecipient(address).SetAccessChanges(textsOf(changes)))
		}
	}
	e.AfterCommit(e.mailQueued)
	return e.Mail.CreateBulk(mails...).Exec(ctx)
}

func textsOf(changes []AccessChange) []string {
	texts := make([]string, len(changes))
	for i, change := range changes {
		texts[i] = string(change)
	}
	return texts
}
