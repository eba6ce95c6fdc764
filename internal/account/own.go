package account

import (
	"context"

	"visavis/ent/account"
	"visavis/internal/actor"
	"visavis/internal/fields"
	"visavis/internal/problem"
)

// PasswordChangeInput is a new password for oneself.
type PasswordChangeInput struct {
	CurrentPassword string
	NewPassword     string
}

// PasswordChange changes the actor's own password, and signs them out elsewhere.
func (a *Accounts) PasswordChange(ctx context.Context, input PasswordChangeInput) error {
	return a.changeOwn(ctx, "passwordChange", input.CurrentPassword, func(f *fields.Form, email string) credentials {
		f.Add(checkPassword(input.NewPassword, email, "newPassword"))
		return credentials{password: &input.NewPassword}
	})
}

// PINChangeInput is a new PIN for oneself.
type PINChangeInput struct {
	CurrentPassword string
	NewPIN          string
}

// PINChange changes the actor's own PIN, and signs them out elsewhere.
func (a *Accounts) PINChange(ctx context.Context, input PINChangeInput) error {
	return a.changeOwn(ctx, "pinChange", input.CurrentPassword, func(f *fields.Form, _ string) credentials {
		f.Add(checkPIN(input.NewPIN, "newPin"))
		return credentials{pin: &input.NewPIN}
	})
}

// changeOwn sets the credentials of the actor, who knows the present password.
func (a *Accounts) changeOwn(ctx context.Context, action, currentPassword string, read func(*fields.Form, string) credentials) error {
	who := actor.Of(ctx)
	row, err := a.store.Client().Account.Query().Where(account.StaffID(who.StaffID)).WithStaff().Only(ctx)
	if row, err = found(row, err, "currentPassword"); err != nil {
		return err
	}
	var f fields.Form
	wanted := read(&f, row.Email)
	if err := f.Err(); err != nil {
		return err
	}
	right, err := a.hash.matches(ctx, currentPassword, row.PasswordHash)
	if err != nil {
		return err
	}
	if !right {
		return problem.New(problem.PasswordWrong, "currentPassword")
	}
	hashed, err := a.read(ctx, &f, who.StaffID, wanted)
	if err != nil {
		return err
	}
	return a.edit(ctx, func(ctx context.Context, e *edit) error {
		return e.setAccess(ctx, action, row.Edges.Staff, hashed, who.SessionID)
	})
}
