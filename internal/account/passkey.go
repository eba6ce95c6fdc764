package account

import (
	"context"
	"encoding/json"
	"time"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"

	"visavis/ent"
	"visavis/ent/account"
	"visavis/ent/passkey"
	"visavis/ent/passkeychallenge"
	"visavis/ent/recoverycode"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/form"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/store"
)

// Passkeys returns the passkeys of the actor by name.
func (a *Accounts) Passkeys(ctx context.Context) ([]*ent.Passkey, error) {
	return a.store.Client().Passkey.Query().Where(passkey.StaffID(actor.Of(ctx).StaffID)).Order(ent.Asc(passkey.FieldOrderKey, passkey.FieldID)).All(ctx)
}

// PasskeyRequired reports whether the actor's password also requires a passkey.
func (a *Accounts) PasskeyRequired(ctx context.Context) (bool, error) {
	return a.store.Client().Account.Query().Where(account.StaffID(actor.Of(ctx).StaffID), account.PasskeyRequired(true)).Exist(ctx)
}

// PasskeyCreateBegin returns the options with which the actor's browser creates a passkey.
func (a *Accounts) PasskeyCreateBegin(ctx context.Context) (options string, err error) {
	who := actor.Of(ctx)
	holder, err := a.passkeyHolderOf(ctx, who.StaffID)
	if err != nil {
		return "", err
	}
	if holder == nil {
		return "", problem.New(problem.NotFound, "passkey")
	}
	creation, data, err := a.relyingParty.BeginRegistration(holder,
		webauthn.WithExclusions(webauthn.Credentials(holder.WebAuthnCredentials()).CredentialDescriptors()),
		webauthn.WithAuthenticatorSelection(protocol.AuthenticatorSelection{
			ResidentKey: protocol.ResidentKeyRequirementRequired, RequireResidentKey: protocol.ResidentKeyRequired(),
			UserVerification: protocol.VerificationRequired,
		}))
	if err != nil {
		return "", err
	}
	return a.ask(ctx, passkeychallenge.PurposeCREATE, &who.StaffID, data, creation.Response)
}

// PasskeyCreateInput is a new passkey.
type PasskeyCreateInput struct {
	Credential string // JSON, as browsers write it
	Name       string
}

// PasskeyCreate stores a passkey of the actor. With the first one it returns recovery codes.
func (a *Accounts) PasskeyCreate(ctx context.Context, input PasskeyCreateInput) (row *ent.Passkey, codes []string, err error) {
	var f form.Form
	name := f.Name("name", &input.Name)
	if err := f.Err(); err != nil {
		return nil, nil, err
	}
	who := actor.Of(ctx)
	credential, err := a.created(ctx, who.StaffID, input.Credential)
	if err != nil {
		return nil, nil, err
	}
	text, err := json.Marshal(credential.credential)
	if err != nil {
		return nil, nil, err
	}
	err = a.edit(ctx, func(ctx context.Context, e *edit) error {
		if locked, err := e.LockAccount(ctx, who.StaffID); err != nil || locked == nil {
			return errorOr(err, problem.New(problem.PasskeyInvalid, "credential"))
		}
		others, err := e.Passkey.Query().Where(passkey.StaffID(who.StaffID)).Count(ctx)
		if err != nil {
			return err
		}
		row, err = e.Passkey.Create().SetStaffID(who.StaffID).SetCredentialID(credential.id).SetCredential(text).SetName(*name).
			SetCreatedAt(e.Now).Save(ctx)
		if store.Fault(err) == store.ErrDuplicate {
			return problem.New(problem.PasskeyInvalid, "credential")
		}
		if err != nil {
			return err
		}
		if others == 0 {
			if codes, err = e.renewCodes(ctx, who.StaffID); err != nil {
				return err
			}
		}
		if err := Notify(ctx, e.Tx, e.Now, staff.ID(who.StaffID), PasskeyChanged); err != nil {
			return err
		}
		return e.Record(ctx, "passkeyCreate", row.ID, nil, row)
	})
	return row, codes, err
}

// A createdCredential is what a browser has created.
type createdCredential struct {
	id         string
	credential *webauthn.Credential
}

func (a *Accounts) created(ctx context.Context, staffID, text string) (*createdCredential, error) {
	invalid := problem.New(problem.PasskeyInvalid, "credential")
	parsed, err := protocol.ParseCredentialCreationResponseBytes([]byte(text))
	if err != nil {
		return nil, invalid
	}
	challenge, err := a.take(ctx, parsed.Response.CollectedClientData.Challenge, passkeychallenge.PurposeCREATE)
	if err != nil {
		return nil, err
	}
	if challenge == nil || *challenge.StaffID != staffID {
		return nil, invalid
	}
	var data webauthn.SessionData
	if err := json.Unmarshal(challenge.Session, &data); err != nil {
		return nil, err
	}
	data.Expires = time.Time{} // take has asked our own clock
	holder, err := a.passkeyHolderOf(ctx, staffID)
	if err != nil {
		return nil, err
	}
	if holder == nil {
		return nil, invalid
	}
	credential, err := a.relyingParty.CreateCredential(holder, data, parsed)
	if err != nil {
		return nil, invalid
	}
	return &createdCredential{parsed.ID, credential}, nil
}

