package account

import (
	"cmp"
	"context"

	"visavis/ent"
	"visavis/ent/account"
	"visavis/ent/session"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/form"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/reach"
)

// StaffAccessSetInput changes how a profile signs in. Nil keeps a value; an empty password or PIN removes it.
type StaffAccessSetInput struct {
	StaffID         string
	Email           *string // initially that of the profile
	Password        *string
	PIN             *string
	CurrentPassword *string // required for one's own account
}

// StaffAccessSet sets how a profile signs in, and ends its sessions.
func (a *Accounts) StaffAccessSet(ctx context.Context, input StaffAccessSetInput) (*ent.Staff, error) {
	if err := id.Staff.Check(input.StaffID, "staffId"); err != nil {
		return nil, err
	}
	var f form.Form
	wanted := credentials{email: readEmail(&f, "email", input.Email), password: input.Password, pin: input.PIN}
	hashed, err := a.read(ctx, &f, input.StaffID, wanted)
	if err != nil {
		return nil, err
	}
	who := actor.Of(ctx)
	var own *ent.Account // to be checked against its password
	if input.StaffID == who.StaffID {
		if own, err = a.checkOwnPassword(ctx, *cmp.Or(input.CurrentPassword, new(string))); err != nil {
			return nil, err
		}
	}
	var profile *ent.Staff
	err = a.edit(ctx, func(ctx context.Context, e *edit) error {
		if profile, err = e.subordinate(ctx, input.StaffID); err != nil {
			return err
		}
		if own != nil {
			if err := e.isUnchanged(ctx, own); err != nil {
				return err
			}
		}
		return e.setAccess(ctx, "staffAccessSet", profile, hashed, who.SessionID)
	})
	return profile, err
}

// subordinate returns a profile that the actor reaches, whose person does not outrank them in any branch and that is not
// archived, and locks its account until the end of the transaction.
func (e *edit) subordinate(ctx context.Context, staffID string) (*ent.Staff, error) {
	profiles, err := e.LockPeople(ctx, func() ([]*ent.Staff, error) {
		return e.Staff.Query().Where(staff.ID(staffID)).Where(reach.Profiles(actor.Of(ctx))...).All(ctx)
	})
	if err != nil {
		return nil, err
	}
	if len(profiles) == 0 {
		return nil, problem.New(problem.NotFound, "staffId")
	}
	row := profiles[0]
	mayActAs, err := reach.MayActAs(ctx, e.Client, row.PersonID)
	switch {
	case err != nil:
		return nil, err
	case !mayActAs:
		return nil, problem.New(problem.RoleTooHigh, "staffId")
	case row.ArchivedAt != nil:
		return nil, problem.New(problem.Archived, "staffId")
	}
	return row, nil
}

// keepAnOwner returns a problem if nobody else could sign in as an owner: the salon would be locked out for good.
func (e *edit) keepAnOwner(ctx context.Context, staffID, field string) error {
	// Read after locking, because an owner may be removed while this waits.
	if _, err := e.LockOwners(ctx); err != nil {
		return err
	}
	last, err := e.IsLastOwner(ctx, staffID)
	if err == nil && last {
		return problem.New(problem.LastOwner, field)
	}
	return err
}

// AccountsOf returns accounts by profile ID, in one batch.
func (a *Accounts) AccountsOf(ctx context.Context, staffIDs []string) (map[string]*ent.Account, error) {
	rows, err := a.store.Client().Account.Query().Where(account.StaffIDIn(staffIDs...)).All(ctx)
	byStaff := make(map[string]*ent.Account, len(rows))
	for _, row := range rows {
		byStaff[row.StaffID] = row
	}
	return byStaff, err
}

// SessionsOf returns the number of live sessions by profile ID, in one batch.
func (a *Accounts) SessionsOf(ctx context.Context, staffIDs []string) (map[string]int, error) {
	rows, err := a.store.Client().Session.Query().
		Where(session.StaffIDIn(staffIDs...), session.ExpiresAtGT(a.clock())).All(ctx)
	counts := map[string]int{}
	for _, row := range rows {
		counts[row.StaffID]++
	}
	return counts, err
}
