// Package server starts, wires and stops the program and runs its commands.
package server

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"runtime/debug"
	"sync"
	"time"

	"visavis/graph"
	"visavis/graph/transport"
	"visavis/internal/account"
	"visavis/internal/audit"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/config"
	"visavis/internal/demo"
	"visavis/internal/embedding"
	"visavis/internal/event"
	"visavis/internal/mail"
	"visavis/internal/picture"
	"visavis/internal/push"
	"visavis/internal/room"
	"visavis/internal/salon"
	"visavis/internal/server/background"
	"visavis/internal/store"
	"visavis/internal/telemetry"
	"visavis/internal/web"
	"visavis/internal/web/cookie"
	"visavis/internal/web/ratelimit"
)

func start(ctx context.Context, c config.Config, env Environment) error {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(200) // the heap is small, so collecting less often is worth the memory
	}
	if env.Clock == nil {
		now, err := clock()
		if err != nil {
			return err
		}
		env.Clock = now
	}
	return Run(ctx, c, env)
}

// Environment is the environment of a server.
type Environment struct {
	Out   io.Writer // for the person who starts it
	Log   io.Writer
	Clock civil.Clock         // nil: the system clock
	Ready func(addr net.Addr) // called with the listening address; may be nil

	HashCost account.HashCost // zero: the recommended cost
}

