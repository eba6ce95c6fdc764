package account

import (
	"cmp"
	"context"

	"visavis/ent"
	"visavis/ent/account"
	"visavis/ent/passkeychallenge"
	"visavis/ent/predicate"
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

// SignIn begins a session, or returns PasskeyRequired. Neither the error nor its timing discloses whether the address or the password is wrong.
func (a *Accounts) SignIn(ctx context.Context, input SignInInput) (*SignedIn, error) {
	known, err := a.accountOf(ctx, input.Email)
	if err != nil {
		return nil, err
	}
	hash := ""
	if known != nil && known.Edges.Staff.ArchivedAt == nil {
		hash = known.PasswordHash
	}
	browser, err := a.KnownBrowser(ctx, input.Email)
	if err != nil {
		return nil, err
	}
	right, err := a.hash.matches(ctx, browser != "", input.Password, hash)
	if err != nil {
		return nil, err
	}
	if !right {
		return nil, a.fail(ctx, "signIn", failed, subjectOf(known), nil, problem.New(problem.SignInFailed, "email"))
	}
	if known.PasskeyRequired {
		options, err := a.askPasskey(ctx, passkeychallenge.PurposeSECOND_FACTOR, &known.StaffID)
		if err != nil {
			return nil, err
		}
		return nil, &PasskeyRequired{options}
	}
	var begun *SignedIn
	err = a.edit(ctx, func(ctx context.Context, e *edit) error {
		begun, err = e.signIn(ctx, "signIn", "email", known, byPassword, func(row *ent.Account) bool {
			return row.PasswordHash == hash && !row.PasskeyRequired
		})
		return err
	})
	a.metrics.SignIn("signIn", outcomeOf(err))
	return begun, err
}

// subjectOf returns the profile of an account for the audit trail, "" if there is none.
func subjectOf(known *ent.Account) string {
	if known == nil {
		return ""
	}
	return known.StaffID
}

func outcomeOf(err error) string {
	if err != nil {
		return failed
	}
	return succeeded
}

// accountOf returns the account with an address and its profile, nil if there is none.
func (a *Accounts) accountOf(ctx context.Context, email string) (*ent.Account, error) {
	address := form.Address(email)
	if address == "" || !form.IsText(email) {
		return nil, nil
	}
	return store.OrNil(a.store.Client().Account.Query().Where(account.Email(address)).WithStaff().Only(ctx))
}

// signIn begins a session of an account unless the account has changed since it was checked.
func (e *edit) signIn(ctx context.Context, action, field string, checked *ent.Account, by method, isStill func(*ent.Account) bool) (*SignedIn, error) {
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
	begun, err := e.begin(ctx, profile, by, actor.Of(ctx))
	if err != nil {
		return nil, err
	}
	ctx = actor.With(ctx, actor.Actor{Role: begun.Role, StaffID: profile.ID, PersonID: profile.PersonID})
	return begun, e.Record(ctx, action, profile.ID, nil, signedIn{DeviceID: by.deviceID})
}

// signedIn is the audit entry of a sign-in.
type signedIn struct {
	DeviceID *string `json:"device_id,omitempty"`
}

// SignOutScope selects sessions of the actor.
type SignOutScope string

// The scopes.
const (
	CurrentSession SignOutScope = "CURRENT"
	OtherSessions  SignOutScope = "OTHERS"
	AllSessions    SignOutScope = "ALL"
)

// SignOutInput selects the sessions to end; the zero value is the current one.
type SignOutInput struct{ Sessions SignOutScope }

// SignOut ends sessions of the actor.
func (a *Accounts) SignOut(ctx context.Context, input SignOutInput) error {
	who := actor.Of(ctx)
	if who.SessionID == "" {
		return nil
	}
	return a.edit(ctx, func(ctx context.Context, e *edit) error {
		scope := cmp.Or(input.Sessions, CurrentSession)
		of := map[SignOutScope]predicate.Session{
			CurrentSession: session.ID(who.SessionID),
			OtherSessions:  session.And(session.StaffID(who.StaffID), session.IDNEQ(who.SessionID)),
			AllSessions:    session.StaffID(who.StaffID),
		}[scope]
		if _, err := e.Session.Delete().Where(of).Exec(ctx); err != nil {
			return err
		}
		return e.Record(ctx, "signOut", who.StaffID, nil, signedOut{scope})
	})
}

// signedOut is the audit entry of a sign-out.
type signedOut struct {
	Sessions SignOutScope `json:"sessions"`
}