// errorOr returns the error, or the problem if it is nil.
func errorOr(err error, otherwise *problem.Problem) error {
	if err != nil {
		return err
	}
	return otherwise
}

// PasskeyUpdateInput is the new name of a passkey.
type PasskeyUpdateInput struct{ ID, Name string }

// PasskeyUpdate renames a passkey of the actor.
func (a *Accounts) PasskeyUpdate(ctx context.Context, input PasskeyUpdateInput) (row *ent.Passkey, err error) {
	var f form.Form
	name := f.Name("name", &input.Name)
	if err := f.Err(); err != nil {
		return nil, err
	}
	err = a.edit(ctx, func(ctx context.Context, e *edit) error {
		before, err := e.ownPasskey(ctx, input.ID)
		if err != nil {
			return err
		}
		if row, err = before.Update().SetName(*name).Save(ctx); err != nil {
			return err
		}
		return e.Record(ctx, "passkeyUpdate", row.ID, before, row)
	})
	return row, err
}

// PasskeyRemoveInput names the passkey to remove.
type PasskeyRemoveInput struct{ ID string }

// PasskeyRemove removes a passkey of the actor. Without the last one the password suffices again, and the recovery codes
// end.
func (a *Accounts) PasskeyRemove(ctx context.Context, input PasskeyRemoveInput) error {
	return a.edit(ctx, func(ctx context.Context, e *edit) error {
		row, err := e.ownPasskey(ctx, input.ID)
		if err != nil {
			return err
		}
		holder, err := e.LockAccount(ctx, row.StaffID)
		if err != nil {
			return err
		}
		others, err := e.Passkey.Query().Where(passkey.StaffID(row.StaffID), passkey.IDNEQ(row.ID)).Count(ctx)
		if err != nil {
			return err
		}
		if others == 0 {
			if err := e.beWithoutPasskeys(ctx, holder); err != nil {
				return err
			}
		}
		if err := e.Passkey.DeleteOne(row).Exec(ctx); err != nil {
			return err
		}
		if err := Notify(ctx, e.Tx, e.Now, staff.ID(row.StaffID), PasskeyChanged); err != nil {
			return err
		}
		return e.Record(ctx, "passkeyRemove", row.ID, row, nil)
	})
}

// beWithoutPasskeys prepares an account for the removal of its last passkey.
func (e *edit) beWithoutPasskeys(ctx context.Context, holder *ent.Account) error {
	if holder == nil {
		return nil
	}
	if holder.PasswordHash == "" {
		if err := e.keepAnOwner(ctx, holder.StaffID, "id"); err != nil {
			return err
		}
	}
	if _, err := e.RecoveryCode.Delete().Where(recoverycode.StaffID(holder.StaffID)).Exec(ctx); err != nil {
		return err
	}
	return holder.Update().SetPasskeyRequired(false).Exec(ctx)
}

func (e *edit) ownPasskey(ctx context.Context, passkeyID string) (*ent.Passkey, error) {
	if err := id.Passkey.Check(passkeyID, "id"); err != nil {
		return nil, err
	}
	row, err := e.Passkey.Query().Where(passkey.ID(passkeyID), passkey.StaffID(actor.Of(ctx).StaffID)).Only(ctx)
	return store.Found(row, err, "id")
}

// PasskeyRequirementSetInput tells whether the password also requires a passkey.
type PasskeyRequirementSetInput struct{ Required bool }

// PasskeyRequirementSet sets whether the actor's password also requires a passkey.
func (a *Accounts) PasskeyRequirementSet(ctx context.Context, input PasskeyRequirementSetInput) error {
	return a.edit(ctx, func(ctx context.Context, e *edit) error {
		before, err := e.withPasskeys(ctx, "required")
		if err != nil || before.PasskeyRequired == input.Required {
			return err
		}
		if err := before.Update().SetPasskeyRequired(input.Required).Exec(ctx); err != nil {
			return err
		}
		if err := e.notify(ctx, before.StaffID, []string{before.Email}, PasskeyChanged); err != nil {
			return err
		}
		return e.Record(ctx, "passkeyRequirementSet", before.StaffID, PasskeyRequirementSetInput{before.PasskeyRequired}, input)
	})
}

// withPasskeys locks and returns the actor's account, which must have a passkey.
func (e *edit) withPasskeys(ctx context.Context, field string) (*ent.Account, error) {
	staffID := actor.Of(ctx).StaffID
	row, err := e.LockAccount(ctx, staffID)
	if err != nil {
		return nil, err
	}
	exist, err := e.Passkey.Query().Where(passkey.StaffID(staffID)).Exist(ctx)
	if err == nil && (row == nil || !exist) {
		err = problem.New(problem.Required, field)
	}
	return row, err
}
