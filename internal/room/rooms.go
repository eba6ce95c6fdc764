package room

import (
	"context"
	"log/slog"

	"visavis/ent"
	"visavis/internal/civil"
	"visavis/internal/event"
	"visavis/internal/problem"
	"visavis/internal/relay"
	"visavis/internal/store"
)

// Rooms has the use cases of rooms. They are safe for concurrent use.
type Rooms struct {
	store  *store.Store
	clock  civil.Clock
	feed   *event.Feed
	logger *slog.Logger
	relays *relay.Servers
	pushed func()

	watch *watch
}

// Options are what rooms need.
type Options struct {
	Store  *store.Store
	Feed   *event.Feed
	Clock  civil.Clock
	Logger *slog.Logger
	Pushed func()         // called after each commit that has queued a push; may be nil
	Relays *relay.Servers // that carry calls when two browsers cannot reach each other
}

// New returns the rooms of a database. Close ends them.
func New(options Options) *Rooms {
	if options.Pushed == nil {
		options.Pushed = func() {}
	}
	r := &Rooms{store: options.Store, clock: options.Clock, feed: options.Feed, logger: options.Logger, relays: options.Relays, pushed: options.Pushed}
	r.watch = newWatch(r)
	return r
}

// AreRelayed reports whether a relay carries calls when two browsers cannot reach each other.
func (r *Rooms) AreRelayed() bool { return r.relays.Configured() }

// Close ends every subscription and waits until they have ended.
func (r *Rooms) Close() { r.watch.close() }

// Room returns a room, nil if the caller may know of none.
func (r *Rooms) Room(ctx context.Context, of Reference) (room *Room, err error) {
	d, err := of.door()
	if err != nil {
		return nil, ignoreNotFound(err)
	}
	err = r.store.View(ctx, func(client *ent.Client) error {
		room, err = read(ctx, client, d.of, r.clock())
		room, err = d.checked(ctx, room, err)
		return err
	})
	return room, ignoreNotFound(err)
}

func ignoreNotFound(err error) error {
	for _, p := range problem.Of(err) {
		if p.Code == problem.NotFound {
			return nil
		}
	}
	return err
}
