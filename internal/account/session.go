package account

import (
	"context"
	"time"

	"visavis/ent"
	"visavis/ent/session"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/secret"
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
}

// begin begins a session, by PIN if it is on a device. It replaces the session of the browser.
func (e *edit) begin(ctx context.Context, profile *ent.Staff, deviceID *string, before actor.Actor) (*SignedIn, error) {
	if _, err := e.Session.Delete().Where(session.ID(before.SessionID)).Exec(ctx); err != nil {
		return nil, err
	}
	// Deletes expired sessions on the occasion.
	if _, err := e.Session.Delete().Where(session.ExpiresAtLTE(e.Now)).Exec(ctx); err != nil {
		return nil, err
	}
	text := secret.New()
	row, err := e.Session.Create().SetSecretHash(secret.Hash(text)).SetStaffID(profile.ID).SetNillableDeviceID(deviceID).
		SetCreatedAt(e.Now).SetExpiresAt(e.Now.Add(lifetimeOn(deviceID).idle)).Save(ctx)
	if err != nil {
		return nil, err
	}
	return &SignedIn{Secret: text, Staff: profile, ExpiresAt: row.ExpiresAt}, nil
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
