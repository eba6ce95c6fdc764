package mail

import (
	"crypto/tls"
	"crypto/x509"
	"net"
	"strconv"
	"testing"

	"github.com/emersion/go-smtp"
	gomail "github.com/wneessen/go-mail"

	"visavis/internal/config"
)

// everywhere reaches this machine but is not a loopback address.
const everywhere = "0.0.0.0"

func (o *smtpServer) at(t *testing.T, host, user, password string, implicit bool) config.SMTPServer {
	t.Helper()
	_, port, err := net.SplitHostPort(o.address)
	if err != nil {
		t.Fatal(err)
	}
	number, err := strconv.Atoi(port)
	if err != nil {
		t.Fatal(err)
	}
	return config.SMTPServer{Host: host, Port: number, User: user, Password: password, ImplicitTLS: implicit}
}

func TestTheMailerAuthenticates(t *testing.T) {
	own, known := certificate(t, everywhere)
	withTLS := func(s *smtp.Server) { s.TLSConfig = own }
	for _, test := range []struct {
		name              string
		options           func(*smtp.Server)
		password          string // required by the server
		host, user, tells string
		implicit          bool
		trusted           *x509.CertPool
		want              error
	}{
		{name: "on this machine without encryption", host: "127.0.0.1"},
		{name: "on this machine with whatever certificate", options: withTLS, host: "127.0.0.1"},
		{name: "on this machine with a password", password: "p:/@", host: "127.0.0.1", user: "salon", tells: "p:/@"},
		{name: "elsewhere without encryption", host: everywhere, want: Insecure},
		{name: "elsewhere by STARTTLS", options: withTLS, host: everywhere, trusted: known},
		{name: "elsewhere by STARTTLS with a password", options: withTLS, password: "secret", host: everywhere, user: "salon", tells: "secret", trusted: known},
		{name: "elsewhere with the certificate of nobody", options: withTLS, host: everywhere, want: Insecure},
		{name: "with the wrong password", options: withTLS, password: "secret", host: everywhere, user: "salon", tells: "guess", trusted: known, want: SignInRefused},
		{name: "without a password", options: withTLS, password: "secret", host: everywhere, trusted: known, want: SenderRefused},
		{name: "with a password where none is asked for", host: "127.0.0.1", user: "salon", tells: "secret", want: SignInRefused},
		{name: "by TLS where there is none", host: "127.0.0.1", implicit: true, want: Insecure},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			o := startSMTPServer(t, test.options)
			o.set(responses{password: test.password})
			p := newMailer(o.at(t, test.host, test.user, test.tells, test.implicit), "booking.example")
			p.tls.RootCAs = test.trusted
			same(t, "delivered", p.deliver(byOwner(t), anyMessage(t)), test.want)
			p.quit()
			same(t, "received", len(o.take()) == 1, test.want == nil)
		})
	}
}

func TestEncryptionFromTheFirstByte(t *testing.T) {
	own, known := certificate(t, everywhere)
	o := &smtpServer{address: "127.0.0.1:0"}
	o.open(t, func(s *smtp.Server) {
		o.listener = tls.NewListener(o.listener, own)
	})
	t.Cleanup(o.close)
	o.set(responses{password: "secret"})
	p := newMailer(o.at(t, everywhere, "salon", "secret", true), "booking.example")
	p.tls.RootCAs = known
	for range 2 {
		if err := p.deliver(byOwner(t), anyMessage(t)); err != nil {
			t.Fatal(err)
		}
	}
	p.quit()
	same(t, "received", len(o.take()), 2)
}

func TestAfterAFailedConnectionThereIsNoneForTheOthers(t *testing.T) {
	o := startSMTPServer(t, nil)
	p := newMailer(o.at(t, "127.0.0.1", "", "", false), "booking.example")
	o.close()
	same[error](t, "it is down", p.deliver(byOwner(t), anyMessage(t)), Unreachable)
	o.open(t, nil)
	same[error](t, "it is up", p.deliver(byOwner(t), anyMessage(t)), Unreachable)
	p.quit()
	same(t, "received", len(o.take()), 0)
}

func TestLoopback(t *testing.T) {
	for host, want := range map[string]bool{
		"localhost": true, "LOCALHOST": true, "127.0.0.1": true, "127.1.2.3": true, "::1": true,
		"0.0.0.0": false, "mail.example": false, "localhost.example": false, "10.0.0.1": false, "": false,
	} {
		same(t, host, isLoopback(host), want)
	}
}

func anyMessage(t *testing.T) *gomail.Msg {
	t.Helper()
	msg := gomail.NewMsg()
	if err := msg.From("mitte@salon.example"); err != nil {
		t.Fatal(err)
	}
	if err := msg.To("carla@kunde.example"); err != nil {
		t.Fatal(err)
	}
	msg.SetBodyString(gomail.TypeTextPlain, "Hallo")
	return msg
}
