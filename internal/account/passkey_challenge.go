package account

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"

	"visavis/ent"
	"visavis/ent/account"
	"visavis/ent/passkey"
	"visavis/ent/passkeychallenge"
	"visavis/internal/secret"
	"visavis/internal/store"
)

// passkeyHolder is an account with its passkeys, as the library asks for it.
type passkeyHolder struct {
	*ent.Account
	passkeys []*ent.Passkey
}

func (h *passkeyHolder) WebAuthnID() []byte          { return []byte(h.ID) }
func (h *passkeyHolder) WebAuthnName() string        { return h.Email }
func (h *passkeyHolder) WebAuthnDisplayName() string { return h.Edges.Staff.DisplayName }

func (h *passkeyHolder) WebAuthnCredentials() []webauthn.Credential {
	list := make([]webauthn.Credential, 0, len(h.passkeys))
	for _, row := range h.passkeys {
		var credential webauthn.Credential
		if json.Unmarshal(row.Credential, &credential) == nil {
			list = append(list, credential)
		}
	}
	return list
}

// passkeyHolderOf returns the account of a profile with its passkeys, nil if it has no account.
func (a *Accounts) passkeyHolderOf(ctx context.Context, staffID string) (*passkeyHolder, error) {
	client := a.store.Client()
	row, err := store.OrNil(client.Account.Query().Where(account.StaffID(staffID)).WithStaff().Only(ctx))
	if err != nil || row == nil {
		return nil, err
	}
	passkeys, err := client.Passkey.Query().Where(passkey.StaffID(staffID)).Order(ent.Asc(passkey.FieldOrderKey, passkey.FieldID)).All(ctx)
	return &passkeyHolder{row, passkeys}, err
}

// ask stores a challenge and returns the options for the browser. Challenges are in the database, because another
// replica may get the answer.
func (a *Accounts) ask(ctx context.Context, purpose passkeychallenge.Purpose, staffID *string, data *webauthn.SessionData, options any) (string, error) {
	text, err := json.Marshal(options)
	if err != nil {
		return "", err
	}
	kept, err := json.Marshal(data)
	if err != nil {
		return "", err
	}
	return string(text), a.edit(ctx, func(ctx context.Context, e *edit) error {
		if _, err := e.PasskeyChallenge.Delete().Where(passkeychallenge.ExpiresAtLTE(e.Now)).Exec(ctx); err != nil {
			return err
		}
		return e.PasskeyChallenge.Create().SetChallengeHash(secret.Hash(data.Challenge)).SetPurpose(purpose).SetNillableStaffID(staffID).
			SetSession(kept).SetExpiresAt(e.Now.Add(challengeValidity)).Exec(ctx)
	})
}

// askPasskey asks for a passkey of a profile, or of anyone if staffID is nil. Anyone's must verify its user, since it takes
// the place of a password.
func (a *Accounts) askPasskey(ctx context.Context, purpose passkeychallenge.Purpose, staffID *string) (options string, err error) {
	var assertion *protocol.CredentialAssertion
	var data *webauthn.SessionData
	if staffID == nil {
		assertion, data, err = a.relyingParty.BeginDiscoverableLogin(webauthn.WithUserVerification(protocol.VerificationRequired))
	} else {
		var holder *passkeyHolder
		if holder, err = a.passkeyHolderOf(ctx, *staffID); err != nil || holder == nil || len(holder.passkeys) == 0 {
			return "", err
		}
		assertion, data, err = a.relyingParty.BeginLogin(holder)
	}
	if err != nil {
		return "", err
	}
	return a.ask(ctx, purpose, staffID, data, assertion.Response)
}

// take deletes and returns a challenge, so that it is answered once; nil if it is unknown, used or expired.
func (a *Accounts) take(ctx context.Context, challenge string, purposes ...passkeychallenge.Purpose) (row *ent.PasskeyChallenge, err error) {
	err = a.edit(ctx, func(ctx context.Context, e *edit) error {
		row, err = store.OrNil(e.PasskeyChallenge.Query().Where(passkeychallenge.ChallengeHash(secret.Hash(challenge)),
			passkeychallenge.ExpiresAtGT(e.Now), passkeychallenge.PurposeIn(purposes...)).Only(ctx))
		if err != nil || row == nil {
			return err
		}
		deleted, err := e.PasskeyChallenge.Delete().Where(passkeychallenge.ID(row.ID)).Exec(ctx)
		if deleted == 0 { // another request has used it
			row = nil
		}
		return err
	})
	return row, err
}

// An assertion is a checked answer of a passkey.
type assertion struct {
	holder     *passkeyHolder
	passkey    *ent.Passkey
	credential []byte // with the present sign count
}

// check returns the assertion of a credential; nil if it does not answer a valid challenge of this server.
func (a *Accounts) check(ctx context.Context, credential string, purposes ...passkeychallenge.Purpose) (*assertion, error) {
	parsed, err := protocol.ParseCredentialRequestResponseBytes([]byte(credential))
	if err != nil {
		return nil, nil
	}
	challenge, err := a.take(ctx, parsed.Response.CollectedClientData.Challenge, purposes...)
	if err != nil || challenge == nil {
		return nil, err
	}
	var data webauthn.SessionData
	if err := json.Unmarshal(challenge.Session, &data); err != nil {
		return nil, err
	}
	data.Expires = time.Time{} // take has asked our own clock
	row, err := store.OrNil(a.store.Client().Passkey.Query().Where(passkey.CredentialID(parsed.ID)).Only(ctx))
	if err != nil || row == nil || challenge.StaffID != nil && *challenge.StaffID != row.StaffID {
		return nil, err
	}
	holder, err := a.passkeyHolderOf(ctx, row.StaffID)
	if err != nil || holder == nil {
		return nil, err
	}
	valid, err := a.validate(holder, data, parsed)
	if err != nil || valid.Authenticator.CloneWarning {
		return nil, nil
	}
	present, err := json.Marshal(valid)
	return &assertion{holder, row, present}, err
}

func (a *Accounts) validate(holder *passkeyHolder, data webauthn.SessionData, parsed *protocol.ParsedCredentialAssertionData) (*webauthn.Credential, error) {
	if len(data.UserID) > 0 {
		return a.relyingParty.ValidateLogin(holder, data, parsed)
	}
	return a.relyingParty.ValidateDiscoverableLogin(func(_, userHandle []byte) (webauthn.User, error) {
		if !slices.Equal(userHandle, holder.WebAuthnID()) {
			return nil, protocol.ErrBadRequest
		}
		return holder, nil
	}, data, parsed)
}

// noteUse records the use of a passkey. It reports whether the passkey still exists.
func (e *edit) noteUse(ctx context.Context, used *assertion) (bool, error) {
	count, err := e.Passkey.Update().Where(passkey.ID(used.passkey.ID)).SetCredential(used.credential).SetLastUsedAt(e.Now).Save(ctx)
	return count > 0, err
}
