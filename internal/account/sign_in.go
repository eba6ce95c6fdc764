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

// SignInInput holds an address and a password.
type SignInInput struct {
	Email    string
	Password string
}

// SignIn begins a session. Neither the error nor its timing discloses whether the address or the password is wrong.
func (a *Accounts) SignIn(ctx context.Context, input SignInInput) (*SignedIn, error) {
	known, err := a.accountOf(ctx, input.Email)
	if err != nil {
		return nil, err
	}
	hash := ""
	if known != nil && known.Edges.Staff.ArchivedAt == nil {
		hash = known.PasswordHash
	}
	right, err := a.hash.matches(ctx, input.Password, hash)
	if err != nil {
		return nil, err
	}
	if !right {
		return nil, problem.New(problem.SignInFailed, "email")
	}
	var begun *SignedIn
	err = a.edit(ctx, func(ctx context.Context, e *edit) error {
		begun, err = e.signIn(ctx, "signIn", "email", known, nil, func(row *ent.Account) bool { return row.PasswordHash == hash })
		return err
	})
	return begun, err
}

// accountOf returns the account with an address and its profile, nil if there is none.
func (a *Accounts) accountOf(ctx context.Context, email string) (*ent.Account, error) {
	if !form.IsText(email) {
		return nil, nil
	}
	return store.OrNil(a.store.Client().Account.Query().Where(account.Email(form.Address(email))).WithStaff().Only(ctx))
}

// signIn begins a session of an account unless the account has changed since it was checked.
func (e *edit) signIn(ctx context.Context, action, field string, checked *ent.Account, deviceID *string, isStill func(*ent.Account) bool) (*SignedIn, error) {
	row, err := e.LockAccount(ctx, checked.StaffID)
	if err != nil {
		return nil, err
	}
	profile, err := e.Staff.Get(ctx, checked.StaffID)
	if err != nil {
		return nil, err
	}
	if row == nil || !isStill(row) || profile.ArchivedAt != nil {
		return nil, problem.New(problem.SignInFailed, field)
	}
	begun, err := e.begin(ctx, profile, deviceID, actor.Of(ctx))
	if err != nil {
		return nil, err
	}
	ctx = actor.With(ctx, actor.Actor{Role: actor.RoleOf(profile.Role), StaffID: profile.ID, PersonID: profile.PersonID})
	return begun, e.Record(ctx, action, profile.ID, nil, signedIn{DeviceID: deviceID})
}

// signedIn is the audit entry of a sign-in.
type signedIn struct {
	DeviceID *string `json:"device_id,omitempty"`
}

// SignOutInput selects the sessions to end.
type SignOutInput struct {
	Everywhere bool // all sessions of the actor
}

// SignOut ends the actor's session or all of their sessions.
func (a *Accounts) SignOut(ctx context.Context, input SignOutInput) error {
	who := actor.Of(ctx)
	if who.SessionID == "" {
		return nil
	}
	return a.edit(ctx, func(ctx context.Context, e *edit) error {
		of := session.ID(who.SessionID)
		if input.Everywhere {
			of = session.StaffID(who.StaffID)
		}
		if _, err := e.Session.Delete().Where(of).Exec(ctx); err != nil {
			return err
		}
		return e.Record(ctx, "signOut", who.StaffID, nil, signedOut(input))
	})
}

// signedOut is the audit entry of a sign-out.
type signedOut struct {
	Everywhere bool `json:"everywhere"`
}
