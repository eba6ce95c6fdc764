package account

import (
	"context"
	"time"

	"visavis/ent"
	"visavis/ent/account"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/store"
)

// SignInByPINInput holds a profile and its PIN.
type SignInByPINInput struct {
	StaffID string
	PIN     string
}

// SignInByPIN begins a session on the enrolled device with the secret. Only staff who are active in the device's
// branch have a PIN there.
func (a *Accounts) SignInByPIN(ctx context.Context, input SignInByPINInput, deviceSecret string) (*SignedIn, error) {
	till, err := a.TillOf(ctx, deviceSecret)
	if err != nil {
		return nil, err
	}
	if till == nil {
		return nil, problem.New(problem.DeviceUnknown, "pin")
	}
	known, err := a.pinAt(ctx, till, input.StaffID)
	if err != nil {
		return nil, err
	}
	hash := ""
	if known != nil {
		hash = known.PinHash
		if err := a.countAttempt(ctx, known.StaffID); err != nil {
			if p := problem.Of(err); len(p) > 0 {
				err = a.fail(ctx, "signInByPin", locked, known.StaffID, &till.Device.ID, p[0])
			}
			return nil, err
		}
	}
	pin := readPIN(input.PIN)
	right, err := a.hash.matches(ctx, true, pin, hash)
	if err != nil {
		return nil, err
	}
	if !right {
		return nil, a.fail(ctx, "signInByPin", failed, subjectOf(known), &till.Device.ID, problem.New(problem.SignInFailed, "pin"))
	}
	// The hash does not tell whether the PIN is strong enough for roles above MEMBER.
	isWeak := checkPIN(pin, actor.Owner, "pin") != nil
	var begun *SignedIn
	err = a.edit(ctx, func(ctx context.Context, e *edit) error {
		begun, err = e.signIn(ctx, "signInByPin", "pin", known, method{&till.Device.ID, isWeak}, func(row *ent.Account) bool { return row.PinHash == hash })
		if ent.IsConstraintError(err) { // the till was removed in the meantime
			return problem.New(problem.DeviceUnknown, "pin")
		}
		if err != nil {
			return err
		}
		return e.Account.UpdateOneID(known.ID).SetPinFailures(0).ClearPinLockedUntil().Exec(ctx)
	})
	a.metrics.SignIn("signInByPin", outcomeOf(err))
	return begun, err
}

// pinAt returns the account of a profile that has a PIN at a till, nil if it has none.
func (a *Accounts) pinAt(ctx context.Context, till *Till, staffID string) (*ent.Account, error) {
	if !id.Staff.Names(staffID) {
		return nil, nil
	}
	return store.OrNil(a.store.Client().Account.Query().
		Where(account.StaffID(staffID), account.HasStaffWith(activeIn(till.Device.BranchID)...), account.PinHashNEQ("")).Only(ctx))
}

// freeTries is how many wrong PINs in a row are free. Then the delay before the next attempt is one minute, doubling
// to one hour.
const freeTries = 5

func delayAfter(failures int) time.Duration {
	const first, most = time.Minute, time.Hour
	delay := first
	for range failures - freeTries {
		delay = min(2*delay, most)
	}
	return delay
}

// countAttempt counts an attempt as failed before the PIN is checked, so that concurrent attempts gain nothing.
func (a *Accounts) countAttempt(ctx context.Context, staffID string) error {
	return a.edit(ctx, func(ctx context.Context, e *edit) error {
		row, err := e.LockAccount(ctx, staffID)
		if err != nil || row == nil {
			return err
		}
		if row.PinLockedUntil != nil && e.Now < *row.PinLockedUntil {
			return problem.New(problem.TooManyTries, "pin", minutesUntil(*row.PinLockedUntil, e.Now))
		}
		update := row.Update().AddPinFailures(1)
		if failures := row.PinFailures + 1; failures >= freeTries {
			update.SetPinLockedUntil(e.Now.Add(delayAfter(failures)))
		}
		return update.Exec(ctx)
	})
}

// minutesUntil returns the minutes from now to end, rounded up.
func minutesUntil(end, now civil.Instant) int {
	return int((end.Sub(now) + time.Minute - time.Second) / time.Minute)
}
