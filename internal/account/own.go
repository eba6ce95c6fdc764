package account

import (
	"context"

	"visavis/ent"
	"visavis/ent/account"
	"visavis/ent/session"
	"visavis/internal/actor"
	"visavis/internal/form"
	"visavis/internal/problem"
	"visavis/internal/store"
)

// PasswordChangeInput holds the actor's new password.
type PasswordChangeInput struct {
	CurrentPassword string
	NewPassword     string
}

// PasswordChange changes the actor's password and ends their other sessions.
func (a *Accounts) PasswordChange(ctx context.Context, input PasswordChangeInput) error {
	return a.changeOwn(ctx, "passwordChange", input.CurrentPassword, func(f *form.Form, own *ent.Account) credentials {
		f.Add(checkPassword(input.NewPassword, own.Email, "newPassword"))
		return credentials{password: &input.NewPassword}
	})
}

// PINChangeInput holds the actor's new PIN.
type PINChangeInput struct {
	CurrentPassword string
	NewPIN          string
}

// PINChange changes the actor's PIN and ends their other sessions.
func (a *Accounts) PINChange(ctx context.Context, input PINChangeInput) error {
	return a.changeOwn(ctx, "pinChange", input.CurrentPassword, func(f *form.Form, own *ent.Account) credentials {
		pin := readPIN(input.NewPIN)
		f.Add(checkPIN(pin, actor.RoleOf(own.Edges.Staff.Role), "newPin"))
		return credentials{pin: &pin}
	})
}

// changeOwn sets the credentials of the actor after checking the current password.
func (a *Accounts) changeOwn(ctx context.Context, action, currentPassword string, read func(*form.Form, *ent.Account) credentials) error {
	who := actor.Of(ctx)
	row, err := a.ownAccount(ctx)
	if err != nil {
		return err
	}
	var f form.Form
	wanted := read(&f, row)
	if err := f.Err(); err != nil {
		return err
	}
	if row, err = a.checkOwnPassword(ctx, currentPassword); err != nil {
		return err
	}
	hashed, err := a.read(ctx, &f, who.StaffID, wanted)
	if err != nil {
		return err
	}
	return a.edit(ctx, func(ctx context.Context, e *edit) error {
		if err := e.isUnchanged(ctx, row); err != nil {
			return err
		}
		return e.setAccess(ctx, action, row.Edges.Staff, hashed, who.SessionID)
	})
}

func (a *Accounts) ownAccount(ctx context.Context) (*ent.Account, error) {
	row, err := a.store.Client().Account.Query().Where(account.StaffID(actor.Of(ctx).StaffID)).WithStaff().Only(ctx)
	return store.Found(row, err, "currentPassword")
}

// checkOwnPassword returns the actor's account if the password is right.
func (a *Accounts) checkOwnPassword(ctx context.Context, currentPassword string) (*ent.Account, error) {
	row, err := a.ownAccount(ctx)
	if err != nil {
		return nil, err
	}
	if row.PasswordHash == "" && actor.Of(ctx).Fresh { // by a passkey
		return row, nil
	}
	right, err := a.hash.matches(ctx, true, currentPassword, row.PasswordHash)
	if err == nil && !right {
		err = problem.New(problem.PasswordWrong, "currentPassword")
	}
	return row, err
}

// isUnchanged returns a problem if the password has changed or the session has ended since the password was checked.
func (e *edit) isUnchanged(ctx context.Context, checked *ent.Account) error {
	now, err := e.LockAccount(ctx, checked.StaffID)
	if err != nil {
		return err
	}
	signedIn, err := e.Session.Query().Where(session.ID(actor.Of(ctx).SessionID)).Exist(ctx)
	if err == nil && (now == nil || now.PasswordHash != checked.PasswordHash || !signedIn) {
		err = problem.New(problem.PasswordWrong, "currentPassword")
	}
	return err
}
