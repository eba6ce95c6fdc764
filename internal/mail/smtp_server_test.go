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
type smtpServer struct {
	server   *smtp.Server
	listener net.Listener
	address  string

	mutex    sync.Mutex
	received []string // whole messages, also those that were not acknowledged
	rules    responses
}

// rules say what the office does unlike others; nil and false do nothing.
type responses struct {
	greet           func() error
	sender          func(address string) error
	recipient       func(address string) error
	message         func() error // when it is complete
	dropBeforeReply bool         // the acknowledgement
	dropAfterReply  bool         // the acknowledgement
	password        string       // whoever has none need not sign in
}

func startSMTPServer(t *testing.T, with func(*smtp.Server)) *smtpServer {
	t.Helper()
	s := &smtpServer{address: "127.0.0.1:0"}
	s.open(t, with)
	t.Cleanup(s.close)
	return s
}

// open listens, at the same address as before.
func (s *smtpServer) open(t *testing.T, with func(*smtp.Server)) {
	t.Helper()
	listener, err := net.Listen("tcp", s.address)
	if err != nil {
		t.Fatal(err)
	}
	s.listener, s.address = listener, listener.Addr().String()
	s.server = smtp.NewServer(smtp.BackendFunc(func(c *smtp.Conn) (smtp.Session, error) {
		if greet := s.current().greet; greet != nil {
			return nil, greet()
		}
		return &session{server: s, connection: c}, nil
	}))
	s.server.ErrorLog = log.New(io.Discard, "", 0)
	s.server.AllowInsecureAuth = true
	if with != nil {
		with(s.server)
	}
	server, dropping := s.server, &droppingListener{s.listener, s}
	go func() { _ = server.Serve(dropping) }()
}

func (s *smtpServer) close() {
	_ = s.listener.Close() // which the server may not know of yet
	_ = s.server.Close()
}

func (s *smtpServer) set(r responses) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.rules = r
}

func (s *smtpServer) current() responses {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.rules
}

// take returns the messages that came since it was last called.
func (s *smtpServer) take() []string {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	received := s.received
	s.received = nil
	return received
}

// config leads to the office.
func (s *smtpServer) config(t *testing.T) config.SMTPServer {
	t.Helper()
	c, err := config.Read(func(name string) (string, bool) { return "smtp://" + s.address, name == "VISAVIS_SMTP_URL" })
	if err != nil {
		t.Fatal(err)
	}
	return *c.SMTP
}

type session struct {
	server     *smtpServer
	connection *smtp.Conn
	signedIn   bool
}

func (s *session) AuthMechanisms() []string {
	if s.server.current().password == "" {
		return nil
	}
	return []string{sasl.Plain}
}

func (s *session) Auth(string) (sasl.Server, error) {
	return sasl.NewPlainServer(func(_, user, password string) error {
		if s.signedIn = user == "salon" && password == s.server.current().password; !s.signedIn {
			return smtp.ErrAuthFailed
		}
		return nil
	}), nil
}

func (s *session) Mail(from string, _ *smtp.MailOptions) error {
	r := s.server.current()
	if r.password != "" && !s.signedIn {
		return smtp.ErrAuthRequired
	}
	if r.sender != nil {
		return r.sender(from)
	}
	return nil
}

func (s *session) Rcpt(to string, _ *smtp.RcptOptions) error {
	if recipient := s.server.current().recipient; recipient != nil {
		return recipient(to)
	}
	return nil
}

func (s *session) Data(r io.Reader) error {
	text, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	rules := s.server.current()
	if rules.message != nil {
		if err := rules.message(); err != nil {
			return err
		}
	}
	s.server.mutex.Lock()
	s.server.received = append(s.server.received, string(text))
	s.server.mutex.Unlock()
	if rules.dropBeforeReply {
		_ = s.connection.Conn().Close()
	}
	return nil
}

func (*session) Reset()        {}
func (*session) Logout() error { return nil }

// A door lets connections in that hang up behind an acknowledgement, if that is the rule.
type droppingListener struct {
	net.Listener
	server *smtpServer
}

func (l *droppingListener) Accept() (net.Conn, error) {
	connection, err := l.Listener.Accept()
	return &droppingConn{connection, l.server}, err
}

type droppingConn struct {
	net.Conn
	server *smtpServer
}

func (c *droppingConn) Write(text []byte) (int, error) {
	n, err := c.Conn.Write(text)
	if strings.Contains(string(text), "queued") && c.server.current().dropAfterReply {
		err = errors.Join(err, c.Conn.Close())
	}
	return n, err
}

// reply is an SMTP server's no.
func smtpError(code int, text string) error { return &smtp.SMTPError{Code: code, Message: text} }

// certificate returns a certificate for the host, and who vouches for it.
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
