package account

import (
	"cmp"
	"context"
	"slices"

	"visavis/ent"
	"visavis/ent/account"
	"visavis/ent/passkeychallenge"
	"visavis/ent/predicate"
	"visavis/ent/session"
	"visavis/internal/actor"
	"visavis/internal/form"
	"visavis/internal/problem"
)

// SignInInput holds an address and a password.
type SignInInput struct {
	Email    string
	Password string
}

// SignIn begins a session, or returns PasskeyRequired. Neither the error nor its timing discloses whether the address or the password is wrong.
func (a *Accounts) SignIn(ctx context.Context, input SignInInput) (*SignedIn, error) {
	accounts, err := a.accountsOf(ctx, input.Email)
	if err != nil {
		return nil, err
	}
	browser, err := a.KnownBrowser(ctx, input.Email)
	if err != nil {
		return nil, err
	}
	known, err := a.withPassword(ctx, accounts, input.Password, browser != "")
	if err != nil {
		return nil, err
	}
	if known == nil {
		return nil, a.fail(ctx, "signIn", failed, subjectOf(firstOf(accounts)), nil, problem.New(problem.SignInFailed, "email"))
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
			return row.PasswordHash == known.PasswordHash && !row.PasskeyRequired
		})
		return err
	})
	a.metrics.SignIn("signIn", outcomeOf(err))
	return begun, err
}

// withPassword returns the account with the password, nil if none has it or its profile is archived. Without accounts it takes as
// long as with one.
func (a *Accounts) withPassword(ctx context.Context, accounts []*ent.Account, password string, isKnownBrowser bool) (*ent.Account, error) {
	if len(accounts) == 0 {
		_, err := a.hash.matches(ctx, isKnownBrowser, password, "")
		return nil, err
	}
	for _, row := range accounts {
		hash := row.PasswordHash
		if row.Edges.Staff.ArchivedAt != nil {
			hash = ""
		}
		if right, err := a.hash.matches(ctx, isKnownBrowser, password, hash); right || err != nil {
			return row, err
		}
	}
	return nil, nil
}

// subjectOf returns the profile of an account for the audit trail, "" if there is none.
func subjectOf(known *ent.Account) string {
	if known == nil {
		return ""
	}
	return known.StaffID
}

// firstOf returns the first account, nil if there is none.
func firstOf(accounts []*ent.Account) *ent.Account {
	if len(accounts) == 0 {
		return nil
	}
	return accounts[0]
}

func outcomeOf(err error) string {
	if err != nil {
		return failed
	}
	return succeeded
}

// accountsOf returns the accounts with an address and their profiles, first that with the spelling. There are several only if
// several spellings were in use before addresses had one form.
func (a *Accounts) accountsOf(ctx context.Context, email string) ([]*ent.Account, error) {
	if form.Address(email) == "" || !form.IsText(email) {
		return nil, nil
	}
	spellings := form.Spellings(email)
	rows, err := a.store.Client().Account.Query().Where(account.EmailIn(spellings...)).WithStaff().All(ctx)
	slices.SortFunc(rows, func(a, b *ent.Account) int {
		return slices.Index(spellings, a.Email) - slices.Index(spellings, b.Email)
	})
	return rows, err
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
