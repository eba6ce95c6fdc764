package account

import (
	"context"
	"errors"
	"time"

	"visavis/ent"
	"visavis/ent/apitoken"
	"visavis/ent/session"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/reach"
	"visavis/internal/secret"
	"visavis/internal/store"
)

// Credentials identify a caller. The zero value identifies nobody.
type Credentials struct {
	Session string // the secret of a session, from its cookie
	Token   string // an API token
}

// ErrTokenUnknown is returned if an API token does not exist, is revoked or has expired. An ended session, in
// contrast, makes its bearer anonymous.
var ErrTokenUnknown = errors.New("the API token is not valid")

// Who returns the actor that the credentials identify. It only reads.
func (a *Accounts) Who(ctx context.Context, c Credentials) (actor.Actor, error) {
	switch {
	case c.Token != "":
		return a.programOf(ctx, c.Token)
	case c.Session != "":
		return a.bearerOf(ctx, c.Session)
	default:
		return actor.Actor{}, nil
	}
}

func (a *Accounts) bearerOf(ctx context.Context, text string) (actor.Actor, error) {
	row, err := a.store.Client().Session.Query().Where(session.SecretHash(secret.Hash(text))).WithStaff(reach.WithBranches).Only(ctx)
	if ent.IsNotFound(err) {
		return actor.Actor{}, nil
	}
	if err != nil {
		return actor.Actor{}, err
	}
	profile := row.Edges.Staff
	if row.ExpiresAt <= a.clock() || profile.ArchivedAt != nil {
		return actor.Actor{}, nil
	}
	role, limited := roleIn(row, profile)
	return actor.Actor{
		Role: role, Branches: reach.BranchIDs(profile), StaffID: profile.ID, PersonID: profile.PersonID,
		SessionID: row.ID, ByPIN: row.DeviceID != nil, Fresh: isFresh(row, a.clock()), NewPINRequired: limited,
	}, nil
}

func (a *Accounts) programOf(ctx context.Context, text string) (actor.Actor, error) {
	row, err := a.store.Client().APIToken.Query().Where(apitoken.SecretHash(secret.Hash(text))).WithStaff(reach.WithBranches).Only(ctx)
	if ent.IsNotFound(err) {
		return actor.Actor{}, ErrTokenUnknown
	}
	if err != nil {
		return actor.Actor{}, err
	}
	profile := row.Edges.Staff
	if row.ExpiresAt <= a.clock() || profile.ArchivedAt != nil {
		return actor.Actor{}, ErrTokenUnknown
	}
	return actor.Actor{
		Role:     min(actor.RoleOf(profile.Role), actor.RoleOf(staff.Role(row.Role))),
		Branches: reach.BranchIDs(profile), StaffID: profile.ID, PersonID: profile.PersonID, TokenID: row.ID,
	}, nil
}

// Used records activity of the actor: it prolongs the session or updates the token's last use. Server-side events do
// not count as activity.
func (a *Accounts) Used(ctx context.Context, who actor.Actor) error {
	switch {
	case who.SessionID != "":
		return a.prolong(ctx, who.SessionID)
	case who.TokenID != "":
		return a.noteUse(ctx, who.TokenID)
	default:
		return nil
	}
}

func (a *Accounts) prolong(ctx context.Context, sessionID string) error {
	row, err := a.store.Client().Session.Get(ctx, sessionID)
	if err != nil {
		return ent.MaskNotFound(err)
	}
	now := a.clock()
	if row.ExpiresAt <= now || !isStale(row, now) && now.Sub(LastUseOf(row)) < time.Hour {
		return nil
	}
	return a.store.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		return tx.Session.Update().Where(session.ID(row.ID)).SetExpiresAt(endOf(row, now)).SetLastUsedAt(now).Exec(ctx)
	})
}

func (a *Accounts) noteUse(ctx context.Context, tokenID string) error {
	const oftenEnough = time.Hour
	row, err := a.store.Client().APIToken.Get(ctx, tokenID)
	if err != nil || row.LastUsedAt != nil && a.clock().Sub(*row.LastUsedAt) < oftenEnough {
		return ent.MaskNotFound(err)
	}
	return a.store.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		return tx.APIToken.Update().Where(apitoken.ID(tokenID)).SetLastUsedAt(a.clock()).Exec(ctx)
	})
}
