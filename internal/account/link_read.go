package account

import (
	"context"

	"visavis/ent"
	"visavis/ent/accesslink"
	"visavis/ent/account"
	"visavis/ent/staff"
	"visavis/internal/store"
)

// Link is what a link opens.
type Link struct {
	Staff *ent.Staff // whose password and PIN it sets; nil: it makes the owner
	Email string     // with which they sign in; empty for the owner
}

// Link tells what the link with the secret opens, and does not use it; nil when it
// does not open, or no more.
func (a *Accounts) Link(ctx context.Context, text string) (link *Link, err error) {
	err = a.store.View(ctx, func(client *ent.Client) error {
		link = nil
		row, err := store.OrNil(client.AccessLink.Query().Where(linkWith(text), accesslink.ExpiresAtGT(a.clock())).
			WithStaff(func(q *ent.StaffQuery) { q.WithAccount() }).Only(ctx))
		if err != nil || row == nil {
			return err
		}
		if row.StaffID != nil {
			link = linkOf(row.Edges.Staff)
			return nil
		}
		owned, err := client.Account.Query().
			Where(account.PasswordHashNEQ(""), account.HasStaffWith(staff.RoleEQ(staff.RoleOWNER), staff.ArchivedAtIsNil())).Exist(ctx)
		if err == nil && !owned {
			link = &Link{}
		}
		return err
	})
	return link, err
}

// linkOf gives the link of a profile; nil when it is archived.
func linkOf(profile *ent.Staff) *Link {
	if profile.ArchivedAt != nil {
		return nil
	}
	link := &Link{Staff: profile, Email: profile.Email}
	if row := profile.Edges.Account; row != nil {
		link.Email = row.Email
	}
	return link
}
