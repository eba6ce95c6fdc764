package config

import (
	"errors"
	"net/mail"
	"net/url"
	"strconv"
	"strings"

	"visavis/internal/origin"
)

// SMTPServer is the server that relays mail.
type SMTPServer struct {
	Host        string
	Port        int
	User        string // empty: no authentication
	Password    string
	ImplicitTLS bool // TLS from the first byte; else STARTTLS
}

// errSMTPURL does not quote the URL, which may contain a password.
var errSMTPURL = errors.New("VISAVIS_SMTP_URL is not a mail server; write smtp://user:password@host:587 or smtps://user:password@host:465," +
	" with special characters in the password percent-encoded, such as %40 for @")

// readSMTPServer parses a URL. It returns nil if the URL is empty; mails then stay in the outbox.
func readSMTPServer(smtpURL string) (*SMTPServer, error) {
	if smtpURL == "" {
		return nil, nil
	}
	parsed, err := url.Parse(smtpURL)
	if err != nil || parsed.Hostname() == "" || strings.Trim(parsed.Path, "/") != "" || strings.ContainsAny(smtpURL, "?#") {
		return nil, errSMTPURL
	}
	server := &SMTPServer{Host: origin.Host(parsed.Hostname())}
	switch parsed.Scheme {
	case "smtp":
		server.Port = 587
	case "smtps":
		server.Port, server.ImplicitTLS = 465, true
	default:
		return nil, errSMTPURL
	}
	if port := parsed.Port(); port != "" {
		number, err := strconv.ParseUint(port, 10, 16)
		if err != nil || number == 0 {
			return nil, errSMTPURL
		}
		server.Port = int(number)
	}
	if parsed.User != nil {
		server.User = parsed.User.Username()
		server.Password, _ = parsed.User.Password()
		if server.User == "" || server.Password == "" {
			return nil, errSMTPURL
		}
	}
	return server, nil
}

// readMailFrom parses an address with or without a name. It returns nil if the text is empty.
func readMailFrom(address string) (*mail.Address, error) {
	if address == "" {
		return nil, nil
	}
	parsed, err := mail.ParseAddress(address)
	if err != nil {
		return nil, errors.New("VISAVIS_MAIL_FROM is not an email address; write one such as termine@salon.example, or Salon Mitte <termine@salon.example>")
	}
	return parsed, nil
}
