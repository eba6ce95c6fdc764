package room

import (
	"context"

	"visavis/internal/civil"
)

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

// How many signals of one side may wait, and how many bytes.
const (
	MostSignals = mostSignals
	MostBytes   = mostBytes
)

// Recovered runs what panics on a goroutine of the rooms.
func (r *Rooms) Recovered(panics func()) (err error) {
	defer r.recovered(&err)
	panics()
	return nil
}

// ChangesAt returns when a room is read again by itself.
func ChangesAt(r Room, isShared bool) civil.Instant {
	r.isShared = isShared
	return r.changesAt()
}
