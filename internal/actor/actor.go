// Package actor carries the actor of an operation in its context.
package actor

import (
	"context"
	"errors"
	"sync/atomic"

	"visavis/ent/staff"
)

// Role is the set of permissions of an actor. A higher role includes the lower ones.
type Role int

// The roles, from the lowest. Customers are Anyone: a secret authorizes them for their appointment.
const (
	Anyone Role = iota
	Member
	Receptionist
	Manager
	Owner
)

// RoleOf returns the role of a profile.
func RoleOf(role staff.Role) Role {
	switch role {
	case staff.RoleOWNER:
		return Owner
	case staff.RoleMANAGER:
		return Manager
	case staff.RoleRECEPTIONIST:
		return Receptionist
	case staff.RoleMEMBER:
		return Member
	default:
		return Anyone
	}
}

// Name returns the name of the role in profiles, or "" for Anyone.
func (r Role) Name() staff.Role {
	switch r {
	case Owner:
		return staff.RoleOWNER
	case Manager:
		return staff.RoleMANAGER
	case Receptionist:
		return staff.RoleRECEPTIONIST
	case Member:
		return staff.RoleMEMBER
	default:
		return ""
	}
}

// Actor is the caller of an operation. The zero value is Anyone.
type Actor struct {
	Role      Role     // of the profile; see In
	Branches  []string // IDs of those in which the profile is active
	StaffID   string   // the profile that is signed in or owns the token
	PersonID  string   // of the profile
	SessionID string   // if signed in
	TokenID   string   // of a program
	ByPIN     bool     // signed in by PIN, which is too weak to change roles and credentials
	Fresh     bool     // signed in or confirmed a short time ago, by password or passkey; never by PIN or token

	IsServer bool // acts by itself, by a rule that staff have set

	// NewPINRequired reports whether the PIN is too weak for the role of the profile, so that Role is lower.
	NewPINRequired bool
}

// ErrFreshSignInRequired is returned for what changes roles, identities and credentials unless the actor is Fresh.
var ErrFreshSignInRequired = errors.New("this requires a fresh sign-in by password")

// RequireFresh returns ErrFreshSignInRequired unless the actor of the context is Fresh.
func RequireFresh(ctx context.Context) error {
	if Of(ctx).Fresh {
		return nil
	}
	return ErrFreshSignInRequired
}

type key struct{}

// With returns a context with the actor.
func With(ctx context.Context, a Actor) context.Context {
	ctx, _ = WithChanging(ctx, a)
	return ctx
}

// WithChanging returns a context whose actor can be replaced, for long-lived contexts such as those of subscriptions.
func WithChanging(ctx context.Context, a Actor) (_ context.Context, become func(Actor)) {
	var now atomic.Pointer[Actor]
	now.Store(&a)
	return context.WithValue(ctx, key{}, &now), func(a Actor) { now.Store(&a) }
}

// Of returns the actor of the context, Anyone if there is none.
func Of(ctx context.Context) Actor {
	now, told := ctx.Value(key{}).(*atomic.Pointer[Actor])
	if !told {
		return Actor{}
	}
	return *now.Load()
}
