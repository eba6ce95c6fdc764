package mail

import (
	"context"
	"crypto/tls"
	"net"
	"slices"
	"strconv"
	"strings"
	"time"

	gomail "github.com/wneessen/go-mail"
	"github.com/wneessen/go-mail/smtp"

	"visavis/internal/config"
	"visavis/internal/form"
)

// timeout limits the handshake with the server, and each message.
const timeout = 30 * time.Second

// longestDelivery is the maximum time for one message: connecting, signing in and sending.
const longestDelivery = 3 * timeout

// A mailer sends messages over one SMTP connection, which it opens for the first message.
type mailer struct {
	server config.SMTPServer
	name   string // for the EHLO command
	tls    *tls.Config

	client *smtp.Client
	closed Failure // why the connection could not be opened; empty: not attempted
}

func newMailer(server config.SMTPServer, name string) *mailer {
	return &mailer{server: server, name: name, tls: &tls.Config{
		ServerName: server.Host,
		MinVersion: tls.VersionTLS12,
		// Loopback traffic cannot be intercepted, and its certificates are seldom valid.
		InsecureSkipVerify: isLoopback(server.Host),
	}}
}

// deliver sends a message and returns nil if the server has acknowledged it. If the connection could not be opened,
// all later messages fail, too.
func (m *mailer) deliver(ctx context.Context, msg *gomail.Msg) error {
	if m.closed != "" {
		return m.closed
	}
	if m.client == nil {
		if m.closed = m.open(ctx); m.closed != "" {
			return m.closed
		}
	}
	if failure := m.chooseLetters(msg); failure != "" {
		return failure
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
		return nil // failed after the acknowledgement
	}
	return failure
}

// chooseLetters asks the server to take other letters than those of ASCII in addresses (SMTPUTF8) if the message needs it.
// Others do not: not every server on their way offers it.
func (m *mailer) chooseLetters(msg *gomail.Msg) Failure {
	isASCII := true
	for _, address := range slices.Concat(msg.GetTo(), msg.GetFrom(), msg.GetAddrHeader(gomail.HeaderReplyTo)) {
		isASCII = isASCII && form.IsASCIIName(address.Address)
	}
	m.client.SkipSMTPUTF8(isASCII)
	if offered, _ := m.client.Extension("SMTPUTF8"); !isASCII && !offered {
		return LettersUnsupported
	}
	return ""
}

// disconnect closes the connection. The next message opens a new one.
func (m *mailer) disconnect() {
	_ = m.client.Close() // already broken
	m.client = nil
}

// quit ends the connection with QUIT.
func (m *mailer) quit() {
	if m.client != nil {
		_ = m.client.Quit() // all messages are acknowledged
		m.disconnect()
	}
}

// open connects, encrypts and signs in.
func (m *mailer) open(ctx context.Context) Failure {
	dialler := net.Dialer{Timeout: timeout}
	connection, err := dialler.DialContext(ctx, "tcp", net.JoinHostPort(m.server.Host, strconv.Itoa(m.server.Port)))
	if err != nil {
		return Unreachable
	}
	connection = newEndingConn(ctx, connection)
	client, failure := m.handshake(ctx, connection)
	if failure != "" {
		_ = connection.Close() // never used
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

// encrypt starts TLS if the server offers it. TLS is optional on loopback only.
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

// authentication returns the best mechanism that the server offers, preferably one that does not disclose the
// password.
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

// isLoopback reports whether the host is this machine.
func isLoopback(host string) bool {
	return strings.EqualFold(host, "localhost") || net.ParseIP(host).IsLoopback()
}
