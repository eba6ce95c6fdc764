package account

import (
	"context"

	"visavis/ent"
	"visavis/ent/accesslink"
	"visavis/ent/account"
	"visavis/ent/staff"
	"visavis/internal/store"
)

// Link describes the purpose of a link.
type Link struct {
	Staff *ent.Staff // whose password and PIN it sets; nil: it creates the owner
	Email string     // to sign in with; empty for the owner
}

// Link returns the purpose of the link with the secret without using it, nil if the link is unknown, used or expired.
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
			Where(account.Or(account.PasswordHashNEQ(""), account.HasStaffWith(staff.HasPasskeys())), account.HasStaffWith(staff.RoleEQ(staff.RoleOWNER), staff.ArchivedAtIsNil())).Exist(ctx)
		if err == nil && !owned {
			link = &Link{}
		}
		return err
	})
	return link, err
}

// linkOf returns the link of a profile, nil if the profile is archived.
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
