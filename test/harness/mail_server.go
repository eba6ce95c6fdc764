package harness

import (
	"fmt"
	"io"
	"log"
	"mime/quotedprintable"
	"net"
	"strings"
	"sync"
	"testing"

	"github.com/emersion/go-smtp"

	"visavis/internal/config"
)

// MailServer is an SMTP server that accepts every email and keeps it. Safe for concurrent use.
type MailServer struct {
	t    testing.TB
	port int

	mu    sync.Mutex
	mails []Mail
	read  int // how many of them Next has looked at
}

// Mail is an email as it arrived.
type Mail struct {
	To   string // recipient of the envelope
	Text string // header and body, decoded
}

// StartMailServer runs a mail server until the end of the test.
func StartMailServer(t testing.TB) *MailServer {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	m := &MailServer{t: t, port: listener.Addr().(*net.TCPAddr).Port}
	server := smtp.NewServer(smtp.BackendFunc(func(*smtp.Conn) (smtp.Session, error) { return &delivery{server: m}, nil }))
	server.ErrorLog = log.New(io.Discard, "", 0)
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(func() { _ = server.Close() })
	return m
}

// Config returns the configuration of a server that sends by this one.
func (m *MailServer) Config() *config.SMTPServer {
	return &config.SMTPServer{Host: "127.0.0.1", Port: m.port}
}

// URL returns the same for VISAVIS_SMTP_URL.
func (m *MailServer) URL() string { return fmt.Sprintf("smtp://127.0.0.1:%d", m.port) }

// Mails returns everything that has arrived.
func (m *MailServer) Mails() []Mail {
	m.mu.Lock()
	defer m.mu.Unlock()
	return append([]Mail(nil), m.mails...)
}

// Next waits for the next email that contains all of the words, and skips others: the order of emails of one second is arbitrary.
func (m *MailServer) Next(words ...string) (found Mail) {
	m.t.Helper()
	Await(m.t, fmt.Sprintf("an email with %q", words), func() bool {
		m.mu.Lock()
		defer m.mu.Unlock()
		for m.read < len(m.mails) {
			found = m.mails[m.read]
			m.read++
			if containsAll(found.Text, words) {
				return true
			}
		}
		return false
	})
	return found
}

func containsAll(text string, words []string) bool {
	for _, word := range words {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

// delivery is the session of one connection.
type delivery struct {
	server *MailServer
	to     string
}

func (*delivery) Mail(string, *smtp.MailOptions) error { return nil }
func (*delivery) Reset()                               {}
func (*delivery) Logout() error                        { return nil }

func (d *delivery) Rcpt(to string, _ *smtp.RcptOptions) error {
	d.to = to
	return nil
}

func (d *delivery) Data(r io.Reader) error {
	text, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	var decoded strings.Builder
	for line := range strings.Lines(string(text)) {
		readable, err := io.ReadAll(quotedprintable.NewReader(strings.NewReader(line)))
		if err != nil { // it is part of an attachment
			readable = []byte(line)
		}
		decoded.Write(readable)
	}
	d.server.mu.Lock()
	defer d.server.mu.Unlock()
	d.server.mails = append(d.server.mails, Mail{d.to, decoded.String()})
	return nil
}
