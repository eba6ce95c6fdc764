package room

import "context"

// SweepOnce is one turn of [Rooms.Sweep].
func (r *Rooms) SweepOnce(ctx context.Context) error { return r.sweep(ctx) }

// RenewOnce is one turn of the renewals of a process.
func (r *Rooms) RenewOnce(ctx context.Context) error { return r.renew(ctx, r.watch.participants()) }

// The times of presence and signals.
const (
	Presence   = presence
	ComingBack = comingBack
	SignalLife = signalLife
)

// MostSignals is how many signals of a sender may wait.
const MostSignals = mostSignals
