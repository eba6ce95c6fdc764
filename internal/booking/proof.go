package booking

import (
	"context"

	"visavis/ent/appointment"
	"visavis/internal/actor"
	"visavis/internal/proofofwork"
	"visavis/internal/schedule"
)

// Allowance is how many bookings and holds one network may make within an hour without a proof of work. Zero values stand for
// the defaults.
type Allowance struct{ Bookings, Holds int }

// The defaults: enough for a family behind one router.
const (
	freeBookings = 5
	freeHolds    = 10
)

// A pass is the permission to book or hold: free, or against a proof.
type pass struct {
	isFree  bool
	network string
	before  int // how many its network made before within an hour
	free    int // how many of them are free
	proof   *string
	key     []byte
	undo    func()
}

// admit counts a booking or hold of a network. Staff and programs need no proof, nor do callers without a network, which are
// inside the process.
func (b *Booking) admit(ctx context.Context, window *proofofwork.Window, free int, network string, proof *string) (pass, error) {
	if actor.Of(ctx).Role != actor.Anyone || network == "" {
		return pass{isFree: true, undo: func() {}}, nil
	}
	before, undo := window.Add(network)
	p := pass{isFree: before < free, network: network, before: before, free: free, proof: proof, undo: undo}
	if p.isFree {
		return p, nil
	}
	var err error
	p.key, err = b.proofs.Key(ctx)
	return p, err
}

// payForBooking uses up the proof of a booking, if it needs one.
func (e *edit) payForBooking(ctx context.Context, p pass) error {
	if p.isFree {
		return nil
	}
	return proofofwork.Use(ctx, e.Tx, p.key, p.proof, p.before/p.free, e.Now)
}

// payForHold does the same for a hold. What counts is how many holds its network has at present, since these keep starts from
// others; the one that makes way does not.
func (e *edit) payForHold(ctx context.Context, p pass, exceptID string) error {
	if p.isFree {
		return nil
	}
	held, err := e.Appointment.Query().Where(appointment.HolderAddress(p.network), schedule.LiveHold(e.Now), appointment.IDNEQ(exceptID)).Count(ctx)
	if err != nil {
		return err
	}
	return proofofwork.Use(ctx, e.Tx, p.key, p.proof, 1+held/p.free, e.Now)
}
