package mail

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"log"
	"math/big"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"

	"visavis/internal/config"
)

// An office is a mail server that really listens. Its rules may be changed while
// nobody is being served.
type office struct {
	server   *smtp.Server
	listener net.Listener
	address  string

	mutex    sync.Mutex
	received []string // whole messages, also those that were not acknowledged
	rules    rules
}

// rules say what the office does unlike others; nil and false do nothing.
type rules struct {
	greet        func() error
	sender       func(address string) error
	recipient    func(address string) error
	message      func() error // when it is complete
	hangUpBefore bool         // the acknowledgement
	hangUpBehind bool         // the acknowledgement
	password     string       // whoever has none need not sign in
}

func openOffice(t *testing.T, with func(*smtp.Server)) *office {
	t.Helper()
	o := &office{address: "127.0.0.1:0"}
	o.open(t, with)
	t.Cleanup(o.close)
	return o
}

// open listens, at the same address as before.
func (o *office) open(t *testing.T, with func(*smtp.Server)) {
	t.Helper()
	listener, err := net.Listen("tcp", o.address)
	if err != nil {
		t.Fatal(err)
	}
	o.listener, o.address = listener, listener.Addr().String()
	o.server = smtp.NewServer(smtp.BackendFunc(func(c *smtp.Conn) (smtp.Session, error) {
		if greet := o.current().greet; greet != nil {
			return nil, greet()
		}
		return &session{office: o, connection: c}, nil
	}))
	o.server.ErrorLog = log.New(io.Discard, "", 0)
	o.server.AllowInsecureAuth = true
	if with != nil {
		with(o.server)
	}
	server, entrance := o.server, &door{o.listener, o}
	go func() { _ = server.Serve(entrance) }()
}

func (o *office) close() {
	_ = o.listener.Close() // which the server may not know of yet
	_ = o.server.Close()
}

func (o *office) set(r rules) {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	o.rules = r
}

func (o *office) current() rules {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	return o.rules
}

// take gives the messages that came since it was last called.
func (o *office) take() []string {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	received := o.received
	o.received = nil
	return received
}

// config leads to the office.
func (o *office) config(t *testing.T) config.SMTPServer {
	t.Helper()
	c, err := config.Read(func(name string) (string, bool) { return "smtp://" + o.address, name == "VISAVIS_SMTP_URL" })
	if err != nil {
		t.Fatal(err)
	}
	return *c.SMTP
}

type session struct {
	office     *office
	connection *smtp.Conn
	signedIn   bool
}

func (s *session) AuthMechanisms() []string {
	if s.office.current().password == "" {
		return nil
	}
	return []string{sasl.Plain}
}

func (s *session) Auth(string) (sasl.Server, error) {
	return sasl.NewPlainServer(func(_, user, password string) error {
		if s.signedIn = user == "salon" && password == s.office.current().password; !s.signedIn {
			return smtp.ErrAuthFailed
		}
		return nil
	}), nil
}

func (s *session) Mail(from string, _ *smtp.MailOptions) error {
	r := s.office.current()
	if r.password != "" && !s.signedIn {
		return smtp.ErrAuthRequired
	}
	if r.sender != nil {
		return r.sender(from)
	}
	return nil
}

func (s *session) Rcpt(to string, _ *smtp.RcptOptions) error {
	if recipient := s.office.current().recipient; recipient != nil {
		return recipient(to)
	}
	return nil
}

func (s *session) Data(r io.Reader) error {
	text, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	rules := s.office.current()
	if rules.message != nil {
		if err := rules.message(); err != nil {
			return err
		}
	}
	s.office.mutex.Lock()
	s.office.received = append(s.office.received, string(text))
	s.office.mutex.Unlock()
	if rules.hangUpBefore {
		_ = s.connection.Conn().Close()
	}
	return nil
}

func (*session) Reset()        {}
func (*session) Logout() error { return nil }

// A door lets connections in that hang up behind an acknowledgement, if that is the rule.
type door struct {
	net.Listener
	office *office
}

func (d *door) Accept() (net.Conn, error) {
	connection, err := d.Listener.Accept()
	return &visitorsLine{connection, d.office}, err
}

type visitorsLine struct {
	net.Conn
	office *office
}

func (l *visitorsLine) Write(text []byte) (int, error) {
	n, err := l.Conn.Write(text)
	if strings.Contains(string(text), "queued") && l.office.current().hangUpBehind {
		err = errors.Join(err, l.Conn.Close())
	}
	return n, err
}

// reply is an SMTP server's no.
func reply(code int, text string) error { return &smtp.SMTPError{Code: code, Message: text} }

// certificate gives a certificate for the host, and who vouches for it.
func certificate(t *testing.T, host string) (*tls.Config, *x509.CertPool) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour), IsCA: true, BasicConstraintsValid: true,
		IPAddresses: []net.IP{net.ParseIP(host)},
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	pool := x509.NewCertPool()
	pool.AddCert(parsed)
	return &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}}, MinVersion: tls.VersionTLS12}, pool
}
