// Package config reads the configuration from the environment.
package config

import (
	"errors"
	"fmt"
	"net"
	"net/mail"
	"net/url"
	"strconv"
	"strings"

	"visavis/internal/origin"
)

// Config is the configuration of the server.
type Config struct {
	Addr        string   // host:port to listen on
	PrivateAddr string   // host:port for metrics and profiles; empty: not served
	DatabaseURL string   // sqlite:path or postgres://…
	CORSOrigins []string // additional origins that may call the API
	PublicURL   string   // external URL as browsers write it, without a trailing slash; empty: at Addr
	Demo        bool     // fill an empty database with a demo salon
	LivingDemo  bool     // that has customers and appointments
	Explorer    bool     // serve GraphiQL and allow introspection

	ClientAddressHeader string // header in which a proxy passes the client address; empty: no proxy
	DemoPassword        string // of the demo accounts; empty: the public default

	SMTP     *SMTPServer   // nil: mails stay in the outbox
	MailFrom *mail.Address // sender of mails; nil: the branch

	Limits Limits
	Relay  Relay

	Traces string // OTLP protocol; empty: no traces
}

// Read reads the configuration. Errors name the variable and the remedy; they never quote a URL that may contain a
// password.
func Read(variable func(name string) (value string, set bool)) (Config, error) {
	or := func(name, otherwise string) string {
		if value, set := variable(name); set && strings.TrimSpace(value) != "" {
			return strings.TrimSpace(value)
		}
		return otherwise
	}
	c := Config{
		Addr:        or("VISAVIS_ADDR", "127.0.0.1:8080"),
		PrivateAddr: or("VISAVIS_PRIVATE_ADDR", ""),
		DatabaseURL: or("VISAVIS_DATABASE_URL", "sqlite:data/visavis.db"),
		PublicURL:   strings.TrimSuffix(or("VISAVIS_PUBLIC_URL", ""), "/"),
	}
	publicURL := checkPublicURL(c.PublicURL)
	if publicURL == nil {
		c.PublicURL = c.PublicOrigin() // links in mails carry it, and not every mail program reads other letters than ASCII in a host
	}
	var origins, demo, explorer error
	c.CORSOrigins, origins = readOrigins(or("VISAVIS_CORS_ORIGINS", ""))
	c.Demo, c.LivingDemo, demo = readDemo(or("VISAVIS_DEMO", "false"))
	c.Explorer, explorer = readSwitch("VISAVIS_EXPLORER", or("VISAVIS_EXPLORER", "true"))
	var header, password error
	c.ClientAddressHeader, header = readHeader(or("VISAVIS_CLIENT_ADDRESS_HEADER", ""))
	c.DemoPassword = or("VISAVIS_DEMO_PASSWORD", "")
	password = c.checkDemoPassword()
	var smtp, from error
	c.SMTP, smtp = readSMTPServer(or("VISAVIS_SMTP_URL", ""))
	c.MailFrom, from = readMailFrom(or("VISAVIS_MAIL_FROM", ""))
	var traces, limits error
	c.Limits, limits = readLimits(or)
	c.Traces, traces = readTraces(or)
	var relays error
	c.Relay, relays = readRelay(or)
	return c, errors.Join(checkAddr("VISAVIS_ADDR", c.Addr), checkPrivateAddr(c.PrivateAddr), checkDatabaseURL(c.DatabaseURL), publicURL, origins, demo, explorer, header, password, smtp, from, traces, limits, relays)
}

func checkPrivateAddr(addr string) error {
	if addr == "" {
		return nil
	}
	return checkAddr("VISAVIS_PRIVATE_ADDR", addr)
}

func checkAddr(variable, addr string) error {
	_, port, err := net.SplitHostPort(addr)
	number, notNumber := strconv.ParseUint(port, 10, 16)
	if err != nil || notNumber != nil || number > 65535 {
		return fmt.Errorf("%s is %q; write a host and a port, such as 127.0.0.1:8080", variable, addr)
	}
	return nil
}

func checkDatabaseURL(databaseURL string) error {
	scheme, rest, _ := strings.Cut(databaseURL, ":")
	switch {
	case scheme == "sqlite" && strings.Trim(rest, "/") != "":
		return nil
	case scheme == "postgres" || scheme == "postgresql":
		if _, err := url.Parse(databaseURL); err == nil {
			return nil
		}
	}
	return errors.New("VISAVIS_DATABASE_URL is not a database URL; write sqlite: and a path, or postgres://user:password@host/database")
}

func checkPublicURL(publicURL string) error {
	if publicURL == "" {
		return nil
	}
	parsed, err := url.Parse(publicURL)
	if err != nil || parsed.Scheme != "https" && parsed.Scheme != "http" || parsed.Hostname() == "" ||
		parsed.User != nil || parsed.RawQuery != "" || parsed.ForceQuery || strings.Contains(publicURL, "#") {
		return errors.New("VISAVIS_PUBLIC_URL is not a web address; write one such as https://booking.example.com")
	}
	if parsed.Path != "" {
		return fmt.Errorf("VISAVIS_PUBLIC_URL has a path, but the server answers only at the root of its host; write %s", origin.Of(parsed))
	}
	return nil
}

// readOrigins parses a list such as https://a.example,https://b.example.
func readOrigins(list string) ([]string, error) {
	var origins []string
	for given := range strings.SplitSeq(list, ",") {
		given = strings.TrimSpace(given)
		if given == "" {
			continue
		}
		parsed, err := url.Parse(given)
		if err != nil || parsed.Scheme != "https" && parsed.Scheme != "http" || parsed.Hostname() == "" ||
			parsed.Scheme+"://"+parsed.Host != given || strings.Contains(given, "*") {
			return nil, fmt.Errorf("VISAVIS_CORS_ORIGINS contains %q; write complete origins separated by commas, such as https://salon.example, without a path or *", given)
		}
		origins = append(origins, origin.Of(parsed))
	}
	return origins, nil
}

// emptyCalendar is the demo salon in which nobody has booked.
const emptyCalendar = "empty-calendar"

func readDemo(value string) (demo, living bool, err error) {
	if value == emptyCalendar {
		return true, false, nil
	}
	demo, err = strconv.ParseBool(value)
	if err != nil {
		err = fmt.Errorf("VISAVIS_DEMO is %q; write true, %s or false", value, emptyCalendar)
	}
	return demo, demo, err
}

func readSwitch(name, value string) (bool, error) {
	on, err := strconv.ParseBool(value)
	if err != nil {
		return false, fmt.Errorf("%s is %q; write true or false", name, value)
	}
	return on, nil
}
