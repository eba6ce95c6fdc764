package mail

import (
	"context"
	"crypto/tls"
	"net"
	"strconv"
	"strings"
	"time"

	gomail "github.com/wneessen/go-mail"
	"github.com/wneessen/go-mail/smtp"

	"visavis/internal/config"
)

// patience is how long the server may take for everything before the first message,
// and again for each message.
const timeout = 30 * time.Second

// longestDelivery is how long one message may take: to connect, to be let in, to be taken.
const longestDelivery = 3 * timeout

// A postman takes messages to a server on one connection, which it opens for the first
// of them.
type mailer struct {
	server config.SMTPServer
	name   string // by which it introduces itself
	tls    *tls.Config

	client *smtp.Client
	closed Failure // why there is no connection any more; empty: none was tried
}

func newMailer(server config.SMTPServer, name string) *mailer {
	return &mailer{server: server, name: name, tls: &tls.Config{
		ServerName: server.Host,
		MinVersion: tls.VersionTLS12,
		// Nobody listens in between on one's own machine, whose certificates are seldom real.
		InsecureSkipVerify: isLoopback(server.Host),
	}}
}

// deliver hands a message over: nil means that the server has acknowledged it. Once a
// connection has failed there is none for the messages that follow either.
func (m *mailer) deliver(ctx context.Context, msg *gomail.Msg) error {
	if m.closed != "" {
		return m.closed
	}
	if m.client == nil {
		if m.closed = m.open(ctx); m.closed != "" {
			return m.closed
		}
	}
	sender, err := gomail.NewClient(m.server.Host, gomail.WithTimeout(timeout), gomail.WithoutNoop())
	if err != nil {
		return Unreachable
	}
	err = sender.SendWithSMTPClient(m.client, msg)
	if err == nil {
		return nil
	}
	failure := sendFailure(err)
	if msg.IsDelivered() || failure == ConnectionLost {
		m.disconnect()
	}
	if msg.IsDelivered() {
		return nil // what went wrong came after the acknowledgement
	}
	return failure
}

// hangUp lets the next message begin with a new connection.
func (m *mailer) disconnect() {
	_ = m.client.Close() // it is broken already
	m.client = nil
}

// leave ends the connection politely.
func (m *mailer) quit() {
	if m.client != nil {
		_ = m.client.Quit() // everything is acknowledged by now
		m.disconnect()
	}
}

// open makes a connection that messages may be sent over.
func (m *mailer) open(ctx context.Context) Failure {
	dialler := net.Dialer{Timeout: timeout}
	connection, err := dialler.DialContext(ctx, "tcp", net.JoinHostPort(m.server.Host, strconv.Itoa(m.server.Port)))
	if err != nil {
		return Unreachable
	}
	connection = newEndingConn(ctx, connection)
	client, failure := m.handshake(ctx, connection)
	if failure != "" {
		_ = connection.Close() // there is nothing left to lose
		return failure
	}
	m.client = client
	return ""
}

func (m *mailer) handshake(ctx context.Context, connection net.Conn) (*smtp.Client, Failure) {
	if err := connection.SetDeadline(time.Now().Add(timeout)); err != nil {
		return nil, Unreachable
	}
	if m.server.ImplicitTLS {
		encrypted := tls.Client(connection, m.tls)
		if err := encrypted.HandshakeContext(ctx); err != nil {
			return nil, Insecure
		}
		connection = encrypted
	}
	client, err := smtp.NewClient(connection, m.server.Host)
	if err != nil {
		return nil, dialFailure(err, Unreachable)
	}
	if err := client.Hello(m.name); err != nil {
		return nil, dialFailure(err, Unreachable)
	}
	if failure := m.encrypt(client); failure != "" {
		return nil, failure
	}
	return client, m.signIn(client)
}

// encrypt turns to TLS where it is offered. Only on one's own machine is it not required.
func (m *mailer) encrypt(client *smtp.Client) Failure {
	if m.server.ImplicitTLS {
		return ""
	}
	switch offered, _ := client.Extension("STARTTLS"); {
	case offered:
		if err := client.StartTLS(m.tls); err != nil {
			return dialFailure(err, Insecure)
		}
	case !isLoopback(m.server.Host):
		return Insecure
	}
	return ""
}

func (m *mailer) signIn(client *smtp.Client) Failure {
	if m.server.User == "" {
		return ""
	}
	_, offered := client.Extension("AUTH")
	proof := m.authentication(strings.Fields(offered))
	if proof == nil {
		return SignInRefused
	}
	if err := client.Auth(proof); err != nil {
		return dialFailure(err, SignInRefused)
	}
	return ""
}

// proof chooses how to sign in: without telling the password, if the server can do that.
func (m *mailer) authentication(offered []string) smtp.Auth {
	user, password, host := m.server.User, m.server.Password, m.server.Host
	has := func(mechanism string) bool {
		for _, name := range offered {
			if strings.EqualFold(name, mechanism) {
				return true
			}
		}
		return false
	}
	switch {
	case has("SCRAM-SHA-256"):
		return smtp.ScramSHA256Auth(user, password)
	case has("PLAIN"):
		return smtp.PlainAuth("", user, password, host, isLoopback(host))
	case has("LOGIN"):
		return smtp.LoginAuth(user, password, host, isLoopback(host))
	case has("CRAM-MD5"):
		return smtp.CRAMMD5Auth(user, password)
	default:
		return nil
	}
}

// isLoopback tells whether the host is this machine.
func isLoopback(host string) bool {
	return strings.EqualFold(host, "localhost") || net.ParseIP(host).IsLoopback()
}