// Run serves until ctx is done and then shuts down.
func Run(ctx context.Context, c config.Config, env Environment) (err error) {
	logger, flush := telemetry.NewLogger(env.Log)
	defer flush()
	// The grace period begins with the first call.
	ending := sync.OnceValues(func() (context.Context, context.CancelFunc) { return context.WithTimeout(context.Background(), grace) })
	metrics := telemetry.New()
	traces, err := telemetry.NewTraces(ctx, c.Traces, logger)
	if err != nil {
		return err
	}
	defer func() { // after everything that records spans
		ctx, cancel := ending()
		defer cancel()
		traces.End(ctx)
	}()
	database, err := store.Open(ctx, store.Options{URL: c.DatabaseURL, Commit: metrics.Commit, Traces: traces, Logger: logger})
	if err != nil && ctx.Err() != nil {
		return nil // stopped while waiting for the database
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, database.Close()) }()
	listener, err := net.Listen("tcp", c.Addr)
	if err != nil {
		return fmt.Errorf("cannot listen on VISAVIS_ADDR; choose another port: %w", err)
	}
	defer func() { _ = listener.Close() }() // no-op after the server closed it
	if c.PublicURL == "" {
		c.PublicURL = "http://" + listener.Addr().String()
	}
	feed := event.NewFeed(database, logger)
	defer feed.Close()
	metrics.CountSubscribers(feed.Subscribers)
	outbox := mail.New(mail.Options{
		Database: database, Clock: env.Clock, PublicURL: c.PublicURL, From: c.MailFrom, HasServer: c.SMTP != nil,
	})
	metrics.WatchOutbox(outbox.Due)
	accounts := account.New(account.Options{Store: database, Clock: env.Clock, HashCost: env.HashCost, MailQueued: outbox.Wake, SendsMail: outbox.SendsAccess, Metrics: metrics, Origin: c.PublicOrigin()})
	if c.Demo {
		fill := demo.Fill
		if c.LivingDemo {
			fill = demo.FillLiving
		}
		if err := fill(ctx, database, env.Clock); err != nil {
			return err
		}
	}
	if err := refreshVideoRooms(ctx, database, logger); err != nil {
		return err
	}
	signIns, err := signInsOf(ctx, c, database, accounts)
	if err != nil {
		return err
	}
	defer background.Run(ctx, logger, accounts.WatchConnections)()
	pushes := push.NewWorker(push.Options{
		Database: database, Clock: env.Clock, PublicURL: c.PublicURL, Key: accounts.PushSigningKey, Logger: logger, Metrics: metrics,
	})
	defer background.Run(ctx, logger, pushes.Run)()
	bookings := booking.New(booking.Options{
		Store: database, Feed: feed, Clock: env.Clock, MailQueued: outbox.Wake, PushQueued: pushes.Wake, SendsMail: outbox.Sends,
		Allowance: booking.Allowance{Bookings: c.Limits.FreeBookings, Holds: c.Limits.FreeHolds},
	})
	defer background.Run(ctx, logger, bookings.Sweep(logger))()
	defer background.Run(ctx, logger, bookings.Retain(logger))()
	worker := mail.WorkerOptions{Logger: logger, Traces: traces, Metrics: metrics}
	if c.SMTP != nil {
		worker.Server = *c.SMTP
	}
	defer background.Run(ctx, logger, outbox.NewWorker(worker).Run)()
	sites := embedding.New(database, env.Clock, c.CORSOrigins)
	pictures := picture.NewLibrary(database, env.Clock)
	defer background.Run(ctx, logger, pictures.RemoveUnused(logger))()
	limits, jar := ratelimit.New(env.Clock), cookie.NewJar(c.PublicOrigin())
	connections := transport.NewConnections(transport.Limits{
		Connections: c.Limits.Connections, NetworkConnections: c.Limits.ConnectionsPerNetwork, AccountConnections: c.Limits.ConnectionsPerAccount,
		Operations: c.Limits.Subscriptions, NetworkOperations: c.Limits.SubscriptionsPerNetwork, AccountOperations: c.Limits.SubscriptionsPerAccount,
	})
	setUp := salon.New(database, feed, env.Clock)
	relays, endRelay, err := startRelay(ctx, c.Relay, database, env.Clock, metrics, logger)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, endRelay()) }()
	rooms := room.New(room.Options{Store: database, Feed: feed, Clock: env.Clock, Logger: logger, Pushed: pushes.Wake, Relays: relays})
	defer rooms.Close()
	defer background.Run(ctx, logger, rooms.Sweep())()
	defer background.Run(ctx, logger, setUp.Retain(logger))()
	handler, err := web.NewHandler(web.Options{
		Config:   c,
		Database: database,
		Clock:    env.Clock,
		Logger:   logger,
		Accounts: accounts,
		Jar:      jar,
		Limits:   limits,
		Salon:    setUp,
		Booking:  bookings,
		Sites:    sites,
		Pictures: pictures,
		Metrics:  metrics,
		Traces:   traces,
		API: graph.NewHandler(graph.Options{
			Salon:       setUp,
			Booking:     bookings,
			Accounts:    accounts,
			Trail:       audit.NewTrail(database),
			Limits:      limits,
			Jar:         jar,
			Mail:        outbox,
			Sites:       sites,
			Pictures:    pictures,
			Rooms:       rooms,
			Feed:        feed,
			Logger:      logger,
			Metrics:     metrics,
			Traces:      traces,
			Connections: connections,
			Origins:     c.TrustedOrigins(),
			PublicURL:   c.PublicURL,
			Explorer:    c.Explorer,
		}),
	})
	if err != nil {
		return err
	}
	var private net.Addr
	if c.PrivateAddr != "" {
		var end func() error
		if private, end, err = servePrivately(c.PrivateAddr, metrics.Private(), logger); err != nil {
			return err
		}
		defer func() { err = errors.Join(err, end()) }()
	}
	server := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: 3 * time.Second,
		ReadTimeout:       10 * time.Second,
		IdleTimeout:       60 * time.Second,
		ErrorLog:          slog.NewLogLogger(logger.Handler(), slog.LevelWarn),
	}
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	announce(env, c, listener.Addr(), private, relays, signIns)
	select {
	case err := <-served:
		return err
	case <-ctx.Done():
	}
	lasting, _ := ending()
	return shutDown(lasting, server, feed, rooms, connections)
}

// grace is how long open requests and the export of traces may take on shutdown.
const grace = 2 * time.Second

// shutDown ends subscriptions first, since these do not end by themselves.
func shutDown(ctx context.Context, server *http.Server, feed *event.Feed, rooms *room.Rooms, connections *transport.Connections) error {
	_ = connections.Shutdown(ctx) // the rest is closed below
	rooms.Close()
	feed.Close()
	if server.Shutdown(ctx) != nil {
		return server.Close()
	}
	return nil
}
