package account

import (
	"cmp"
	"context"
	"slices"
	"time"

	"visavis/ent"
	"visavis/ent/session"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/secret"
	"visavis/internal/web/clientbrowser"
)

// A lifetime limits a session: the time without activity, and the total.
type lifetime struct{ idle, most time.Duration }

// A till is shared, so its sessions are short.
var (
	lifetimeByPassword = lifetime{idle: 14 * 24 * time.Hour, most: LongestSession}
	lifetimeByPIN      = lifetime{idle: 15 * time.Minute, most: 12 * time.Hour}
)

// LongestSession is the maximum age of a session.
const LongestSession = 90 * 24 * time.Hour

func lifetimeOn(deviceID *string) lifetime {
	if deviceID != nil {
		return lifetimeByPIN
	}
	return lifetimeByPassword
}

// SignedIn is a new session.
type SignedIn struct {
	Secret    string // for the cookie; returned once
	Staff     *ent.Staff
	ExpiresAt civil.Instant // if there is no activity
	Role      actor.Role

	// NewPINRequired reports whether the PIN is too weak for the role of the profile, so that Role is lower.
	NewPINRequired bool
}

// freshness is how long after a sign-in or confirmation by password or passkey a session may change roles and credentials.
const freshness = 10 * time.Minute

// isFresh reports whether a session was signed in or confirmed by password or passkey a short time ago.
func isFresh(row *ent.Session, now civil.Instant) bool {
	return row.ConfirmedAt != nil && now < row.ConfirmedAt.Add(freshness)
}

// roleIn returns the role of a profile in a session, and whether a weak PIN makes it lower.
func roleIn(row *ent.Session, profile *ent.Staff) (role actor.Role, limited bool) {
	role = actor.RoleOf(profile.Role)
	if row.WeakPin && role > actor.Member {
		return actor.Member, true
	}
	return role, false
}

// A method is how a session begins.
type method struct {
	deviceID *string // of a sign-in by PIN; nil: by password
	weakPIN  bool
}

var byPassword = method{}

// begin begins a session, which is fresh unless it is by PIN. It replaces the session of the browser.
func (e *edit) begin(ctx context.Context, profile *ent.Staff, by method, before actor.Actor) (*SignedIn, error) {
	if _, err := e.Session.Delete().Where(session.ID(before.SessionID)).Exec(ctx); err != nil {
		return nil, err
	}
	// Deletes expired sessions on the occasion.
	if _, err := e.Session.Delete().Where(session.ExpiresAtLTE(e.Now)).Exec(ctx); err != nil {
		return nil, err
	}
	text := secret.New()
	create := e.Session.Create().SetSecretHash(secret.Hash(text)).SetStaffID(profile.ID).SetNillableDeviceID(by.deviceID).
		SetWeakPin(by.weakPIN).SetBrowser(clientbrowser.Of(ctx)).SetCreatedAt(e.Now).SetExpiresAt(e.Now.Add(lifetimeOn(by.deviceID).idle))
	if by.deviceID == nil {
		create.SetConfirmedAt(e.Now)
	}
	row, err := create.Save(ctx)
	if err != nil {
		return nil, err
	}
	role, limited := roleIn(row, profile)
	return &SignedIn{Secret: text, Staff: profile, ExpiresAt: row.ExpiresAt, Role: role, NewPINRequired: limited}, nil
}

// endOf returns when a session ends that is used now.
func endOf(row *ent.Session, now civil.Instant) civil.Instant {
	l := lifetimeOn(row.DeviceID)
	return min(now.Add(l.idle), row.CreatedAt.Add(l.most))
}

// isStale reports whether the recorded end of a session needs an update. Not every use is written.
func isStale(row *ent.Session, now civil.Instant) bool {
	const oftenEnough = 20 // times per idle lifetime
	return row.ExpiresAt.Add(lifetimeOn(row.DeviceID).idle/oftenEnough) < endOf(row, now)
}

// endSessions ends the sessions of a profile except one.
func (e *edit) endSessions(ctx context.Context, staffID, exceptID string) error {
	_, err := e.Session.Delete().Where(session.StaffID(staffID), session.IDNEQ(exceptID)).Exec(ctx)
	return err
}

// LastUseOf returns when a session was last used, accurate to the hour.
func LastUseOf(row *ent.Session) civil.Instant {
	if row.LastUsedAt != nil {
		return *row.LastUsedAt
	}
	return row.CreatedAt
}

// OwnSessions returns the sessions of the actor's profile that have not ended, the last used first, with their devices.
func (a *Accounts) OwnSessions(ctx context.Context) ([]*ent.Session, error) {
	rows, err := a.store.Client().Session.Query().
		Where(session.StaffID(actor.Of(ctx).StaffID), session.ExpiresAtGT(a.clock())).WithDevice().Order(session.ByID()).All(ctx)
	slices.SortStableFunc(rows, func(a, b *ent.Session) int { return cmp.Compare(LastUseOf(b), LastUseOf(a)) })
	return rows, err
}
