// Package actor says who acts: the context of every operation carries it.
package actor

import (
	"context"
	"sync/atomic"

	"visavis/ent/staff"
)

// Role is what somebody may do. A higher one may do all that a lower one may.
type Role int

// The roles, from the lowest. Clients have none: they are anyone, and what they
// may do with an appointment they may by its secret.
const (
	Anyone Role = iota
	Member
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
	case staff.RoleMEMBER:
		return Member
	default:
		return Anyone
	}
}

// Name returns the role as profiles have it; empty for anyone.
func (r Role) Name() staff.Role {
	switch r {
	case Owner:
		return staff.RoleOWNER
	case Manager:
		return staff.RoleMANAGER
	case Member:
		return staff.RoleMEMBER
	default:
		return ""
	}
}

// Actor is who acts. Its zero value is anyone.
type Actor struct {
	Role      Role
	StaffID   string // the profile that is signed in, or whose token it is
	PersonID  string // behind the profile
	SessionID string // of somebody signed in
	TokenID   string // of a program
	ByPIN     bool   // signed in by PIN, which is too weak to change how people sign in
}

// MaySee reports whether the actor may see the appointments and plans of a person,
// and what they hold: members see their own alone.
func (a Actor) MaySee(personID string) bool {
	return a.Role >= Manager || a.Role == Member && a.PersonID == personID
}

type key struct{}

// With puts the actor into a context.
func With(ctx context.Context, a Actor) context.Context {
	ctx, _ = WithChanging(ctx, a)
	return ctx
}

// WithChanging is the same for a context that lives long, such as that of a
// subscription: what the actor may do can change.
func WithChanging(ctx context.Context, a Actor) (_ context.Context, become func(Actor)) {
	var now atomic.Pointer[Actor]
	now.Store(&a)
	return context.WithValue(ctx, key{}, &now), func(a Actor) { now.Store(&a) }
}

// Of returns who acts: anyone, when the context does not tell.
func Of(ctx context.Context) Actor {
	now, told := ctx.Value(key{}).(*atomic.Pointer[Actor])
	if !told {
		return Actor{}
	}
	return *now.Load()
}
