package account

import (
	"context"

	"visavis/ent"
	"visavis/ent/passkeychallenge"
	"visavis/ent/session"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/problem"
)

// SessionConfirmInput holds the password of the actor or the answer of their passkey.
type SessionConfirmInput struct {
	Password   *string
	Credential *string
}

// SessionConfirmBegin returns the options with which the actor's browser asks for one of their passkeys, "" if they have
// none.
func (a *Accounts) SessionConfirmBegin(ctx context.Context) (options string, err error) {
	who := actor.Of(ctx)
	return a.askPasskey(ctx, passkeychallenge.PurposeCONFIRM, &who.StaffID)
}

// SessionConfirm makes the actor's session fresh and returns until when. Sessions by PIN and API tokens cannot be confirmed.
func (a *Accounts) SessionConfirm(ctx context.Context, input SessionConfirmInput) (freshUntil civil.Instant, err error) {
	who := actor.Of(ctx)
	if who.SessionID == "" || who.ByPIN {
		return 0, problem.New(problem.NotConfirmable, "password")
	}
	if (input.Password == nil) == (input.Credential == nil) {
		return 0, problem.New(problem.ExactlyOne, "password")
	}
	row, err := a.ownAccount(ctx)
	if err != nil {
		return 0, err
	}
	right, field := false, "password"
	if input.Password != nil {
		right, err = a.hash.matches(ctx, true, *input.Password, row.PasswordHash)
	} else {
		var answered *assertion
		answered, err = a.check(ctx, *input.Credential, passkeychallenge.PurposeCONFIRM)
		right, field = answered != nil && answered.holder.StaffID == who.StaffID, "credential"
	}
	if err != nil {
		return 0, err
	}
	if !right {
		return 0, a.fail(ctx, "sessionConfirm", failed, who.StaffID, nil, problem.New(problem.PasswordWrong, field))
	}
	err = a.edit(ctx, func(ctx context.Context, e *edit) error {
		freshUntil, err = e.confirm(ctx, row)
		return err
	})
	return freshUntil, err
}

// confirm makes the actor's session fresh unless the password has changed or the session has ended since it was checked.
func (e *edit) confirm(ctx context.Context, checked *ent.Account) (freshUntil civil.Instant, err error) {
	now, err := e.LockAccount(ctx, checked.StaffID)
	if err != nil {
		return 0, err
	}
	if now == nil || now.PasswordHash != checked.PasswordHash {
		return 0, problem.New(problem.PasswordWrong, "password")
	}
	confirmed, err := e.Session.Update().Where(session.ID(actor.Of(ctx).SessionID)).SetConfirmedAt(e.Now).Save(ctx)
	if err != nil {
		return 0, err
	}
	if confirmed == 0 {
		return 0, problem.New(problem.PasswordWrong, "password")
	}
	return e.Now.Add(freshness), e.Record(ctx, "sessionConfirm", checked.StaffID, nil, struct{}{})
}
