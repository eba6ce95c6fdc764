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
const patience = 30 * time.Second

// longestDelivery is how long one message may take: to connect, to be let in, to be taken.
const longestDelivery = 3 * patience

// A postman takes messages to a server on one connection, which it opens for the first
// of them.
type postman struct {
	server config.SMTPServer
	name   string // by which it introduces itself
	tls    *tls.Config

	client *smtp.Client
	closed Failure // why there is no connection any more; empty: none was tried
}

func newPostman(server config.SMTPServer, name string) *postman {
	return &postman{server: server, name: name, tls: &tls.Config{
		ServerName: server.Host,
		MinVersion: tls.VersionTLS12,
		// Nobody listens in between on one's own machine, whose certificates are seldom real.
		InsecureSkipVerify: isLoopback(server.Host),
	}}
}

// deliver hands a message over: nil means that the server has acknowledged it. Once a
// connection has failed there is none for the messages that follow either.
func (p *postman) deliver(ctx context.Context, msg *gomail.Msg) error {
	if p.closed != "" {
		return p.closed
	}
	if p.client == nil {
		if p.closed = p.open(ctx); p.closed != "" {
			return p.closed
		}
	}
	sender, err := gomail.NewClient(p.server.Host, gomail.WithTimeout(patience), gomail.WithoutNoop())
	if err != nil {
		return Unreachable
	}
	err = sender.SendWithSMTPClient(p.client, msg)
	if err == nil {
		return nil
	}
	failure := sendFailure(err)
	if msg.IsDelivered() || failure == ConnectionLost {
		p.hangUp()
	}
	if msg.IsDelivered() {
		return nil // what went wrong came after the acknowledgement
	}
	return failure
}

// hangUp lets the next message begin with a new connection.
func (p *postman) hangUp() {
	_ = p.client.Close() // it is broken already
	p.client = nil
}

// leave ends the connection politely.
func (p *postman) leave() {
	if p.client != nil {
		_ = p.client.Quit() // everything is acknowledged by now
		p.hangUp()
	}
}

// open makes a connection that messages may be sent over.
func (p *postman) open(ctx context.Context) Failure {
	dialler := net.Dialer{Timeout: patience}
	connection, err := dialler.DialContext(ctx, "tcp", net.JoinHostPort(p.server.Host, strconv.Itoa(p.server.Port)))
	if err != nil {
		return Unreachable
	}
	connection = newLine(ctx, connection)
	client, failure := p.introduce(ctx, connection)
	if failure != "" {
		_ = connection.Close() // there is nothing left to lose
		return failure
	}
	p.client = client
	return ""
}

func (p *postman) introduce(ctx context.Context, connection net.Conn) (*smtp.Client, Failure) {
	if err := connection.SetDeadline(time.Now().Add(patience)); err != nil {
		return nil, Unreachable
	}
	if p.server.ImplicitTLS {
		encrypted := tls.Client(connection, p.tls)
		if err := encrypted.HandshakeContext(ctx); err != nil {
			return nil, Insecure
		}
		connection = encrypted
	}
	client, err := smtp.NewClient(connection, p.server.Host)
	if err != nil {
		return nil, dialFailure(err, Unreachable)
	}
	if err := client.Hello(p.name); err != nil {
		return nil, dialFailure(err, Unreachable)
	}
	if failure := p.encrypt(client); failure != "" {
		return nil, failure
	}
	return client, p.signIn(client)
}

// encrypt turns to TLS where it is offered. Only on one's own machine is it not required.
func (p *postman) encrypt(client *smtp.Client) Failure {
	if p.server.ImplicitTLS {
		return ""
	}
	switch offered, _ := client.Extension("STARTTLS"); {
	case offered:
		if err := client.StartTLS(p.tls); err != nil {
			return dialFailure(err, Insecure)
		}
	case !isLoopback(p.server.Host):
		return Insecure
	}
	return ""
}

func (p *postman) signIn(client *smtp.Client) Failure {
	if p.server.User == "" {
		return ""
	}
	_, offered := client.Extension("AUTH")
	proof := p.proof(strings.Fields(offered))
	if proof == nil {
		return SignInRefused
	}
	if err := client.Auth(proof); err != nil {
		return dialFailure(err, SignInRefused)
	}
	return ""
}

// proof chooses how to sign in: without telling the password, if the server can do that.
func (p *postman) proof(offered []string) smtp.Auth {
	user, password, host := p.server.User, p.server.Password, p.server.Host
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
