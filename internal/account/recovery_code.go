package account

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"strings"
	"unicode"

	"visavis/ent"
	"visavis/ent/passkeychallenge"
	"visavis/ent/recoverycode"
	"visavis/internal/actor"
	"visavis/internal/form"
	"visavis/internal/problem"
	"visavis/internal/secret"
)

// recoveryCodes is how many codes an account has.
const recoveryCodes = 10

// newCode returns a code with 80 random bits in groups of four: abcd-efgh-ijkl-mnop.
func newCode() string {
	text := strings.ToLower(rand.Text()[:16])
	return text[:4] + "-" + text[4:8] + "-" + text[8:12] + "-" + text[12:]
}

// codeHash returns the hash of a code as people type it, or copy it from a document with its own hyphens and spaces.
func codeHash(code string) string {
	return secret.Hash(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Pd, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, form.Visible(code)))
}

// renewCodes replaces the recovery codes of a profile.
func (e *edit) renewCodes(ctx context.Context, staffID string) (codes []string, err error) {
	if _, err := e.RecoveryCode.Delete().Where(recoverycode.StaffID(staffID)).Exec(ctx); err != nil {
		return nil, err
	}
	var rows []*ent.RecoveryCodeCreate
	for range recoveryCodes {
		code := newCode()
		codes = append(codes, code)
		rows = append(rows, e.RecoveryCode.Create().SetStaffID(staffID).SetCodeHash(codeHash(code)))
	}
	return codes, e.RecoveryCode.CreateBulk(rows...).Exec(ctx)
}

// RecoveryCodesRenew replaces the recovery codes of the actor, who must have a passkey.
func (a *Accounts) RecoveryCodesRenew(ctx context.Context) (codes []string, err error) {
	err = a.edit(ctx, func(ctx context.Context, e *edit) error {
		row, err := e.withPasskeys(ctx, "passkey")
		if err != nil {
			return err
		}
		if codes, err = e.renewCodes(ctx, row.StaffID); err != nil {
			return err
		}
		if err := e.notify(ctx, row.StaffID, []string{row.Email}, PasskeyChanged); err != nil {
			return err
		}
		return e.Record(ctx, "recoveryCodesRenew", row.StaffID, nil, struct{}{})
	})
	return codes, err
}

// RecoveryCodesLeft returns the number of unused recovery codes of the actor.
func (a *Accounts) RecoveryCodesLeft(ctx context.Context) (int, error) {
	return a.store.Client().RecoveryCode.Query().Where(recoverycode.StaffID(actor.Of(ctx).StaffID)).Count(ctx)
}

// SignInByRecoveryCodeInput takes the place of an answer to the options that SignIn returned.
type SignInByRecoveryCodeInput struct {
	PasskeyOptions string
	Code           string
}

// SignInByRecoveryCode begins a session after the password was right. Each code works once, and each password for one
// attempt.
func (a *Accounts) SignInByRecoveryCode(ctx context.Context, input SignInByRecoveryCodeInput) (*SignedIn, error) {
	const action = "signInByRecoveryCode"
	wrong := problem.New(problem.SignInFailed, "code")
	var options struct {
		Challenge string `json:"challenge"`
	}
	if json.Unmarshal([]byte(input.PasskeyOptions), &options) != nil {
		return nil, a.fail(ctx, action, failed, "", nil, wrong)
	}
	challenge, err := a.take(ctx, options.Challenge, passkeychallenge.PurposeSECOND_FACTOR)
	if err != nil {
		return nil, err
	}
	if challenge == nil {
		return nil, a.fail(ctx, action, failed, "", nil, wrong)
	}
	holder, err := a.passkeyHolderOf(ctx, *challenge.StaffID)
	if err != nil {
		return nil, err
	}
	if holder == nil {
		return nil, a.fail(ctx, action, failed, "", nil, wrong)
	}
	var begun *SignedIn
	used := 0
	err = a.edit(ctx, func(ctx context.Context, e *edit) error {
		of := recoverycode.And(recoverycode.StaffID(holder.StaffID), recoverycode.CodeHash(codeHash(input.Code)))
		if used, err = e.RecoveryCode.Delete().Where(of).Exec(ctx); err != nil || used == 0 {
			return err
		}
		begun, err = e.signIn(ctx, action, "code", holder.Account, byPassword, func(row *ent.Account) bool {
			return row.PasswordHash == holder.PasswordHash
		})
		return err
	})
	if err == nil && used == 0 {
		return nil, a.fail(ctx, action, failed, holder.StaffID, nil, wrong)
	}
	a.metrics.SignIn(action, outcomeOf(err))
	return begun, err
}
