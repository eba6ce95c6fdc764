package server

import (
	"context"
	"log/slog"

	"visavis/internal/civil"
	"visavis/internal/config"
	"visavis/internal/relay"
	"visavis/internal/signingkey"
	"visavis/internal/store"
	"visavis/internal/telemetry"
)

// relayKey is the purpose of the key of the built-in relay, unless it has a secret.
const relayKey = "relay"

// startRelay starts the built-in relay, if there is to be one, until end is called, and returns it with the external ones.
func startRelay(ctx context.Context, c config.Relay, database *store.Store, clock civil.Clock, metrics *telemetry.Metrics, logger *slog.Logger) (servers *relay.Servers, end func() error, err error) {
	secret := []byte(c.Secret)
	if c.Addr == "" {
		return relay.NewServers(secret, c.URLs...), func() error { return nil }, nil
	}
	if len(secret) == 0 {
		if secret, err = signingkey.New(database, relayKey).Secret(ctx); err != nil {
			return nil, nil, err
		}
	}
	builtIn := relay.Config{
		Addr: c.Addr, TLSAddr: c.TLSAddr, Public: c.Public, Ports: relay.Ports{First: c.FirstPort, Last: c.LastPort},
		Secret: secret, Limits: relay.Usual, Clock: clock,
	}
	if c.TLSAddr != "" {
		builtIn.TLS, err = relay.LoadCertificate(c.Certificate, c.Key, func(err error) {
			logger.Error("the new certificate of the relay cannot be read; the previous one stays", slog.Any("error", err))
		})
		if err != nil {
			return nil, nil, err
		}
	}
	started, err := relay.Start(ctx, builtIn)
	if err != nil {
		return nil, nil, err
	}
	metrics.WatchRelay(func() telemetry.Relay {
		count := started.Count()
		return telemetry.Relay{Allocations: count.Allocations, Bytes: count.Bytes, LostBytes: count.LostBytes, Refused: count.Refused}
	})
	return relay.NewServers(secret, append(started.URLs(c.Host), c.URLs...)...), started.Close, nil
}
