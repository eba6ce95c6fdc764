package config

import (
	"errors"
	"net/mail"
	"net/url"
	"strconv"
	"strings"
)

// SMTPServer is a server that takes mail and sends it on.
type SMTPServer struct {
	Host        string
	Port        int
	User        string // empty: without signing in
	Password    string
	ImplicitTLS bool // encrypted from the first byte; else by STARTTLS
}

// errSMTPURL quotes nothing: the URL may hold a password.
var errSMTPURL = errors.New("VISAVIS_SMTP_URL is not a mail server; write smtp://user:password@host:587 or smtps://user:password@host:465," +
	" with special characters in the password percent-encoded, such as %40 for @")

// readSMTPServer reads a URL; nil when it is empty: then mails wait.
func readSMTPServer(smtpURL string) (*SMTPServer, error) {
	if smtpURL == "" {
		return nil, nil
	}
	parsed, err := url.Parse(smtpURL)
	if err != nil || parsed.Hostname() == "" || strings.Trim(parsed.Path, "/") != "" || strings.ContainsAny(smtpURL, "?#") {
		return nil, errSMTPURL
	}
	server := &SMTPServer{Host: parsed.Hostname()}
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

// readMailFrom reads an address with or without a name; nil when it is empty.
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
