package account

import (
	"context"

	"visavis/ent"
	"visavis/ent/passkeychallenge"
	"visavis/internal/problem"
)

// PasskeyRequired is the error of a sign-in whose password is right if the account also requires a passkey.
type PasskeyRequired struct{ Options string }

func (*PasskeyRequired) Error() string { return "the account also requires a passkey" }

// SignInByPasskeyBegin returns the options with which a browser asks for a passkey of this server.
func (a *Accounts) SignInByPasskeyBegin(ctx context.Context) (options string, err error) {
	return a.askPasskey(ctx, passkeychallenge.PurposeSIGN_IN, nil)
}

// SignInByPasskeyInput holds the answer of a passkey.
type SignInByPasskeyInput struct{ Credential string }

// SignInByPasskey begins a session by a passkey alone, or by one after the password.
func (a *Accounts) SignInByPasskey(ctx context.Context, input SignInByPasskeyInput) (*SignedIn, error) {
	const action = "signInByPasskey"
	answered, err := a.check(ctx, input.Credential, passkeychallenge.PurposeSIGN_IN, passkeychallenge.PurposeSECOND_FACTOR)
	if err != nil {
		return nil, err
	}
	wrong := problem.New(problem.SignInFailed, "credential")
	if answered == nil {
		return nil, a.fail(ctx, action, failed, "", nil, wrong)
	}
	var begun *SignedIn
	err = a.edit(ctx, func(ctx context.Context, e *edit) error {
		exists, err := e.noteUse(ctx, answered)
		if err != nil {
			return err
		}
		begun, err = e.signIn(ctx, action, "credential", answered.holder.Account, byPassword, func(*ent.Account) bool { return exists })
		return err
	})
	a.metrics.SignIn(action, outcomeOf(err))
	return begun, err
}
