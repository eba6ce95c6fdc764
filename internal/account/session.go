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

// A lifetime says how long a session lasts: without use, and at most.
type lifetime struct{ idle, most time.Duration }

// A till stands in the salon: whoever goes away from it is signed out.
var (
	lifetimeByPassword = lifetime{idle: 14 * 24 * time.Hour, most: LongestSession}
	lifetimeByPIN      = lifetime{idle: 15 * time.Minute, most: 12 * time.Hour}
)

// LongestSession is how long a session lasts at most.
const LongestSession = 90 * 24 * time.Hour

func lifetimeOn(deviceID *string) lifetime {
	if deviceID != nil {
		return lifetimeByPIN
	}
	return lifetimeByPassword
}

// SignedIn is a session that has just begun.
type SignedIn struct {
	Secret    string // for the cookie; told once
	Staff     *ent.Staff
	ExpiresAt civil.Instant // without use
}

// begin begins a session: by PIN when it is on a device. It takes the place of the one
// that the browser has.
func (e *edit) begin(ctx context.Context, profile *ent.Staff, deviceID *string, before actor.Actor) (*SignedIn, error) {
	if _, err := e.Session.Delete().Where(session.ID(before.SessionID)).Exec(ctx); err != nil {
		return nil, err
	}
	// Those that are over are in nobody's way; here is somebody to clear them away.
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

// endOf gives when a session ends that is in use now.
func endOf(row *ent.Session, now civil.Instant) civil.Instant {
	l := lifetimeOn(row.DeviceID)
	return min(now.Add(l.idle), row.CreatedAt.Add(l.most))
}

// isStale tells whether the end of a session that is in use now is to be put off:
// that is written now and then, not at every use.
func isStale(row *ent.Session, now civil.Instant) bool {
	const oftenEnough = 20 // times while it may be idle
	return row.ExpiresAt.Add(lifetimeOn(row.DeviceID).idle/oftenEnough) < endOf(row, now)
}

// endSessions signs a profile out everywhere, but for one session.
func (e *edit) endSessions(ctx context.Context, staffID, exceptID string) error {
	_, err := e.Session.Delete().Where(session.StaffID(staffID), session.IDNEQ(exceptID)).Exec(ctx)
	return err
}
