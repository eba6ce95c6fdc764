package account

import (
	"cmp"
	"context"
	"time"

	"visavis/ent"
	"visavis/ent/apitoken"
	"visavis/ent/predicate"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/form"
	"visavis/internal/id"
	"visavis/internal/idempotency"
	"visavis/internal/lookup"
	"visavis/internal/pagination"
	"visavis/internal/problem"
	"visavis/internal/secret"
	"visavis/internal/store"
)

// APITokenCreateInput is a new token for a program.
type APITokenCreateInput struct {
	Name           string
	Role           staff.Role // at most the actor's
	ValidDays      int        // 1 to 366
	IdempotencyKey *string    // the same for every try; nil: none
}

const longestValidity = 366 // days

// tokenPrefix lets people and secret scanners recognize a leaked token.
const tokenPrefix = "visavis_"

// APITokenCreate creates a token with which a program acts for the actor. The text of the token is returned once:
// a retry returns the same token with another text, in place of the one whose answer was lost.
func (a *Accounts) APITokenCreate(ctx context.Context, input APITokenCreateInput) (row *ent.APIToken, text string, err error) {
	var f form.Form
	name := f.Name("name", &input.Name)
	if input.ValidDays < 1 || input.ValidDays > longestValidity {
		f.Add(problem.New(problem.OutOfRange, "validDays", 1, longestValidity))
	}
	who := actor.Of(ctx)
	if actor.RoleOf(input.Role) > who.Role {
		f.Add(problem.New(problem.RoleTooHigh, "role"))
	}
	request, wrong := idempotency.OfActor(ctx, input.IdempotencyKey, input)
	f.Add(wrong)
	if err := f.Err(); err != nil {
		return nil, "", err
	}
	text = tokenPrefix + secret.New()
	err = a.create(ctx, func(ctx context.Context, e *edit) error {
		// Removing the account deletes its tokens: none may be created afterwards.
		if account, err := e.LockAccount(ctx, who.StaffID); err != nil || account == nil {
			return cmp.Or(err, ErrTokenUnknown)
		}
		tokenID, isRetry, err := request.Claim(ctx, e.Tx, e.Now, id.APIToken)
		if err != nil {
			return err
		}
		if isRetry {
			if row, err = idempotency.Created(e.APIToken.Get(ctx, tokenID)); err != nil {
				return err
			}
			if row, err = row.Update().SetSecretHash(secret.Hash(text)).Save(ctx); err != nil {
				return err
			}
			return e.Record(ctx, "apiTokenCreate", row.ID, nil, row)
		}
		row, err = e.APIToken.Create().SetID(tokenID).SetName(*name).SetStaffID(who.StaffID).SetRole(apitoken.Role(input.Role)).
			SetSecretHash(secret.Hash(text)).SetCreatedAt(e.Now).SetExpiresAt(e.Now.Add(time.Duration(input.ValidDays) * 24 * time.Hour)).
			Save(ctx)
		if err != nil {
			return err
		}
		if err := Notify(ctx, e.Tx, e.Now, staff.ID(row.StaffID), APITokenChanged); err != nil {
			return err
		}
		return e.Record(ctx, "apiTokenCreate", row.ID, nil, row)
	})
	return row, text, err
}

// APITokenRevokeInput names the token to revoke.
type APITokenRevokeInput struct{ ID string }

// APITokenRevoke revokes a token. Managers may revoke their own, owners all.
func (a *Accounts) APITokenRevoke(ctx context.Context, input APITokenRevokeInput) error {
	if err := id.APIToken.Check(input.ID, "id"); err != nil {
		return err
	}
	return a.edit(ctx, func(ctx context.Context, e *edit) error {
		row, err := e.APIToken.Query().Where(apitoken.ID(input.ID)).Where(tokensOf(actor.Of(ctx))...).Only(ctx)
		if row, err = store.Found(row, err, "id"); err != nil {
			return err
		}
		if err := e.APIToken.DeleteOne(row).Exec(ctx); err != nil {
			return err
		}
		if err := Notify(ctx, e.Tx, e.Now, staff.ID(row.StaffID), APITokenChanged); err != nil {
			return err
		}
		return e.Record(ctx, "apiTokenRevoke", row.ID, row, nil)
	})
}

// APITokenPage is a page of API tokens.
type APITokenPage = pagination.Connection[ent.APIToken]

// APITokens returns tokens by name: for managers their own, for owners all.
func (a *Accounts) APITokens(ctx context.Context, request pagination.Request) (*APITokenPage, error) {
	list, err := lookup.ReadList(nil, request)
	if err != nil {
		return nil, err
	}
	rows, err := a.store.Client().APIToken.Query().Where(tokensOf(actor.Of(ctx))...).Where(lookup.PageOf[predicate.APIToken](list)).All(ctx)
	if err != nil {
		return nil, err
	}
	return pagination.Of(rows, request, func(row *ent.APIToken) pagination.Token { return pagination.ByKey(row.OrderKey, row.ID) }), nil
}

// tokensOf selects the tokens that the actor may see and revoke.
func tokensOf(who actor.Actor) []predicate.APIToken {
	if who.Role >= actor.Owner {
		return nil
	}
	return []predicate.APIToken{apitoken.StaffID(who.StaffID)}
}
