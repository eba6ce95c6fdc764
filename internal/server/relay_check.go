package server

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"strconv"
	"sync"
	"time"

	"visavis/internal/civil"
	"visavis/internal/config"
	"visavis/internal/relay"
	"visavis/internal/relay/turnurl"
	"visavis/internal/store"
)

// checkTime is how long the check of a transport takes at most.
const checkTime = 5 * time.Second

// checkRelays uses each relay by each transport as participants of calls do, and prints what works.
func checkRelays(ctx context.Context, c config.Config, clock civil.Clock, out io.Writer) error {
	urls, err := relayURLs(c.Relay)
	if err != nil {
		return err
	}
	secret := c.Relay.Secret
	if secret == "" {
		if secret, err = store.ReadSigningKey(ctx, c.DatabaseURL, relayKey); err != nil {
			return err
		}
	}
	if secret == "" {
		return errors.New("the server has not run with this relay yet; start it first")
	}
	server := relay.NewServers([]byte(secret), urls...).For("check", clock())[0]
	results := make([]error, len(urls))
	var all sync.WaitGroup
	for i, url := range urls {
		all.Go(func() {
			ctx, cancel := context.WithTimeout(ctx, checkTime)
			defer cancel()
			results[i] = relay.Check(ctx, url, server)
		})
	}
	all.Wait()
	failed := 0
	for i, url := range urls {
		if results[i] == nil {
			fmt.Fprintf(out, "%s  %s  works\n", url.Transport, url)
			continue
		}
		failed++
		fmt.Fprintf(out, "%s  %s  FAILS: %v\n", url.Transport, url, results[i])
	}
	fmt.Fprintln(out, "This was tried from this machine, which cannot see firewalls between participants and the relay. docs/operations.md says how to try it from outside.")
	if failed > 0 {
		return fmt.Errorf("%d of %d fail", failed, len(urls))
	}
	return nil
}

// relayURLs returns the URLs that participants get.
func relayURLs(c config.Relay) (urls []turnurl.URL, err error) {
	for _, listens := range []struct {
		addr       string
		transports []turnurl.Transport
	}{{c.Addr, []turnurl.Transport{turnurl.UDP, turnurl.TCP}}, {c.TLSAddr, []turnurl.Transport{turnurl.TLS}}} {
		if listens.addr == "" {
			continue
		}
		_, text, err := net.SplitHostPort(listens.addr)
		if err != nil {
			return nil, err
		}
		port, err := strconv.Atoi(text)
		if err != nil || port == 0 {
			return nil, errors.New("the relay listens on any free port; set VISAVIS_TURN_ADDR and VISAVIS_TURN_TLS_ADDR with ports")
		}
		for _, transport := range listens.transports {
			urls = append(urls, turnurl.URL{Transport: transport, Host: c.Host, Port: port})
		}
	}
	if urls = append(urls, c.URLs...); len(urls) == 0 {
		return nil, errors.New("there is none; set VISAVIS_TURN_ADDR for the built-in one, or VISAVIS_TURN_URLS")
	}
	return urls, nil
}
